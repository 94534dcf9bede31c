"""The class teacher's card of the day, and the lists behind it."""

from collections.abc import Sequence
from datetime import date

from handlers.absences import words
from handlers.absences.callbacks import NoteAct, NoteCb, ReviewCb
from handlers.access.callbacks import AccessCb
from handlers.attendance.screens import names
from handlers.classroom.callbacks import CallsCb, ClassCb, ConnectionsCb
from handlers.classroom.words import adults, not_reached
from handlers.clubs.callbacks import ClubsCb
from handlers.control.callbacks import ClassJournalCb
from handlers.home.screens import back
from handlers.lessons.screens import record_name
from handlers.messages.callbacks import MonthCb, ToFamiliesCb
from handlers.notices.callbacks import WRITE
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.control import Call, ClassDay, Unfilled
from journal.model.people import Person, Unit
from locales.texts import Texts
from locales.words import inside

# Notes offered to be decided on the card itself; the rest waits in the week's review.
NOTES = 4
PAGES = 6
# Names on a line of the card that only counts; more of them are a number.
FEW = 4


def units(found: Sequence[Unit], t: Texts) -> Screen:
    """Which of several classes."""
    buttons = [Button(unit.name, ClassCb(unit=unit.id).pack()) for unit in found]
    return screen(t("Which class?"), rows=(*grid(buttons, 4), (back(t),)))


def day(found: ClassDay, ways: Sequence[Button], t: Texts) -> Screen:
    """Everything a class teacher wants to know of the day at a glance, most urgent first."""
    return screen(
        bold(t("{unit}, {day}", unit=found.unit.name, day=t.weekday(found.day))),
        _present(found, t),
        bold(t("Call: {names}", names=_names(found.to_call))) if found.to_call else None,
        _absent(found, t),
        _unexplained(found, t),
        _late(found, t),
        *(_note(note, student, t) for note, student in found.waiting),
        *_unfilled(found.unfilled, t),
        _help(found, t),
        *_connections(found, t),
        _list(found, t),
        rows=(*_decisions(found, t), *_ways(found, ways, t)),
    )


def calls(unit: Unit, found: Sequence[Call], t: Texts) -> Screen:
    """Whom to call, with the numbers the school has."""
    lines = [line for call in found for line in _call(call, t)]
    return screen(
        bold(t("{unit}: call today", unit=unit.name)) if found else t("Nobody needs a call today."),
        *lines,
        rows=((Button(t("The class's day"), ClassCb(unit=unit.id).pack()), back(t)),),
    )


def connections(found: ClassDay, t: Texts) -> Screen:
    """Whose families have no account, which adults the messenger does not reach, and what to do then."""
    unit = found.unit
    return screen(
        bold(t("{unit}: connection with families", unit=unit.name)),
        t("Not connected: {names}", names=_names(found.unconnected)) if found.unconnected else None,
        not_reached(found.deaf, t),
        None if found.unconnected or found.deaf else t("Every family is connected."),
        rows=(
            (Button(t("Codes and access"), AccessCb().pack(), style=Style.MAIN),),
            (Button(t("The class's day"), ClassCb(unit=unit.id).pack()), back(t)),
        ),
    )


def _present(found: ClassDay, t: Texts) -> str:
    if found.present is None:
        return t("No register has been taken today.")
    said = t("Here: {present} of {students}.", present=found.present, students=found.students)
    if found.eating is None:
        return said
    return f"{said} {_eating(found, t)}"


def _eating(found: ClassDay, t: Texts) -> str:
    return t("For lunch: {count} of {students}.", count=found.eating, students=found.students)


def _unexplained(found: ClassDay, t: Texts) -> str | None:
    people = list(dict.fromkeys(item.student for item in found.unexplained))
    return t("Without a reason: {names}", names=_names(people)) if people else None


def _late(found: ClassDay, t: Texts) -> str | None:
    if not found.late:
        return None
    labels = names([item.student for item in found.late])
    listed = ", ".join(
        t("{name} (lesson {slot})", name=label, slot=item.slot)
        for label, item in zip(labels, found.late, strict=True)
    )
    return t("Late: {names}", names=listed)


def _note(note: AbsenceNote, student: Person, t: Texts) -> str:
    label = names([student])[0]
    return t("✉ {student}, {days}: {reason}", student=label, days=words.days(note, t), reason=_told(note, t))


def _told(note: AbsenceNote, t: Texts) -> str:
    return words.reason(note, t) if note.ends_on > note.starts_on else words.told(note, t)


def _unfilled(found: Sequence[Unfilled], t: Texts) -> list[str]:
    if not found:
        return []
    shown = [_page(item, t) for item in found[:PAGES]]
    more = [t("and more: {count}", count=len(found) - PAGES)] if len(found) > PAGES else []
    return [t("Pages not filled: {count}", count=len(found)), *shown, *more]


def _page(item: Unfilled, t: Texts) -> str:
    lacks = ", ".join(record_name(one.record, t) for one in item.missing)
    who = item.keeper.short if item.keeper else t("nobody")
    return f"• {item.lesson.slot}. {inside(item.lesson.subject)} ({who}): {lacks}"


def _absent(found: ClassDay, t: Texts) -> str | None:
    """`Сейчас нет: Акимова О. (болеет), Сидоров Е.`"""
    if not found.absent_now:
        return None
    reasons = {item.student.id: words.reasons(item, t) for item in found.absences if item.explained}
    labels = zip(names(list(found.absent_now)), found.absent_now, strict=True)
    listed = ", ".join(
        f"{label} ({reasons[one.id]})" if one.id in reasons else label for label, one in labels
    )
    return t("Not here now: {names}", names=listed)


def _help(found: ClassDay, t: Texts) -> str | None:
    """Who needs help: by name while they are few."""
    people = found.need_help
    if not people:
        return None
    said = _names(people[:FEW])
    if len(people) <= FEW:
        return t("Need help: {names}", names=said)
    return t("Need help: {names} and more: {count}", names=said, count=len(people) - FEW)


def _connections(found: ClassDay, t: Texts) -> list[str]:
    """Whose families hear nothing: by name while they are few."""

    def said(people: Sequence[Person]) -> str:
        return _names(people) if len(people) <= FEW else str(len(people))

    lines = []
    if found.unconnected:
        lines.append(t("Not connected: {names}", names=said(found.unconnected)))
    if found.deaf:
        who = adults(found.deaf) if len(found.deaf) <= FEW else str(len(found.deaf))
        lines.append(t("! Not getting messages: {names}", names=who))
    return lines


def _list(found: ClassDay, t: Texts) -> str | None:
    """Whether the list of the class waits to be confirmed."""
    if found.list_due is None:
        return None
    day = t.day(found.list_due)
    if found.day > found.list_due:
        return t("The class list is not confirmed, it was due by {day}.", day=day)
    return t("Please confirm the class list by {day}.", day=day)


def _decisions(found: ClassDay, t: Texts) -> list[Row]:
    """Accept or decline the first notes without leaving the card."""

    def button(note: AbsenceNote, label: str, act: NoteAct, style: Style) -> Button:
        data = NoteCb(note=note.id, act=act, revision=note.revision)
        return Button(label, data.pack(), style=style)

    open_ = [pair for pair in found.waiting if pair[0].status is not NoteStatus.MISSING]
    return [
        (
            button(note, t("Accept: {name}", name=names([student])[0]), NoteAct.ACCEPT, Style.GOOD),
            button(note, t("Decline"), NoteAct.DECLINE, Style.BAD),
        )
        for note, student in open_[:NOTES]
    ]


def _ways(found: ClassDay, ways: Sequence[Button], t: Texts) -> tuple[Row, ...]:
    unit = found.unit.id
    today: date = found.day
    call = (Button(t("Whom to call"), CallsCb(unit=unit).pack(), style=Style.MAIN),)
    return (
        call if found.to_call else (),
        (
            Button(t("The week's absences"), ReviewCb(unit=unit, day=today.toordinal()).pack()),
            Button(t("Journal"), ClassJournalCb(unit=unit).pack()),
        ),
        (Button(t("Write a notice"), WRITE), Button(t("Write to a family"), ToFamiliesCb(unit=unit).pack())),
        *grid(
            [
                *ways,
                Button(t("The letter of the month"), MonthCb(unit=unit).pack()),
                Button(t("After lessons"), ClubsCb(unit=unit).pack()),
                Button(t("Connection"), ConnectionsCb(unit=unit).pack()),
            ]
        ),
        (back(t),),
    )


def _call(call: Call, t: Texts) -> list[str]:
    label = call.student.listed
    head = t("{name}: the family does not know where the child is", name=label) if call.alarm else label
    adults = [f"  {adult.full}, {number}" if number else f"  {adult.full}" for adult, number in call.adults]
    return [head, *(adults or [t("  no adult is on record")])]


def _names(people: Sequence[Person]) -> str:
    return ", ".join(names(list(people)))
