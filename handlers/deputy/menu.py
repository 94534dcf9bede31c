"""The deputy head's button."""

from handlers.deputy.callbacks import MORNING
from handlers.menu import MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("The school's day"),
        data=MORNING,
        hats=frozenset({Hat.STAFF}),
        order=15,
        permission=Permission.OPEN_ENTRY,
        command="morning",
        help=lambda t: t("lessons without a teacher, missing entries, requests"),
    ),
)
