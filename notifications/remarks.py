"""Words about a child told to its family, one message a lesson; what is taken back is put right in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.remarks import RemarkNews
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family
from notifications.cards import cards_of
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.events import Waiting
from storage.news.lessons import by_ids
from storage.news.remarks import standing


async def expand_remarks(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Whoever hears of the child's marks hears what is said instead of them."""
    students = {event.payload["student_id"] for event in events}
    families = await families_of(round_, students)
    cards = await cards_of(round_, students, families.accounts)
    return [
        for_family(
            round_,
            event,
            Kind.REMARKS,
            listener,
            {"lesson": event.payload["lesson_id"], "student": listener.child.student_id},
            mode=listener.mode(Topic.MARKS),
            thread=f"remarks:{event.payload['lesson_id']}:{listener.child.student_id}",
            opens_at=cards.opens(listener),
        )
        for event in events
        for listener in families.hearing(event, Topic.MARKS, [event.payload["student_id"]])
    ]


class RemarkTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, RemarkNews]:
        children = children_of(pushes, listeners)
        lessons = await by_ids(round_.db, {push.payload["lesson"] for push in pushes})
        said = await standing(round_.db, set(lessons), set(children))
        return {
            push.id: RemarkNews(children[student], lessons[lesson], tuple(said.get((lesson, student), ())))
            for push in pushes
            for lesson, student in ((push.payload["lesson"], push.payload["student"]),)
            if lesson in lessons and student in children
        }

    def say(
        self, push: Push, facts: RemarkNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {"said": [[one.kind, one.said] for one in facts.remarks]}
        if told is None:
            return Saying(News(Kind.REMARKS, facts), told=now) if facts.remarks else None
        if dict(told.told) == now:
            return None
        return Saying(News(Kind.REMARKS, replace(facts, corrected=True)), told=now, edits=True)
