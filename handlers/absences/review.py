"""The class teacher's week of absences: one tap a row says excused or not."""

from datetime import date, timedelta

from handlers.absences import words
from handlers.absences.callbacks import AmendWeekCb, JudgeCb, ReviewCb
from handlers.attendance.screens import names
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.absences import Review
from journal.model.attendance import DayAbsence
from locales.texts import Texts

PAGE = 8


def week(found: Review, page: int, t: Texts, *, decided: bool = False) -> Screen:
    """A page of the week in the order of the days; what waits stands out and has buttons.

    `decided` gives buttons to what was decided, too.
    """
    part = page_of(found.absences, page, PAGE)
    shown, page = part.shown, part.number

    def to(number: int) -> str:
        return ReviewCb(unit=found.unit.id, day=found.monday.toordinal(), page=number).pack()

    sunday = found.monday + timedelta(days=6)
    head = t(
        "{unit}, absences {days}",
        unit=found.unit.name,
        days=t.days(found.monday, sunday),
    )
    return screen(
        bold(head),
        _summary(found, t),
        *(_line(item, found, t) for item in shown),
        *_waiting(found, t),
        rows=(
            *(_row(item, found, page, t) for item in shown if decided or not item.explained),
            *_amend(found, page, t),
            *_decided(found, page, t, shown=not decided and any(item.explained for item in shown)),
            part.turns(to, t),
            *_weeks(found, t),
            (back(t),),
        ),
    )


def _summary(found: Review, t: Texts) -> str:
    if not found.absences:
        return t("Nobody was absent.")
    if found.unexplained:
        return t("Without a reason: {count}. Tap ✓ for excused or ✗ for unexcused.", count=found.unexplained)
    return t("Every absence has its reason.")


def _line(item: DayAbsence, found: Review, t: Texts) -> str:
    lessons = ", ".join(str(slot) for slot in item.slots)
    day = t.dated(item.day)
    notes = [note for note, person in found.waiting if person.id == item.student.id]
    reason = words.reasons(item, t, notes)
    line = t.plural(
        "{sign} {day} {student}, lesson {lessons}: {reason}",
        "{sign} {day} {student}, lessons {lessons}: {reason}",
        len(item.slots),
        sign=_sign(item),
        day=day,
        student=item.student.listed,
        lessons=lessons,
        reason=reason,
    )
    return line if item.explained else bold(line)


def _sign(item: DayAbsence) -> str:
    if not item.explained:
        return "?"
    return "✓" if item.valid else "✗"


def _row(item: DayAbsence, found: Review, page: int, t: Texts) -> Row:
    label = f"{names([item.student])[0]} {t.short_weekday(item.day)}"

    def button(text: str, *, excused: bool, style: Style) -> Button:
        data = JudgeCb(
            unit=found.unit.id,
            student=item.student.id,
            day=item.day.toordinal(),
            excused=excused,
            page=page,
        )
        return Button(text, data.pack(), style=style)

    return (
        button(f"✓ {label}", excused=True, style=Style.GOOD),
        button(f"✗ {label}", excused=False, style=Style.BAD),
    )


def _amend(found: Review, page: int, t: Texts) -> tuple[Row, ...]:
    """The way to the registers themselves, where the regulation lets the class teacher correct them."""
    if not found.absences or not (found.corrects or found.takes):
        return ()
    data = AmendWeekCb(unit=found.unit.id, day=found.monday.toordinal(), page=page)
    return ((Button(t("Correct a register"), data.pack()),),)


def _decided(found: Review, page: int, t: Texts, *, shown: bool) -> tuple[Row, ...]:
    """The way to change what was decided."""
    if not shown:
        return ()
    data = ReviewCb(unit=found.unit.id, day=found.monday.toordinal(), page=page, decided=True)
    return ((Button(t("Change what is decided"), data.pack()),),)


def _waiting(found: Review, t: Texts) -> list[str]:
    """The notes nobody has decided yet."""
    if not found.waiting:
        return []
    return [
        t("Notes that wait for you:"),
        *(f"{person.listed}, {words.days(note, t)}: {words.told(note, t)}" for note, person in found.waiting),
    ]


def _weeks(found: Review, t: Texts) -> tuple[Row, ...]:
    def to(monday: date, label: str) -> Button:
        return Button(label, ReviewCb(unit=found.unit.id, day=monday.toordinal()).pack())

    before, following = found.monday - timedelta(days=7), found.monday + timedelta(days=7)
    row = [to(before, t("‹ Week of {day}", day=t.short_day(before)))]
    if not found.last:
        row.append(to(following, t("Week of {day} ›", day=t.short_day(following))))
    return (tuple(row),)
