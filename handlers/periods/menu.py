"""The teacher's way to period marks."""

from handlers.menu import MenuEntry
from handlers.periods.callbacks import BOARD, OWN_PAGES
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Period marks"),
        data=OWN_PAGES,
        hats=frozenset({Hat.STAFF}),
        order=18,
        permission=Permission.ENTER_RESULTS,
        help=lambda t: t("marks of quarters and years: suggested, checked, set"),
    ),
    MenuEntry(
        label=lambda t: t("Closing of the period"),
        data=BOARD,
        hats=frozenset({Hat.STAFF}),
        order=19,
        permission=Permission.CONTROL_JOURNALS,
        help=lambda t: t("who has not set the marks of the period yet"),
    ),
)
