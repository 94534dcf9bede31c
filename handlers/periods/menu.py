"""The teacher's way to period marks."""

from datetime import timedelta

from handlers.deadlines import due
from handlers.menu import HomeCard, MenuEntry, reaches
from handlers.periods import words
from handlers.periods.callbacks import BOARD, OWN_PAGES
from journal import periods
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts
from locales.words import opening

# The first screen speaks of it so long before the last day.
NEAR = timedelta(days=10)


async def _left(ctx: Ctx, t: Texts) -> str | None:
    """What a teacher still has to set, once its time has come near."""
    if not reaches(ctx, Permission.ENTER_RESULTS):
        return None
    found, _ = await periods.shelf(ctx)
    if found is None or not found.verdict.allowed or found.verdict.until is None:
        return None
    left = sum(item.left for item in found.pages)
    if not left or found.verdict.until - ctx.now > NEAR:
        return None
    named = opening(words.named(found.assessment, t))
    time = due(found.verdict.until, ctx.today, ctx.school.zone, t)
    return t("{period}: marks still to be set {count}, {time}.", period=named, count=left, time=time)


CARDS = (HomeCard(Hat.STAFF, 30, _left),)
ENTRIES = (
    MenuEntry(
        label=lambda t: t("Period marks"),
        data=OWN_PAGES,
        hats=frozenset({Hat.STAFF}),
        order=18,
        permission=Permission.ENTER_RESULTS,
        command="results",
        help=lambda t: t("marks of quarters and years: suggested, checked, set"),
    ),
    MenuEntry(
        label=lambda t: t("Closing of the period"),
        data=BOARD,
        hats=frozenset({Hat.STAFF}),
        order=19,
        permission=Permission.CONTROL_JOURNALS,
        command="closing",
        help=lambda t: t("who has not set the marks of the period yet"),
    ),
)
