"""How the bot is doing, on the home screen of whoever keeps it running."""

from handlers.delivery.callbacks import STATE
from handlers.menu import MenuEntry, NewsCard
from journal.context import Ctx
from journal.delivery import letters
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts

ENTRIES = (
    MenuEntry(
        lambda t: t("How the bot is doing"),
        STATE,
        frozenset({Hat.STAFF}),
        order=80,
        permission=Permission.OPERATE,
        command="state",
        help=lambda t: t("what waits, what went, what did not arrive"),
        news=letters.count,
    ),
)


def _lost(new: int, ctx: Ctx, t: Texts) -> str | None:
    """How much did not arrive; nothing where all did."""
    return t("Did not arrive: {count}.", count=new) if new else None


CARDS = (NewsCard(Hat.STAFF, 65, STATE, _lost),)
