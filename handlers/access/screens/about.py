"""Whose bot this is and how to come in; the same as a page for a notice board or the school's site."""

from handlers.access.callbacks import EntranceCb
from handlers.home.screens import back, contact
from handlers.screen import Button, File, Screen, bold, screen
from journal.model.school import School
from locales.texts import Texts


def about(school: School, link: str, t: Texts, *, prints: bool) -> Screen:
    """Nothing in it is secret: the link opens no diary without a code."""
    return screen(
        bold(t("This is the diary of {school}.", school=school.short_name)),
        t("The way in: {link}", link=link),
        t("A slip with a code comes from the class teacher. The link alone opens nobody's diary."),
        t("We never ask for codes from text messages nor for the password of any account."),
        contact(school, t),
        rows=(
            (Button(t("Page for the notice board"), EntranceCb().pack()),) if prints else (),
            (back(t),),
        ),
    )


def entrance(link: str, content: bytes, t: Texts) -> Screen:
    return screen(
        t("For the notice board and the school's site. The text for a link: {link}", link=link),
        file=File(t("diary in telegram.pdf"), content),
    )
