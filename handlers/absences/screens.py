"""Screens of absences on a family's phone: what was said, another word, more days."""

from datetime import date

from handlers.absences import words
from handlers.absences.buttons import after, reasons
from handlers.absences.callbacks import NoteAct, NoteCb, UntilCb
from handlers.attendance.words import missed
from handlers.home.screens import back
from handlers.naming import child_name
from handlers.screen import Button, Row, Screen, grid, screen
from handlers.settings.why import why
from journal.absences import Missed, Noted, Outlook, Said
from journal.context import Ctx
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import Kind
from locales.texts import Texts


def noted(found: Noted, ctx: Ctx, t: Texts) -> Screen:
    """The message about the child's day as it reads once the family has said why."""
    said = words.standing(found.note, t)
    rows = (
        *after(found.note, found.day, t),
        *certificates(found.note, t),
        (why(Kind.ATTENDANCE, t, found.child),),
    )
    return screen(f"{_fact(found, ctx, t)} {said}", words.certificate(found.note, t), rows=rows)


def ask(found: Missed, ctx: Ctx, t: Texts) -> Screen:
    """The question again, e.g. to correct the answer."""
    rows: tuple[Row, ...] = reasons(found.child.student_id, found.day, t)
    return screen(_fact(found, ctx, t), t("Do you know why?"), rows=(*rows, (back(t),)))


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
        return Button(f"{t.short_weekday(day)} {t.short_day(day)}", data)

    return [button(day) for day in ahead.days if day > note.ends_on]
