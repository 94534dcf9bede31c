"""Which subjects need help, so that a family sees it before the period ends. Pure."""

from collections.abc import Iterable
from decimal import Decimal

from journal.model.diary import SubjectMarks

# Below this an average leads to a three or worse.
GOOD = Decimal("3.5")
MOST = 3


def weak(subjects: Iterable[SubjectMarks]) -> tuple[SubjectMarks, ...]:
    """The few lowest averages that lead to a three or worse, the lowest first (R-035)."""
    low = [item for item in subjects if item.average is not None and item.average < GOOD]
    return tuple(sorted(low, key=lambda item: (item.average, item.subject))[:MOST])
