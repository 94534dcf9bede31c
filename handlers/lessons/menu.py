"""The teacher's first button."""

from handlers.lessons.callbacks import NOW
from handlers.menu import MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("The lesson now"),
        data=NOW,
        hats=frozenset({Hat.STAFF}),
        order=10,
        permission=Permission.ENTER_LESSON,
        command="now",
        help=lambda t: t("the lesson that runs: register, marks, topic, homework"),
    ),
)
