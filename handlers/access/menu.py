"""What the access area puts on the home screen."""

from handlers.access.callbacks import AccessCb, InviteCb
from handlers.access.screens import own as screens
from handlers.menu import MenuEntry
from handlers.screen import Row
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from locales.texts import Texts


def hats(ctx: Ctx, t: Texts) -> Row:
    """Other hats of the same account: staff who are parents."""
    return screens.hats(ctx.actor, t)


ROWS = (hats,)

ENTRIES = (
    MenuEntry(
        lambda t: t("Codes and access"),
        AccessCb().pack(),
        frozenset({Hat.STAFF}),
        order=70,
        permission=Permission.SEE_ACCESS,
    ),
    MenuEntry(
        lambda t: t("A code for a colleague"),
        InviteCb().pack(),
        frozenset({Hat.STAFF}),
        order=71,
        permission=Permission.ISSUE_STAFF_CODES,
    ),
)
