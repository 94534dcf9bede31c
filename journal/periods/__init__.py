"""Marks of periods, years and exams: suggested, set by the teacher, watched over by the deputy head."""

from journal.periods.drafting import accept, accept_all, choose, clear, sheet
from journal.periods.own import shelf
from journal.periods.requests import ask, ask_why, decide, waiting
from journal.periods.saving import save, undo

__all__ = [
    "accept",
    "accept_all",
    "ask",
    "ask_why",
    "choose",
    "clear",
    "decide",
    "save",
    "sheet",
    "shelf",
    "undo",
    "waiting",
]
