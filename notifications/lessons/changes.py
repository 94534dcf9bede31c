"""A lesson that was substituted, moved or cancelled, told before it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.model.lessons import Lesson
from journal.model.news import Kind, LessonNews, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family, for_staff
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.children import members
from storage.events import Waiting
from storage.news.lessons import by_ids, persons


async def expand_changes(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """Families of the class and the teachers of the lesson hear of it, unless it has begun."""
    lessons = await by_ids(round_.db, {event.payload["lesson_id"] for event in events})
    ahead = {lesson.id: lesson for lesson in lessons.values() if lesson.starts_at > round_.now}
    classes = await members(round_.db, {lesson.unit_id for lesson in ahead.values()}, round_.today)
    families = await families_of(round_, {student for group in classes.values() for student in group})
    colleagues = await listeners.staff(
        round_.db, {keeper for lesson in ahead.values() for keeper in lesson.keepers}
    )
    pushes = []
    for event in events:
        lesson = ahead.get(event.payload["lesson_id"])
        if lesson is None:
            continue
        pushes += [
            _for_family(round_, event, lesson, listener)
            for listener in families.hearing(event, Topic.TIMETABLE, classes[lesson.unit_id])
        ]
        pushes += [
            _for_colleague(round_, event, lesson, account)
            for keeper in lesson.keepers
            for account in colleagues.get(keeper, ())
            if account != event.account_id
        ]
    return pushes


def _for_family(round_: Round, event: Waiting, lesson: Lesson, listener: Listener) -> NewPush:
    student = listener.child.student_id
    return for_family(
        round_,
        event,
        Kind.LESSON_CHANGED,
        listener,
        {"lesson": lesson.id, "student": student},
        mode=listener.mode(Topic.TIMETABLE),
        thread=f"lesson:{lesson.id}:{student}",
        expires_at=lesson.starts_at,
    )


def _for_colleague(round_: Round, event: Waiting, lesson: Lesson, account_id: int) -> NewPush:
    return for_staff(
        round_,
        event,
        Kind.LESSON_CHANGED,
        account_id,
        {"lesson": lesson.id},
        thread=f"lesson:{lesson.id}",
        expires_at=lesson.starts_at,
    )


class LessonTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, LessonNews]:
        lessons = await by_ids(round_.db, {push.payload["lesson"] for push in pushes})
        substitutes = await persons(
            round_.db, {lesson.substitute_id for lesson in lessons.values() if lesson.substitute_id}
        )
        news = {}
        for push in pushes:
            lesson = lessons.get(push.payload["lesson"])
            listener = listeners.get((push.account_id, push.student_id or 0))
            if lesson is not None:
                news[push.id] = LessonNews(
                    lesson,
                    listener.child if listener else None,
                    substitutes.get(lesson.substitute_id or 0),
                )
        return news

    def say(
        self, push: Push, facts: LessonNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now = _state(facts.lesson)
        if told is not None and dict(told.told) == now:
            return None
        news = News(Kind.LESSON_CHANGED, replace(facts, corrected=told is not None))
        # Another teacher or room changes the message in place. That a lesson moved, or is held after all,
        # must be heard of, which an edit is not: whoever was told that it is cancelled would stay at home.
        heard = told is not None and _moved(told.told, now)
        return Saying(news, told=now, edits=told is not None and not heard, replaces=heard)


def _moved(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return any(before.get(name) != now[name] for name in ("status", "starts"))


def _state(lesson: Lesson) -> dict[str, Any]:
    return {
        "status": lesson.status,
        "substitute": lesson.substitute_id,
        "starts": lesson.starts_at.isoformat(),
        "room": lesson.room,
    }
