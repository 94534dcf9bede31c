"""Screens of a written refusal of the diary, and of the paper that takes its place."""

from handlers.access.callbacks import PrintResultsCb, RefuseCb, StudentAccessCb
from handlers.access.screens import words
from handlers.home.callbacks import HOME
from handlers.screen import Button, Screen, Style, bold, quote, screen
from journal.access.overview import Access
from journal.model.people import Child
from journal.regulation import Regulation
from locales.texts import Texts


def refuse_button(student_id: int, person_id: int, t: Texts) -> Button:
    return Button(t("Refused the diary in writing"), RefuseCb(student=student_id, person=person_id).pack())


def print_button(student_id: int, t: Texts, *, printed: bool) -> Button:
    label = t("Print the results no longer") if printed else t("Print the results for the family")
    return Button(label, PrintResultsCb(student=student_id, wanted=not printed).pack())


def confirm(adult: Access, student_id: int, regulation: Regulation, t: Texts) -> Screen:
    """What a refusal means, and by which clause; the application must be there."""
    clause = regulation.clause("access.service_refusal")
    yes = RefuseCb(student=student_id, person=adult.person.id, confirmed=True).pack()
    return screen(
        bold(t("Refusal of the diary: {name}", name=adult.person.full)),
        words.refusing(regulation.access.service_refusal, t),
        quote(clause.words) if clause.words else None,
        t(
            "Nothing more is sent to this adult, and codes stop working. "
            "Other adults of the child keep theirs."
        ),
        rows=(
            (Button(t("The application is here"), yes, style=Style.BAD),),
            (Button(t("Back"), StudentAccessCb(student=student_id).pack()),),
        ),
    )


def refused(child: Child, t: Texts) -> Screen:
    """It is noted; paper is offered."""
    student = child.student_id
    return screen(
        t("The refusal is noted. Nothing is sent to this adult any more."),
        bold(t("Should the results be printed for the family?")),
        rows=(
            (
                Button(t("Print"), PrintResultsCb(student=student, wanted=True).pack(), style=Style.GOOD),
                Button(t("Not needed"), StudentAccessCb(student=student).pack()),
            ),
            (Button(t("Home"), HOME),),
        ),
    )
