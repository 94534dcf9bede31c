"""The buttons under whatever tells of an absence: on a family's phone and on the class teacher's."""

from dataclasses import replace
from datetime import date

from handlers.absences import words
from handlers.absences.callbacks import AlarmCb, AskCb, NoteAct, NoteCb, reason
from handlers.screen import Button, Row, Style, grid
from journal.absences import Said
from journal.absences.rules import answers
from journal.model.attendance import AbsenceNote, NoteStatus
from locales.texts import Texts

# The reasons with which a class teacher who knows better may accept a note.
INSTEAD = {NoteAct.ACCEPT_AS_ILL: Said.ILL, NoteAct.ACCEPT_AS_FAMILY: Said.FAMILY}


def reasons(student_id: int, day: date, t: Texts, *, missed: bool, current: bool) -> tuple[Row, ...]:
    """What a family can answer: reasons with one tap, the alarm with two, and only where it can be true."""
    offered = answers(missed=missed, current=current)
    rows = grid(
        [
            Button(answer(said, t), reason(student_id, day, said))
            for said in offered
            if said is not Said.MISSING
        ],
        2,
    )
    if Said.MISSING not in offered:
        return rows
    alarm = Button(answer(Said.MISSING, t), AlarmCb(student=student_id).pack(), style=Style.BAD)
    return (*rows, (alarm,))


def after(note: AbsenceNote, day: date, t: Texts, *, missed: bool, current: bool) -> tuple[Row, ...]:
    """What a family can do with the note that stands; the reasons again where it was declined."""

    def button(label: str, act: NoteAct, style: Style | None = None) -> Button:
        return Button(label, NoteCb(note=note.id, act=act, revision=note.revision).pack(), style=style)

    match note.status:
        case NoteStatus.MISSING:
            return ((button(t("Everything is fine"), NoteAct.FOUND, Style.GOOD),),)
        case NoteStatus.SENT:
            return ((button(t("More days"), NoteAct.MORE_DAYS), button(t("Change"), NoteAct.CHANGE)),)
        case NoteStatus.DISPUTED:
            return ((button(t("Change"), NoteAct.CHANGE),),)
        case NoteStatus.ACCEPTED:
            return ((button(t("More days"), NoteAct.MORE_DAYS),),)
        case NoteStatus.DECLINED:
            return reasons(note.student_id, day, t, missed=missed, current=current)
        case NoteStatus.CLOSED:
            return (give_reason(note.student_id, day, t),) if missed else ()


def give_reason(student_id: int, day: date, t: Texts, label: str | None = None) -> Row:
    """The way to say why a lesson of that day was missed."""
    asking = AskCb(student=student_id, day=day.toordinal()).pack()
    return (Button(t("Give the reason") if label is None else label, asking),)


def under_absence(
    student_id: int, day: date, note: AbsenceNote | None, t: Texts, *, current: bool
) -> tuple[Row, ...]:
    """The buttons of the message about a child's day: the question, or what can be done with the answer."""
    if note is None:
        return reasons(student_id, day, t, missed=True, current=current)
    return after(note, day, t, missed=True, current=current)


def decision(note: AbsenceNote, t: Texts) -> tuple[Row, ...]:
    """What the class teacher can do with a family's note; nothing once it is decided."""
    if note.status not in (NoteStatus.SENT, NoteStatus.DISPUTED):
        return ()

    def button(label: str, act: NoteAct, style: Style | None = None) -> Button:
        return Button(label, NoteCb(note=note.id, act=act, revision=note.revision).pack(), style=style)

    first = (
        button(t("Accept"), NoteAct.ACCEPT, Style.GOOD),
        button(t("Decline"), NoteAct.DECLINE, Style.BAD),
    )
    if note.status is not NoteStatus.SENT:
        return (first,)
    others = (
        button(t("Accept as: {reason}", reason=words.reason(replace(note, reason=said), t)), act)
        for act, said in INSTEAD.items()
        if said != note.reason
    )
    return (first, *((other,) for other in others))


def answer(said: Said, t: Texts) -> str:
    """What a family says, as it stands on a button."""
    return {
        Said.ILL: t("Is ill"),
        Said.FAMILY: t("Family reasons"),
        Said.LATE: t("Will be late"),
        Said.MISSING: t("I do not know where the child is"),
        Said.MISTAKE: t("This is a mistake"),
    }[said]
