"""Screens of one's own access: who was linked, consents, hats."""

from collections.abc import Sequence

from handlers.access.callbacks import ConsentCb, HatCb, WithdrawCb
from handlers.access.screens.entering import consent_text
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row, Screen, Style, bold, grid, screen
from journal.access.consent import ConsentGiven
from journal.model.access import Actor, Hat
from journal.model.people import Child
from journal.model.school import School
from locales.texts import Texts


def thanks(t: Texts) -> Screen:
    return screen(t("Thank you."), rows=(_home(t),))


def questioned(t: Texts) -> Screen:
    """A family does not know the new adult."""
    return screen(
        t("Thank you. The {term.unit_head.english} will look into it and, if need be, end the access."),
        rows=(_home(t),),
    )


def disowned(t: Texts) -> Screen:
    """The stranger is out."""
    return screen(
        t("The other phone is disconnected, and the school knows."),
        t("If you lost a slip, ask for a new code."),
        rows=(_home(t),),
    )


def consents(children: Sequence[Child], t: Texts) -> Screen:
    """Whose consent?"""
    buttons = [Button(child.first_name, ConsentCb(student=child.student_id).pack()) for child in children]
    return screen(
        bold(t("Consent")),
        t("Choose a child.") if children else t("There is no consent of yours here."),
        rows=(*grid(buttons), _home(t)),
    )


def consent(given: ConsentGiven, school: School, t: Texts) -> Screen:
    """What was agreed to, when, and how to take it back."""
    withdraw = WithdrawCb(student=given.child.student_id).pack()
    return screen(
        bold(given.child.first_name),
        t("Given on {day}.", day=t.full_day(school.day(given.given_at))),
        "",
        *consent_text(school, t),
        rows=([Button(t("Withdraw the consent"), withdraw, style=Style.BAD)], _home(t)),
    )


def confirm_withdrawal(child: Child, t: Texts) -> Screen:
    """What a withdrawal means, before it happens."""
    yes = WithdrawCb(student=child.student_id, confirmed=True).pack()
    return screen(
        bold(t("{name}: withdraw the consent?", name=child.first_name)),
        t("We stop writing to you and disconnect this phone. The journal itself stays, as the law demands."),
        t("The {term.unit_head.english} can give you the results on paper every week."),
        rows=(
            [Button(t("Withdraw the consent"), yes, style=Style.BAD)],
            [Button(t("Back"), ConsentCb(student=child.student_id).pack())],
        ),
    )


def withdrawn(t: Texts) -> Screen:
    return screen(
        t("The consent is withdrawn, the phone is disconnected. All the best to you."),
        rows=(_home(t),),
    )


def hats(actor: Actor, t: Texts) -> Row:
    """Buttons of the hats one owns and does not wear; nothing for whoever has one."""
    labels = {Hat.STAFF: t("To work"), Hat.GUARDIAN: t("To my children"), Hat.STUDENT: t("To my diary")}
    others = [hat for hat in actor.hats if hat is not actor.hat]
    return tuple(Button(labels[hat], HatCb(hat=hat).pack()) for hat in others)


def _home(t: Texts) -> Row:
    return (Button(t("Home"), HOME),)
