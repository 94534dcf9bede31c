"""The class teacher's button."""

from handlers.classroom.callbacks import MY_CLASS, WeekCb
from handlers.menu import ClassWay, MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("My class"),
        data=MY_CLASS,
        hats=frozenset({Hat.STAFF}),
        order=20,
        permission=Permission.DECIDE_ABSENCE_NOTE,
        help=lambda t: t("who is not there today, and why"),
        command="class",
    ),
)

CLASS = (
    ClassWay(
        label=lambda t: t("Empty pages"),
        data=lambda unit: WeekCb(unit=unit).pack(),
        order=5,
        permission=Permission.CONTROL_JOURNALS,
    ),
)
