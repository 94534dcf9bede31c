"""Which marks leave a work to be done again. Pure."""

from journal.model.marks import DEBT
from journal.regulation import Regulation


def fails(value: str, regulation: Regulation) -> bool:
    """Whether the mark is one with which no period is passed."""
    return value.isdecimal() and int(value) <= regulation.marks.failing_period_mark


def unsettled(value: str, regulation: Regulation) -> bool:
    """Whether the work is still to be done: it failed, or was not handed in."""
    return value == DEBT or fails(value, regulation)
