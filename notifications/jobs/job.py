"""A job: when it is due on the school's wall clock, and what it writes."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from apscheduler.triggers.cron import CronTrigger

from journal.model.school import School
from journal.regulation import Regulation
from notifications.house import Round

Trigger = Callable[[School, Regulation], CronTrigger]


@dataclass(frozen=True, slots=True)
class Job:
    """`run` writes in the round's transaction, which also notes that the job ran; it returns how much it did.

    What was missed by more than `grace` is not made up for: a weekly summary of last month helps nobody.
    """

    name: str
    trigger: Trigger
    run: Callable[[Round, datetime], Awaitable[int]]
    grace: timedelta
    # Of several missed moments only the last counts.
    latest_only: bool = False

    def due(self, school: School, regulation: Regulation, last: datetime, now: datetime) -> list[datetime]:
        """The moments after `last` and up to `now` at which the job was to run and still may."""
        trigger = self.trigger(school, regulation)
        found = list(_moments(trigger, school.zone, max(last, now - self.grace), now))
        return found[-1:] if self.latest_only else found


def _moments(trigger: CronTrigger, zone: tzinfo, last: datetime, now: datetime) -> Iterator[datetime]:
    wall = last.astimezone(zone).replace(tzinfo=None)
    moment = trigger.get_next_fire_time(last, now)
    while moment is not None and moment <= now:
        # An autumn night shows the same hour twice; the second time is none.
        if moment.replace(tzinfo=None) > wall:
            wall = moment.replace(tzinfo=None)
            yield moment
        moment = trigger.get_next_fire_time(moment, now)


def daily(pick: Callable[[Regulation], time]) -> Trigger:
    """Every day at a time of the school's wall clock."""

    def trigger(school: School, regulation: Regulation) -> CronTrigger:
        at = pick(regulation)
        return CronTrigger(hour=at.hour, minute=at.minute, timezone=school.zone)

    return trigger


def weekly(weekday: str, at: time) -> Trigger:
    """Every week on that day (`fri`) at a time of the school's wall clock."""

    def trigger(school: School, _: Regulation) -> CronTrigger:
        return CronTrigger(day_of_week=weekday, hour=at.hour, minute=at.minute, timezone=school.zone)

    return trigger


def every_minutes(minutes: int, hours: str) -> Trigger:
    """Every so many minutes within the hours of a day, e.g. `8-19`."""

    def trigger(school: School, _: Regulation) -> CronTrigger:
        return CronTrigger(hour=hours, minute=f"*/{minutes}", timezone=school.zone)

    return trigger
