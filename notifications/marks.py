"""Marks told to families: new ones as each chose, corrected ones in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.model.news import Kind, MarksNews, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_family
from notifications.cards import Cards, cards_of
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage import threads
from storage.events import Waiting
from storage.news import marks


async def expand_marks(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child of a work and account that hears of marks."""
    students = {student for event in events for student in event.payload["student_ids"]}
    families = await families_of(round_, students)
    cards = await cards_of(round_, students, families.accounts)
    names = {
        _thread(event.payload["work_id"], student)
        for event in events
        for student in event.payload["student_ids"]
    }
    told = await threads.told(round_.db, families.accounts, names)
    return [
        _push(round_, event, listener, told, cards)
        for event in events
        for listener in families.hearing(event, Topic.MARKS, event.payload["student_ids"])
    ]


def _push(
    round_: Round,
    event: Waiting,
    listener: Listener,
    told: Mapping[tuple[int, str], Told],
    cards: Cards,
) -> NewPush:
    work_id, student = event.payload["work_id"], listener.child.student_id
    thread = _thread(work_id, student)
    # What was told is put right at once; only news waits to come as the family chose.
    known = (listener.account_id, thread) in told
    return for_family(
        round_,
        event,
        Kind.MARKS,
        listener,
        {"work": work_id, "student": student},
        mode=Mode.AT_ONCE if known else listener.mode(Topic.MARKS),
        thread=thread,
        opens_at=cards.opens(listener),
    )


def _thread(work_id: int, student_id: int) -> str:
    return f"marks:{work_id}:{student_id}"


class MarksTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, MarksNews]:
        keys = {push.id: (push.payload["work"], push.payload["student"]) for push in pushes}
        found = await marks.given(round_.db, set(keys.values()), children_of(pushes, listeners))
        return {push_id: found[key] for push_id, key in keys.items() if key in found}

    def say(
        self, push: Push, facts: MarksNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {"marks": [[mark.value, mark.comment] for mark in facts.marks]}
        if told is None:
            return Saying(News(Kind.MARKS, facts), told=now) if facts.marks else None
        before = told.told.get("marks", [])
        if before == now["marks"]:
            return None
        corrected = replace(facts, before=tuple(value for value, _ in before))
        return Saying(News(Kind.MARKS, corrected), told=now, edits=True)
