"""The diary on the first screen of families and students."""

from handlers.diary import screens
from handlers.diary.callbacks import Look, to_page
from handlers.diary.screens.parts import children_row, more_name
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
    """The children of a family, where there are several; large and simple, only the way to the others."""
    own, current = ctx.actor.children, ctx.actor.current_student_id
    if ctx.actor.hat is not Hat.GUARDIAN or current is None:
        return ()
    row = children_row(own, current, t)
    if not ctx.actor.reads_large or not row:
        return row
    others = [child for child in own if child.student_id != current]
    return (row[own.index(others[0])] if len(others) == 1 else row[-1],)


def hint(t: Texts) -> str:
    """What one may simply ask."""
    return t(
        "You can also ask, for example: “homework for tomorrow”, “marks this week”, “when are the holidays”, "
        "“marks as a picture”."
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
        command="today",
    ),
    MenuEntry(
        lambda t: t("Week"),
        to_page(0, Look.WEEK),
        FAMILY,
        20,
        help=lambda t: t("the same for a week"),
        command="week",
    ),
    MenuEntry(
        lambda t: t("Marks"),
        to_page(0, Look.MARKS),
        FAMILY,
        30,
        help=lambda t: t("by subject, with averages"),
        simple=1,
        command="marks",
    ),
    MenuEntry(
        lambda t: t.context("diary", "Homework"),
        to_page(0, Look.TASKS),
        FAMILY,
        40,
        help=lambda t: t("what is due, day by day"),
        simple=3,
        command="homework",
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
        more_name,
        to_page(0, Look.MORE),
        FAMILY,
        90,
        help=lambda t: t("timetable, topics, events, holidays"),
    ),
)
