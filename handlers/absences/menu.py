"""The family's button to announce an absence."""

from handlers.absences.callbacks import AHEAD, StatusesCb
from handlers.menu import ClassWay, MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Announce an absence"),
        data=AHEAD,
        hats=frozenset({Hat.GUARDIAN}),
        order=60,
        permission=Permission.REPORT_ABSENCE,
        help=lambda t: t("the class teacher learns at once; you can also type: “Petya is ill”"),
        simple=2,
        command="absent",
    ),
)

CLASS = (
    ClassWay(
        label=lambda t: t("At home, by order, exempt"),
        data=lambda unit: StatusesCb(unit=unit).pack(),
        order=20,
        permission=Permission.DECIDE_ABSENCE_NOTE,
    ),
)
