"""Marks of a period told to families: one living message for a child and a period, whatever the subjects."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.model.marks import ResultKind
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.results import ResultsNews, ToldResult
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_family
from notifications.cards import cards_of
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.events import Waiting
from storage.news import results


async def expand_results(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child and account that hears of marks."""
    students = {student for event in events for student in event.payload["student_ids"]}
    families = await families_of(round_, students)
    cards = await cards_of(round_, students, families.accounts)
    return [
        for_family(
            round_,
            event,
            Kind.RESULTS,
            listener,
            {
                "student": listener.child.student_id,
                "year": event.payload["year_id"],
                "assessment": event.payload["assessment"],
            },
            mode=_mode(event, listener),
            thread=_thread(listener.child.student_id, event),
            opens_at=cards.opens(listener),
        )
        for event in events
        for listener in families.hearing(event, Topic.MARKS, event.payload["student_ids"])
    ]


def _mode(event: Waiting, listener: Listener) -> Mode:
    """What was told is put right at once; only news waits to come as the family chose."""
    corrected = listener.child.student_id in event.payload["corrected"]
    return Mode.AT_ONCE if corrected else listener.mode(Topic.MARKS)


def _thread(student_id: int, event: Waiting) -> str:
    return f"results:{student_id}:{event.payload['year_id']}:{event.payload['assessment']}"


class ResultsTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ResultsNews]:
        keys = {
            push.id: (push.payload["student"], push.payload["year"], push.payload["assessment"])
            for push in pushes
        }
        found = await results.given(round_.db, set(keys.values()))
        learnt = await results.learnt(round_.db, {student for student, _, _ in keys.values()}, round_.today)
        children = children_of(pushes, listeners)
        made = {}
        for push_id, key in keys.items():
            student, _, code = key
            name, marks = found.get(key, ("", ()))
            if student in children:
                kind = ResultKind(code.partition(":")[0])
                left = learnt.get(student, set()) - {mark.subject_id for mark in marks}
                made[push_id] = ResultsNews(children[student], kind, name, marks, whole=not left)
        return made

    def say(
        self, push: Push, facts: ResultsNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {str(mark.subject_id): mark.value for mark in facts.marks}
        if told is None:
            return Saying(News(Kind.RESULTS, facts), told={"marks": now}) if facts.marks else None
        before: Mapping[str, str] = told.told.get("marks", {})
        if before == now:
            return None
        marks = tuple(_since(before, mark) for mark in facts.marks)
        news = News(Kind.RESULTS, replace(facts, marks=marks))
        # Another subject is news and rings; a correction is put where the mark stood.
        added = any(mark.fresh for mark in marks)
        return Saying(news, told={"marks": now}, edits=not added, replaces=added)


def _since(before: Mapping[str, str], mark: ToldResult) -> ToldResult:
    """The mark with what has become of it since the last message."""
    old = before.get(str(mark.subject_id))
    return replace(mark, fresh=old is None, before=old if old != mark.value else None)
