"""Documents on the first screen of staff; families find them under «More» of the diary."""

from handlers.documents.callbacks import DOCUMENTS
from handlers.menu import MenuEntry
from journal.model.access import Hat

ENTRIES = (
    MenuEntry(
        lambda t: t("Documents and links"),
        DOCUMENTS,
        frozenset({Hat.STAFF}),
        85,
        help=lambda t: t("the school's rules, guides and useful addresses"),
    ),
)
