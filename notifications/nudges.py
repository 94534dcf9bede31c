"""Absences that nobody explained: the family is asked again, once a day for some days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journal.model.news import Kind, News, NudgeNews
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.events import Waiting
from storage.news.absences import unexplained


def asked_about(day: date, nudge_days: int) -> tuple[date, date]:
    """The days a nudge of `day` asks about: today's absences were asked about when they were told."""
    return day - timedelta(days=nudge_days), day - timedelta(days=1)


async def expand_nudges(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child and account that hears of absences."""
    students = {student for event in events for student in event.payload["student_ids"]}
    families = await families_of(round_, students)
    return [
        for_family(
            round_,
            event,
            Kind.ABSENCE_NUDGE,
            listener,
            {"student": listener.child.student_id, "date": event.payload["day"]},
            mode=listener.mode(Topic.ABSENCES),
        )
        for event in events
        for listener in families.hearing(event, Topic.ABSENCES, event.payload["student_ids"])
    ]


class NudgeTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, NudgeNews]:
        children = children_of(pushes, listeners)
        found: dict[int, NudgeNews] = {}
        for day in {push.payload["date"] for push in pushes}:
            first, last = asked_about(date.fromisoformat(day), round_.regulation.attendance.nudge_days)
            open_ = await unexplained(round_.db, first, last, children)
            for push in pushes:
                student = push.payload["student"]
                if push.payload["date"] == day and student in open_ and student in children:
                    found[push.id] = NudgeNews(children[student], tuple(open_[student]))
        return found

    def say(
        self, push: Push, facts: NudgeNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.ABSENCE_NUDGE, facts))
