"""A colleague gives the lesson instead: told to whoever is replaced and to the deputy heads."""

from collections.abc import Mapping, Sequence

from journal.model.lessons import Lesson
from journal.model.news import Kind, LessonNews, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.people import Role
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.lessons.changes import LessonTeller
from notifications.telling import Saying
from storage import listeners
from storage.events import Waiting
from storage.news.lessons import by_ids


async def expand_substitutions(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads hear of it, and the replaced teacher unless told already that the lesson changed."""
    lessons = await by_ids(round_.db, {event.payload["lesson_id"] for event in events})
    deputies = await listeners.holders(round_.db, Role.DEPUTY_HEAD, round_.today)
    heads = {person for group in deputies.values() for person in group}
    replaced = {person for lesson in lessons.values() for person in _replaced(lesson, round_)}
    phones = await listeners.staff(round_.db, heads | replaced)
    return [
        for_staff(
            round_,
            event,
            Kind.SUBSTITUTED,
            account,
            {"lesson": lesson.id},
            thread=f"substitution:{lesson.id}",
        )
        for event in events
        if (lesson := lessons.get(event.payload["lesson_id"])) is not None
        for person in sorted(heads | _replaced(lesson, round_))
        for account in phones.get(person, ())
        if account != event.account_id
    ]


def _replaced(lesson: Lesson, round_: Round) -> set[int]:
    """Who was to give the lesson; before it begins its keepers hear that it changed."""
    planned = {person for person in (lesson.teacher_id, lesson.second_teacher_id) if person is not None}
    return planned if lesson.starts_at <= round_.now else set()


class SubstitutionTeller(LessonTeller):
    """Says who gives the lesson; a substitution taken back is put right in place."""

    def say(
        self, push: Push, facts: LessonNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        now: Mapping[str, int | None] = {"substitute": facts.lesson.substitute_id}
        if told is None and facts.lesson.substitute_id is None:
            return None
        if told is not None and dict(told.told) == now:
            return None
        return Saying(News(Kind.SUBSTITUTED, facts), told=now, edits=told is not None)
