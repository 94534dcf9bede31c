"""Screens of absences on a family's phone: what was said, another word, more days."""

from datetime import date

from handlers.absences import words
from handlers.absences.buttons import after, reasons
from handlers.absences.callbacks import AheadCb, AskCb, NoteAct, NoteCb, UntilCb, reason
from handlers.attendance.words import missed
from handlers.home.screens import back
from handlers.naming import child_name
from handlers.screen import Button, Row, Screen, Style, grid, screen
from journal.absences import Missed, Noted, Outlook, Said
from journal.context import Ctx
from journal.model.attendance import AbsenceNote, NoteStatus
from locales.texts import Texts


def noted(found: Noted, ctx: Ctx, t: Texts) -> Screen:
    """The message about the child's day as it reads once the family has said why."""
    if found.note.withdrawn:
        return _withdrawn(found, ctx, t)
    said = words.standing(found.note, t)
    rows = (
        *after(found.note, found.day, t, missed=bool(found.missed), current=found.current),
        *_withdrawal(found, t),
        *certificates(found.note, t),
        (back(t),),
    )
    return screen(f"{_fact(found, ctx, t)} {said}", words.certificate(found.note, t), rows=rows)


def ask(found: Missed, ctx: Ctx, t: Texts) -> Screen:
    """The question again, e.g. to correct the answer."""
    rows = _reasons(found, t)
    return screen(_fact(found, ctx, t), t("Do you know why?"), rows=(*rows, (back(t),)))


def change(found: Noted, ctx: Ctx, t: Texts) -> Screen:
    """Another word than the one that was given: the reason, the days, or none of it."""
    if found.missed:
        return ask(found, ctx, t)
    note = found.note
    more = NoteCb(note=note.id, act=NoteAct.MORE_DAYS, revision=note.revision).pack()
    return screen(
        _fact(found, ctx, t),
        t("Now: {reason}. What is to be changed?", reason=words.told(note, t)),
        rows=(
            *_reasons(found, t),
            (Button(t("More days"), more),),
            *_withdrawal(found, t),
            (back(t),),
        ),
    )


def alarm(found: Missed, ctx: Ctx, t: Texts) -> Screen:
    """Asks once more before the school begins to search."""
    if not found.missed:
        return ask(found, ctx, t)
    student, day = found.child.student_id, found.day
    sure = Button(
        t("Yes, I do not know where the child is"), reason(student, day, Said.MISSING), style=Style.BAD
    )
    other = Button(t("I know the reason"), AskCb(student=student, day=day.toordinal()).pack())
    return screen(
        _fact(found, ctx, t),
        t("Raise the alarm? The class teacher and the deputy head on duty will search at once."),
        rows=((sure,), (other,), (back(t),)),
    )


def _withdrawn(found: Noted, ctx: Ctx, t: Texts) -> Screen:
    name = child_name(found.child, ctx.actor.privacy)
    said = t(
        "{child} comes to school on {days}. Passed on to the class teacher.",
        child=name,
        days=words.days(found.note, t),
    )
    again = AheadCb(student=found.child.student_id).pack()
    return screen(said, rows=((Button(t("Announce an absence"), again),), (back(t),)))


def _withdrawal(found: Noted, t: Texts) -> tuple[Row, ...]:
    """Taking a note back while its days have not begun."""
    note = found.note
    if not found.coming or note.status not in (NoteStatus.SENT, NoteStatus.ACCEPTED):
        return ()
    data = NoteCb(note=note.id, act=NoteAct.WITHDRAW, revision=note.revision).pack()
    return ((Button(t("Take the note back"), data),),)


def _reasons(found: Missed, t: Texts) -> tuple[Row, ...]:
    return reasons(found.child.student_id, found.day, t, missed=bool(found.missed), current=found.current)


def until(found: Noted, ahead: Outlook, ctx: Ctx, t: Texts) -> Screen:
    """The days until which the absence may last."""
    return screen(
        _fact(found, ctx, t),
        t("Until which day?"),
        rows=(*grid(_days(found.note, ahead, t), 3), (back(t),)),
    )


def certificates(note: AbsenceNote, t: Texts) -> tuple[Row, ...]:
    """Whether there is a doctor's certificate, for an illness of several days; dates only, never a photo."""
    several = note.ends_on > note.starts_on
    standing = note.status in (NoteStatus.SENT, NoteStatus.ACCEPTED)
    if note.reason != Said.ILL or not several or not standing or note.certificate:
        return ()

    def button(label: str, act: NoteAct) -> Button:
        return Button(label, NoteCb(note=note.id, act=act, revision=note.revision).pack())

    have, will = t("I have a certificate"), t("I will bring a certificate")
    return ((button(have, NoteAct.HELD), button(will, NoteAct.PROMISED)),)


def _fact(found: Missed, ctx: Ctx, t: Texts) -> str:
    """`Аня: нет на 1-м уроке (алгебра, 8:30).`, or the child and the day where nothing is known yet."""
    name = child_name(found.child, ctx.actor.privacy)
    if found.missed:
        return missed(name, found.missed, ctx.school.zone, t)
    return t("{child}, {day}.", child=name, day=t.day(found.day))


def _days(note: AbsenceNote, ahead: Outlook, t: Texts) -> list[Button]:
    def button(day: date) -> Button:
        data = UntilCb(note=note.id, day=day.toordinal(), revision=note.revision).pack()
        return Button(t.dated(day), data)

    return [button(day) for day in ahead.days if day > note.ends_on]
