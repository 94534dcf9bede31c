"""Class teachers keep the lists of their classes right: confirmed each month, mistakes told to the office."""

from journal.class_lists.keeping import FLAW, ask, class_list, confirm, due, report
from journal.class_lists.office import board, nudge, settle, waiting
from journal.class_lists.rule import LEAD, round_of, turn_of

__all__ = [
    "FLAW",
    "LEAD",
    "ask",
    "board",
    "class_list",
    "confirm",
    "due",
    "nudge",
    "report",
    "round_of",
    "settle",
    "turn_of",
    "waiting",
]
