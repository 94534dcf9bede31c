"""The diary on the first screen of families and students."""

from handlers.diary import screens
from handlers.diary.callbacks import Look, MineCb
from handlers.diary.pages import at_hand
from handlers.diary.screens.parts import children_row
from handlers.menu import HomeCard, MenuEntry
from handlers.screen import Row
from journal import diary
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts

FAMILY = frozenset({Hat.GUARDIAN, Hat.STUDENT})


async def card(ctx: Ctx, t: Texts) -> str | None:
    """The child's day, or a word on what is still missing before it may be shown."""
    if ctx.actor.student_id is None and ctx.actor.current_student_id is None:
        return t("No child's diary is open to you yet.")
    return screens.home_card(await diary.home(ctx, at_hand(ctx)), ctx.school.zone, t)


def children(ctx: Ctx, t: Texts) -> Row:
    """The children of a family, where there are several."""
    if ctx.actor.hat is not Hat.GUARDIAN or ctx.actor.current_student_id is None:
        return ()
    return children_row(ctx.actor.children, ctx.actor.current_student_id, t)


ROWS = (children,)
CARDS = (HomeCard(Hat.GUARDIAN, 10, card), HomeCard(Hat.STUDENT, 10, card))

ENTRIES = (
    MenuEntry(lambda t: t("Today"), MineCb(look=Look.DAY).pack(), FAMILY, 10),
    MenuEntry(lambda t: t("Week"), MineCb(look=Look.WEEK).pack(), FAMILY, 20),
    MenuEntry(lambda t: t("Marks"), MineCb(look=Look.MARKS).pack(), FAMILY, 30),
    MenuEntry(lambda t: t("Homework"), MineCb(look=Look.TASKS).pack(), FAMILY, 40),
    MenuEntry(lambda t: t("Absences"), MineCb(look=Look.MISSED).pack(), FAMILY, 50),
)
