"""The buttons under whatever tells of an absence: on a family's phone and on the class teacher's."""

from datetime import date

from handlers.absences.callbacks import NoteAct, NoteCb, reason
from handlers.screen import Button, Row, Style
from journal.absences import Said
from journal.model.attendance import AbsenceNote, NoteStatus
from locales.texts import Texts


def reasons(student_id: int, day: date, t: Texts) -> tuple[Row, ...]:
    """What a family can answer with one tap."""

    def button(said: Said, style: Style | None = None) -> Button:
        return Button(answer(said, t), reason(student_id, day, said), style=style)

    return (
        (button(Said.ILL), button(Said.FAMILY)),
        (button(Said.LATE), button(Said.MISTAKE)),
        (button(Said.MISSING, Style.BAD),),
    )


def after(note: AbsenceNote, day: date, t: Texts) -> tuple[Row, ...]:
    """What a family can do with the note that stands; the reasons again where none stands any more."""

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
        case NoteStatus.DECLINED | NoteStatus.CLOSED:
            return reasons(note.student_id, day, t)


def under_absence(student_id: int, day: date, note: AbsenceNote | None, t: Texts) -> tuple[Row, ...]:
    """The buttons of the message about a child's day: the question, or what can be done with the answer."""
    return reasons(student_id, day, t) if note is None else after(note, day, t)


def decision(note: AbsenceNote, t: Texts) -> tuple[Row, ...]:
    """What the class teacher can do with a family's note; nothing once it is decided."""
    if note.status not in (NoteStatus.SENT, NoteStatus.DISPUTED):
        return ()

    def button(label: str, act: NoteAct, style: Style) -> Button:
        return Button(label, NoteCb(note=note.id, act=act, revision=note.revision).pack(), style=style)

    return (
        (
            button(t("Accept"), NoteAct.ACCEPT, Style.GOOD),
            button(t("Decline"), NoteAct.DECLINE, Style.BAD),
        ),
    )


def answer(said: Said, t: Texts) -> str:
    """What a family says, as it stands on a button."""
    return {
        Said.ILL: t("Is ill"),
        Said.FAMILY: t("Family reasons"),
        Said.LATE: t("Will be late"),
        Said.MISSING: t("I do not know where the child is"),
        Said.MISTAKE: t("This is a mistake"),
    }[said]
