"""The month's events of a class: the class teacher keeps them, families see them (R-075)."""

from journal.class_events.keeping import EventCard, Month, add, ask, cancel, change, event, month, worded
from journal.class_events.typed import Typed, read

__all__ = [
    "EventCard",
    "Month",
    "Typed",
    "add",
    "ask",
    "cancel",
    "change",
    "event",
    "month",
    "read",
    "worded",
]
