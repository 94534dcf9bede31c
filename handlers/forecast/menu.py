"""The forecast for the group on the first screen of those who teach."""

from handlers.forecast.callbacks import MY_CLASSES
from handlers.menu import MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Forecast"),
        data=MY_CLASSES,
        hats=frozenset({Hat.STAFF}),
        order=60,
        permission=Permission.FORECAST,
        help=lambda t: t("the marks a period is likely to end with"),
    ),
)
