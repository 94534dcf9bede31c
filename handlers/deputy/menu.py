"""The deputy head's buttons."""

from handlers.deputy.callbacks import MORNING, PROGRAMME
from handlers.menu import MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("The {term.institution.english}'s day"),
        data=MORNING,
        hats=frozenset({Hat.STAFF}),
        order=15,
        permission=Permission.OPEN_ENTRY,
        command="morning",
        help=lambda t: t("lessons without a teacher, missing entries, requests"),
    ),
    MenuEntry(
        label=lambda t: t("Programme fulfilment"),
        data=PROGRAMME,
        hats=frozenset({Hat.STAFF}),
        order=21,
        permission=Permission.CONTROL_JOURNALS,
        command="programme",
        help=lambda t: t("lessons given of those planned, by subject and class"),
    ),
)
