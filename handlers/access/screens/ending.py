"""Screens that ask why somebody's access ends."""

from handlers.access.callbacks import RevokeReasonCb, StudentAccessCb
from handlers.access.screens import refusing
from handlers.screen import Button, Screen, bold, grid, screen
from journal.access.ending import EndReason
from journal.model.people import Person
from locales.texts import Texts


def ask_reason(person: Person, student_id: int, t: Texts) -> Screen:
    """Access ends only for a reason."""
    labels = {
        EndReason.FAMILY_ASKED: t("The family asked for it"),
        EndReason.DOCUMENT: t("By a document"),
        EndReason.PHONE_LOST: t("The phone is lost"),
        EndReason.OTHER: t("Another reason"),
    }
    buttons = [
        Button(label, RevokeReasonCb(student=student_id, person=person.id, reason=reason).pack())
        for reason, label in labels.items()
    ]
    return screen(
        bold(t("Disconnect: {name}", name=person.full)),
        t("Why? The reason stays in the school's log."),
        rows=(
            *grid(buttons, 1),
            (refusing.refuse_button(student_id, person.id, t),) if person.id != student_id else (),
            (Button(t("Back"), StudentAccessCb(student=student_id).pack()),),
        ),
    )


def ask_other_reason(student_id: int, t: Texts) -> Screen:
    return screen(
        t("Write the reason in a few words."),
        rows=[[Button(t("Cancel"), StudentAccessCb(student=student_id).pack())]],
    )
