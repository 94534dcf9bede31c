"""Lessons that end after the deadline of their own day: whoever sets up a school is warned. Pure.

Such a lesson is due by the end of its day (decision 14), but the school's rules say another hour.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from journal.model.school import Bell
from journal.regulation import Clause, Regulation
from journal.regulation.deadline import Deadline

# Any day: bells and deadlines are hours of the school's wall clock.
_DAY, _UTC = date(2026, 9, 1), ZoneInfo("UTC")
_DUE = ("entry.deadline", "entry.lesson_mark_deadline", "entry.homework_deadline")


@dataclass(frozen=True, slots=True)
class LateBell:
    """The first slot of a shift that ends at the deadline or after it; `due` is what the regulation says."""

    shift: int
    bell: Bell
    due: time
    clause: Clause


def after_deadline(shifts: Mapping[int, Iterable[Bell]], regulation: Regulation) -> list[LateBell]:
    """One warning a shift at most, in the order of shifts."""
    found = []
    for shift, bells in sorted(shifts.items()):
        rung = sorted(bells, key=lambda bell: bell.ends)
        late = [one for bell in rung for one in _late(shift, bell, rung[-1], regulation)]
        found += late[:1]
    return found


def _late(shift: int, bell: Bell, last: Bell, regulation: Regulation) -> Iterator[LateBell]:
    for path in _DUE:
        deadline = regulation.value(path)
        if isinstance(deadline, Deadline):
            until = deadline.moment(_DAY, _UTC, last_lesson_end=_at(last.ends))
            if until <= _at(bell.ends):
                yield LateBell(shift, bell, until.time(), regulation.clause(path))


def _at(clock: time) -> datetime:
    return datetime.combine(_DAY, clock, _UTC)
