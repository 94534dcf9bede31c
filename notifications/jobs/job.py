"""A job: at which times of the school's wall clock it is due, and what it writes.

Moments are reckoned here and not by a cron of the scheduler's: a cron leaves a nightly job out where a night
in spring has no 02:30, and counts an hour of autumn twice.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from journal.model.school import School
from journal.model.span import Span
from journal.regulation import Regulation
from journal.regulation.notation import WEEKDAYS
from notifications.house import Round

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a day, of every day or of one `weekday` (Monday = 0); `said` says so in words."""

    of: Callable[[Regulation], tuple[time, ...]]
    said: str
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """`run` writes in the round's transaction, which also notes that the job ran; it returns how much it did.

    What was missed by more than `grace` is not made up for: a weekly summary of last month helps nobody.
    """

    name: str
    times: Times
    run: Callable[[Round, datetime], Awaitable[int]]
    grace: timedelta
    # Of several missed moments only the last counts.
    latest_only: bool = False
    # The requirements it keeps, each with the clauses of the regulations it rests on; see docs/jobs.md.
    keeps: Mapping[str, str] = field(default_factory=dict)

    def due(self, school: School, regulation: Regulation, last: datetime, now: datetime) -> list[datetime]:
        """The moments after `last` and up to `now` at which the job was to run and still may, in UTC."""
        found = list(self._moments(school, regulation, max(last, now - self.grace), now))
        return found[-1:] if self.latest_only else found

    def _moments(
        self, school: School, regulation: Regulation, after: datetime, now: datetime
    ) -> Iterator[datetime]:
        """Each time once a day: the first of two in autumn, an hour later where spring has none."""
        times = self.times.of(regulation)
        for day in Span(school.day(after) - DAY, school.day(now)):
            if self.times.weekday in (None, day.weekday()):
                # A time before midnight may be moved past it, hence the day before. Compared in UTC, for
                # within one zone Python compares what its clocks show.
                moments = {school.moment(day, at).astimezone(UTC) for at in times}
                yield from sorted(moment for moment in moments if after < moment <= now)


def daily(pick: Callable[[Regulation], time], setting: str = "") -> Times:
    """Every day at a time of the school's wall clock, which a `setting` of the regulation may name."""
    return Times(lambda regulation: (pick(regulation),), f"every day at the hour of `{setting}`")


def daily_at(at: time) -> Times:
    """Every day at that time of the school's wall clock."""
    return Times(lambda _: (at,), f"every day at {at:%H:%M}")


def weekly(weekday: int, at: time) -> Times:
    """Every week on that day (Monday = 0) at a time of the school's wall clock."""
    return Times(lambda _: (at,), f"{WEEKDAYS[weekday]} at {at:%H:%M}", weekday)


def every_minutes(minutes: int, first: int, last: int) -> Times:
    """Every so many minutes of the hours from `first` to `last` of a day, both in it."""
    times = tuple(time(hour, minute) for hour in range(first, last + 1) for minute in range(0, 60, minutes))
    return Times(lambda _: times, f"every {minutes} minutes from {times[0]:%H:%M} to {times[-1]:%H:%M}")
