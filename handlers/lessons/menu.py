"""The teacher's first button, and what the day still lacks."""

from handlers.lessons.callbacks import NOW, SICK, TODAY
from handlers.lessons.screens import record_name
from handlers.menu import HomeCard, MenuEntry, reaches
from journal.context import Ctx
from journal.lessons import cards
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts

# So many lessons are named on the first screen.
NAMED_LESSONS = 3


async def _unfilled(ctx: Ctx, t: Texts) -> str | None:
    """`Ещё не внесено: 7Г, 3-й урок (задание).`"""
    if not reaches(ctx, Permission.ENTER_LESSON):
        return None
    found = await cards.unfilled(ctx)
    if not found:
        return None
    lessons = [
        t(
            "{unit}, lesson {slot} ({list})",
            unit=item.lesson.unit_name,
            slot=item.lesson.slot,
            list=", ".join(record_name(one.record, t) for one in item.missing),
        )
        for item in found[:NAMED_LESSONS]
    ]
    more = len(found) - NAMED_LESSONS
    if more > 0:
        lessons.append(t.plural("{count} more lesson", "{count} more lessons", more))
    return t("Not filled in yet: {lessons}.", lessons="; ".join(lessons))


CARDS = (HomeCard(Hat.STAFF, 20, _unfilled),)
ENTRIES = (
    MenuEntry(
        label=lambda t: t("The lesson now"),
        data=NOW,
        hats=frozenset({Hat.STAFF}),
        order=10,
        permission=Permission.ENTER_LESSON,
        command="now",
        help=lambda t: t("the lesson that runs: register, marks, topic, homework"),
    ),
    MenuEntry(
        label=lambda t: t("All lessons"),
        data=TODAY,
        hats=frozenset({Hat.STAFF}),
        order=11,
        permission=Permission.ENTER_LESSON,
        help=lambda t: t("your day, with what each lesson still lacks"),
    ),
)
NAMED = (
    MenuEntry(
        label=lambda t: t("What is missing|What is missing today|My lessons|What is not filled in"),
        data=TODAY,
        hats=frozenset({Hat.STAFF}),
        order=12,
        permission=Permission.ENTER_LESSON,
    ),
    MenuEntry(
        label=lambda t: t("I'm ill|I am ill|I am sick"),
        data=SICK,
        hats=frozenset({Hat.STAFF}),
        order=13,
        permission=Permission.ENTER_LESSON,
    ),
)
