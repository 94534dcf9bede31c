"""Homework told to families: new as each chose, changed or taken back in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.model.news import HomeworkNews, Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Mode, Topic
from notifications.addressing import for_family
from notifications.cards import Cards, cards_of
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage import threads
from storage.children import members
from storage.events import Waiting
from storage.news.homework import Set, standing


async def expand_homework(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child of the class and account that hears of homework."""
    found = await standing(round_.db, {event.payload["homework_id"] for event in events})
    classes = await members(round_.db, {item.unit_id for item in found.values()}, round_.today)
    students = {student for group in classes.values() for student in group}
    families = await families_of(round_, students)
    cards = await cards_of(round_, students, families.accounts)
    names = {
        _thread(item.homework_id, student) for item in found.values() for student in classes[item.unit_id]
    }
    told = await threads.told(round_.db, families.accounts, names)
    return [
        _push(round_, event, item, listener, told, cards)
        for event in events
        if (item := found.get(event.payload["homework_id"])) is not None
        for listener in families.hearing(event, Topic.HOMEWORK, classes[item.unit_id])
    ]


def _push(
    round_: Round,
    event: Waiting,
    item: Set,
    listener: Listener,
    told: Mapping[tuple[int, str], Told],
    cards: Cards,
) -> NewPush:
    student = listener.child.student_id
    thread = _thread(item.homework_id, student)
    # What was told is put right at once; only news waits to come as the family chose.
    known = (listener.account_id, thread) in told
    return for_family(
        round_,
        event,
        Kind.HOMEWORK,
        listener,
        {"homework": item.homework_id, "student": student},
        mode=Mode.AT_ONCE if known else listener.mode(Topic.HOMEWORK),
        thread=thread,
        opens_at=cards.opens(listener),
        expires_at=item.due_at,
    )


def _thread(homework_id: int, student_id: int) -> str:
    return f"homework:{homework_id}:{student_id}"


class HomeworkTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, HomeworkNews]:
        found = await standing(round_.db, {push.payload["homework"] for push in pushes})
        children = children_of(pushes, listeners)
        return {
            push.id: found[push.payload["homework"]].news(children[push.payload["student"]])
            for push in pushes
            if push.payload["homework"] in found and push.payload["student"] in children
        }

    def say(
        self, push: Push, facts: HomeworkNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = {
            "text": facts.text,
            "bring": facts.bring,
            "due": facts.due.isoformat(),
            "files": facts.attachments,
            "gone": facts.withdrawn or facts.no_work,
        }
        if told is None:
            return None if now["gone"] else Saying(News(Kind.HOMEWORK, facts), told=now)
        if dict(told.told) == now:
            return None
        return Saying(News(Kind.HOMEWORK, replace(facts, corrected=True)), told=now, edits=True)
