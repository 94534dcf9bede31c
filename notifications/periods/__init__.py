"""Marks of periods told to families, and what is still to be set told to those who set it."""

from notifications.periods.reminders import (
    DueTeller,
    OverdueTeller,
    due_today,
    expand_overdue,
    expand_reminders,
    free_today,
    overdue_today,
)
from notifications.periods.requests import REQUESTS
from notifications.periods.results import ResultsTeller, expand_results

__all__ = [
    "REQUESTS",
    "DueTeller",
    "OverdueTeller",
    "ResultsTeller",
    "due_today",
    "expand_overdue",
    "expand_reminders",
    "expand_results",
    "free_today",
    "overdue_today",
]
