"""The diary on the first screen of families and students."""

from handlers.diary import screens
from handlers.diary.callbacks import Look, to_page
from handlers.diary.screens.parts import children_row
from handlers.menu import HomeCard, MenuEntry
from handlers.screen import Row
from journal import diary
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts

FAMILY = frozenset({Hat.GUARDIAN, Hat.STUDENT})


async def card(ctx: Ctx, t: Texts) -> str:
    """The day of the child looked at."""
    return screens.home_card(await diary.home(ctx, diary.at_hand(ctx.actor)), ctx.school.zone, t)


def children(ctx: Ctx, t: Texts) -> Row:
    """The children of a family, where there are several."""
    if ctx.actor.hat is not Hat.GUARDIAN or ctx.actor.current_student_id is None:
        return ()
    return children_row(ctx.actor.children, ctx.actor.current_student_id, t)


def hint(t: Texts) -> str:
    """What one may simply ask."""
    return t(
        "You can also ask, for example: “homework for tomorrow”, “marks this week”, “when are the holidays”."
    )


ROWS = (children,)
CARDS = (HomeCard(Hat.GUARDIAN, 10, card), HomeCard(Hat.STUDENT, 10, card))
HINTS = dict.fromkeys(FAMILY, hint)

ENTRIES = (
    MenuEntry(
        lambda t: t("Today"),
        to_page(0, Look.DAY),
        FAMILY,
        10,
        help=lambda t: t("lessons, homework, marks of the day"),
    ),
    MenuEntry(
        lambda t: t("Week"), to_page(0, Look.WEEK), FAMILY, 20, help=lambda t: t("the same for a week")
    ),
    MenuEntry(
        lambda t: t("Marks"),
        to_page(0, Look.MARKS),
        FAMILY,
        30,
        help=lambda t: t("by subject, with averages"),
    ),
    MenuEntry(
        lambda t: t.context("diary", "Homework"),
        to_page(0, Look.TASKS),
        FAMILY,
        40,
        help=lambda t: t("what is due, day by day"),
    ),
    MenuEntry(
        lambda t: t("Absences"),
        to_page(0, Look.MISSED),
        FAMILY,
        50,
        help=lambda t: t("missed lessons and reasons"),
    ),
    MenuEntry(
        lambda t: t("Results"),
        to_page(0, Look.FINALS),
        FAMILY,
        55,
        help=lambda t: t("marks of periods and of the year"),
    ),
    MenuEntry(
        lambda t: t("More"),
        to_page(0, Look.MORE),
        FAMILY,
        90,
        help=lambda t: t("timetable, topics, events, holidays"),
    ),
)
