"""The way to the journals one may look at."""

from handlers.control.callbacks import FINDINGS, JOURNALS
from handlers.menu import ClassWay, HomeCard, MenuEntry
from journal.context import Ctx
from journal.control.integrity import reviewing
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Journals"),
        data=JOURNALS,
        hats=frozenset({Hat.STAFF}),
        order=50,
        permission=Permission.VIEW_CLASS,
        command="journals",
        help=lambda t: t("the journals of the classes open to you"),
    ),
    MenuEntry(
        label=lambda t: t("Does not add up"),
        data=FINDINGS,
        hats=frozenset({Hat.STAFF}),
        order=55,
        permission=Permission.VIEW_JOURNAL,
        help=lambda t: t("entries that contradict each other"),
    ),
)


async def _waiting(ctx: Ctx, t: Texts) -> str | None:
    """How many entries contradict each other; nothing where none do."""
    count = await reviewing.count(ctx)
    return t("Entries that do not add up: {count}.", count=count) if count else None


CARDS = (HomeCard(Hat.STAFF, 60, _waiting),)
CLASS = (
    ClassWay(
        label=lambda t: t("Does not add up"),
        data=lambda _: FINDINGS,
        order=60,
        permission=Permission.VIEW_JOURNAL,
    ),
)
