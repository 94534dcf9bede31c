"""Debts on the first screen of families: how many, and the way to them."""

from handlers.debts import screens
from handlers.debts.callbacks import DEBTS
from handlers.diary.menu import FAMILY
from handlers.menu import HomeCard, MenuEntry
from journal import debts, diary
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts


async def card(ctx: Ctx, t: Texts) -> str | None:
    """How many works the child looked at still owes; nothing where it owes none."""
    _, owed = await debts.debts_of(ctx, diary.at_hand(ctx.actor))
    return screens.counted(owed, t)


CARDS = (HomeCard(Hat.GUARDIAN, 20, card), HomeCard(Hat.STUDENT, 20, card))
ENTRIES = (
    MenuEntry(
        lambda t: t("Debts"),
        DEBTS,
        FAMILY,
        52,
        help=lambda t: t("what to retake or hand in, tests ahead"),
        command="debts",
    ),
)
