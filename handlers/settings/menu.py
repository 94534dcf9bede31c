"""What the settings area puts on the home screen."""

from handlers.menu import MenuEntry
from handlers.settings.callbacks import SETTINGS
from journal.model.access import Hat

ENTRIES = [
    MenuEntry(
        label=lambda t: t("Settings"),
        data=SETTINGS,
        command="settings",
        hats=frozenset({Hat.GUARDIAN, Hat.STUDENT, Hat.STAFF}),
        order=900,
        simple=5,
        help=lambda t: t("what comes at once, quiet hours, language, large and simple"),
    ),
]
