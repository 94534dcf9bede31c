"""Screens of one's own access: who was linked, hats."""

from handlers.access.callbacks import HatCb
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row, Screen, screen
from journal.model.access import Actor, Hat
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


def hats(actor: Actor, t: Texts) -> Row:
    """Buttons of the hats one owns and does not wear; nothing for whoever has one."""
    labels = {Hat.STAFF: t("To work"), Hat.GUARDIAN: t("To my children"), Hat.STUDENT: t("To my diary")}
    others = [hat for hat in actor.hats if hat is not actor.hat]
    return tuple(Button(labels[hat], HatCb(hat=hat).pack()) for hat in others)


def _home(t: Texts) -> Row:
    return (Button(t("Home"), HOME),)
