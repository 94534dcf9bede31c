"""When a teacher is nudged about what the day's pages lack: never in a lesson, never late at night. Pure.

After the last lesson, of each shift where somebody teaches in two (R-046). Where the deadline passes sooner,
in the last break before it: a nudge too late helps nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

# After the bell, so that the register of the last lesson may still be taken in peace.
BREATH = timedelta(minutes=10)
# When a teacher without lessons that day hears of a work that is to be marked.
IDLE_AT = time(14)


@dataclass(frozen=True, slots=True)
class Stint:
    """A lesson that the teacher gives that day, in its shift.

    `lacks`: its page misses something; `due` is the first instant that is too late for that, None where there
    is none ahead.
    """

    starts_at: datetime
    ends_at: datetime
    shift: int = 1
    lacks: bool = False
    due: datetime | None = None


def moments(day: Sequence[Stint], closes: datetime) -> list[datetime]:
    """When to nudge about the lessons of the day that lack something, in order; strictly before `closes`.

    Each is a moment without a lesson. For every lesson there is one before its `due`, if any moment after the
    lesson, before `closes` and `due`, is free.
    """
    found = {_moment(one, day, closes) for one in day if one.lacks}
    return sorted(moment for moment in found if moment is not None)


def _moment(one: Stint, day: Sequence[Stint], closes: datetime) -> datetime | None:
    last = max(other.ends_at for other in day if other.shift == one.shift)
    breaks = sorted((other.ends_at for other in day if one.ends_at <= other.ends_at < last), reverse=True)
    choices = [
        moment
        for moment in (freed(last + BREATH, day), freed(last, day), *breaks)
        if moment < closes and free(moment, day)
    ]
    in_time = [moment for moment in choices if one.due is None or moment < one.due]
    return next(iter(in_time or choices), None)


def about_works(day: Sequence[Stint], idle_at: datetime) -> datetime:
    """When to nudge about works to be marked: after the day's last lesson, `idle_at` where there is none."""
    return freed(max(one.ends_at for one in day) + BREATH, day) if day else idle_at


def works_waiting(due_on: date, today: date, before: date | None, after: date | None) -> bool:
    """Whether today brings up a work: the last school day of its term, or the first one past it.

    `before` and `after` are the school days around today, None where none is known.
    """
    if due_on >= today:
        return after is not None and due_on < after
    return before is not None and due_on >= before


def is_time(planned: Iterable[datetime], now: datetime, told_at: datetime | None) -> bool:
    """Whether a planned moment has come of which the teacher, free now, has not been told since."""
    come = [moment for moment in planned if moment <= now]
    return bool(come) and (told_at is None or told_at < max(come))


def free(moment: datetime, day: Sequence[Stint]) -> bool:
    """Whether the teacher gives no lesson at that moment."""
    return not any(one.starts_at <= moment < one.ends_at for one in day)


def freed(moment: datetime, day: Sequence[Stint]) -> datetime:
    """The first moment from that one on at which the teacher gives no lesson."""
    while running := [one.ends_at for one in day if one.starts_at <= moment < one.ends_at]:
        moment = max(running)
    return moment
