"""The weekly summary of each child, on the day each account chose (R-097)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journal.debts import owing
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from journal.model.week import WeekNews
from notifications.addressing import for_family
from notifications.audience import hears_weekly
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.events import Waiting
from storage.news.weeks import Window, weeks

LAST = timedelta(days=6)


async def expand_weeks(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child of the batch and account whose day it is."""
    students = {student for event in events for student in event.payload["student_ids"]}
    families = await families_of(round_, students)
    customary = round_.regulation.delivery.weekly_summary.weekday + 1
    return [
        for_family(
            round_,
            event,
            Kind.WEEKLY,
            listener,
            {"student": listener.child.student_id, "week": event.payload["week_starts_on"]},
            mode=listener.mode(Topic.WEEKLY),
            thread=f"weekly:{listener.child.student_id}:{event.payload['week_starts_on']}",
        )
        for event in events
        for listener in families.of(event.payload["student_ids"])
        if hears_weekly(listener, date.fromisoformat(event.payload["week_starts_on"]) + LAST, customary)
    ]


class WeekTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, WeekNews]:
        children = children_of(pushes, listeners)
        found: dict[int, WeekNews] = {}
        for week in {push.payload["week"] for push in pushes}:
            first = date.fromisoformat(week)
            window = Window(first, first + LAST, round_.regulation.marks.scale)
            summed = await weeks(round_.db, children, window)
            debts = await owing(round_.work(), children)
            for push in pushes:
                if push.payload["week"] == week and push.payload["student"] in summed:
                    student = push.payload["student"]
                    found[push.id] = replace(summed[student], debts=debts[student])
        return found

    def say(self, push: Push, facts: WeekNews, told: Told | None, listener: Listener | None) -> Saying | None:
        if told is not None or not facts.lessons:
            return None
        return Saying(News(Kind.WEEKLY, facts), told={"week": push.payload["week"]})
