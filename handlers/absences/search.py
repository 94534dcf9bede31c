"""A child nobody can find, on the phones of those who search."""

from dataclasses import replace

from handlers.absences import words
from handlers.absences.callbacks import NoteAct, NoteCb
from handlers.home.screens import back
from handlers.screen import Button, Screen, Style, bold, screen
from journal.absences import Alarm
from journal.model.attendance import NoteStatus
from locales.texts import Texts
from locales.words import inside


def search(found: Alarm, t: Texts) -> Screen:
    """The alarm with the day and the lessons missed, or its end."""
    note = found.note
    alarm = note.status is NoteStatus.MISSING
    data = NoteCb(note=note.id, act=NoteAct.SEEN, revision=note.revision).pack()
    return screen(
        bold(_said(found, t)),
        _since(found, t) if alarm else None,
        t("From {adult}.", adult=found.author.short) if found.author and note.decided_by is None else None,
        t("Please look for the child at school and call the family.") if alarm else None,
        rows=((Button(t("The child is found"), data, style=Style.GOOD),),) if alarm else (),
    )


def ended(found: Alarm, t: Texts) -> Screen:
    """The card after the press of whoever found the child."""
    shown = search(found, t)
    return replace(shown, rows=(*shown.rows, (back(t),)))


def _said(found: Alarm, t: Texts) -> str:
    child, note = found.child, found.note
    who = {"student": f"{child.last_name} {child.first_name}", "unit": child.unit_name}
    if note.status is NoteStatus.MISSING:
        return t("{student}, {unit}: the family does not know where the child is!", **who)
    if note.decided_by is not None and note.found:
        return t("{student}, {unit}: the child is found. The family hears of it.", **who)
    return t("{student}, {unit}: the family says that all is well.", **who)


def _since(found: Alarm, t: Texts) -> str:
    """`14 октября, нет со 2-го урока (алгебра).`"""
    day = words.days(found.note, t)
    if not found.missed:
        return t("{day}.", day=day)
    first = found.missed[0]
    since = words.since(first.slot, t)
    return t("{day}: away {since} ({subject}).", day=day, since=since, subject=inside(first.subject))
