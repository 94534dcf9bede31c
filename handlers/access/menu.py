"""What the access area puts on the home screen."""

from handlers.access.callbacks import AccessCb, InviteCb
from handlers.access.screens import entering
from handlers.access.screens import own as screens
from handlers.menu import HomeCard, MenuEntry
from handlers.screen import Row
from journal.access import opening
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts


def hats(ctx: Ctx, t: Texts) -> Row:
    """Other hats of the same account: staff who are parents."""
    return screens.hats(ctx.actor, t)


async def waiting(ctx: Ctx, t: Texts) -> str | None:
    """To whom nothing is open yet: what it is that is waited for."""
    found = await opening.waiting(ctx)
    return entering.waiting(found, t).text if found is not None else None


ROWS = (hats,)
CARDS = (HomeCard(None, 10, waiting),)

ENTRIES = (
    MenuEntry(
        lambda t: t("Codes and access"),
        AccessCb().pack(),
        frozenset({Hat.STAFF}),
        order=70,
        permission=Permission.SEE_ACCESS,
        command="access",
        help=lambda t: t("slips for families, and who is connected"),
    ),
    MenuEntry(
        lambda t: t("A code for a colleague"),
        InviteCb().pack(),
        frozenset({Hat.STAFF}),
        order=71,
        permission=Permission.ISSUE_STAFF_CODES,
        command="invite",
        help=lambda t: t("lets another member of staff in"),
    ),
)
