"""The way to the events from the class's card."""

from handlers.class_events.callbacks import MonthEventsCb
from handlers.menu import ClassWay
from journal.policy import Permission

CLASS = (
    ClassWay(
        label=lambda t: t("Class events"),
        data=lambda unit: MonthEventsCb(unit=unit).pack(),
        order=40,
        permission=Permission.PUBLISH_CLASS_EVENTS,
    ),
)
