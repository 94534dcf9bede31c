"""Notices on the first screen: writing them, and reading them."""

from handlers.menu import MenuEntry
from handlers.notices.callbacks import INBOX, WRITE
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Write a notice"),
        data=WRITE,
        hats=frozenset({Hat.STAFF}),
        order=40,
        permission=Permission.PUBLISH_NOTICE,
        command="notice",
        help=lambda t: t("to families or colleagues, with a sign-off if need be"),
    ),
    MenuEntry(
        lambda t: t("Notices"),
        INBOX,
        frozenset({Hat.GUARDIAN, Hat.STUDENT, Hat.STAFF}),
        70,
        help=lambda t: t("what the school has written to you"),
        command="notices",
    ),
)
