"""The way to the journals one may look at."""

from handlers.control.callbacks import JOURNALS
from handlers.menu import MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

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
)
