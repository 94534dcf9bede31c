"""The teacher's way to the own plans."""

from handlers.menu import MenuEntry
from handlers.plans.callbacks import PLANS
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Lesson plans"),
        data=PLANS,
        hats=frozenset({Hat.STAFF}),
        order=40,
        permission=Permission.LOAD_PLAN,
        help=lambda t: t("topics of the year: load, copy to another class, see how far you are"),
        command="plans",
    ),
)
