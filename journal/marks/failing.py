"""Which marks leave a work to be done again. Pure."""

from journal.regulation import Regulation


def fails(value: str, regulation: Regulation) -> bool:
    """Whether the mark is one with which no period is passed."""
    return value.isdecimal() and int(value) <= regulation.marks.failing_period_mark
