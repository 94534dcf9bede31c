"""A teacher is reminded of what is missing, after the own last lesson, with a button to that very lesson."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from journal.entry import Surroundings
from journal.lessons.day import missing
from journal.model.day import DayLesson, ReminderNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.events import Waiting
from storage.homework import HomeworkQueries
from storage.lessons import LessonQueries
from storage.news.lessons import kept

Key = tuple[int, date]


async def expand_reminders(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The phones of the teachers; what is missing is looked up when it is sent."""
    phones = await listeners.staff(round_.db, {event.payload["person_id"] for event in events})
    return [
        for_staff(
            round_,
            event,
            Kind.ENTRY_REMINDER,
            account,
            {"person": event.payload["person_id"], "day": event.payload["day"]},
        )
        for event in events
        for account in phones.get(event.payload["person_id"], ())
    ]


async def lacking(round_: Round, days: Sequence[Key]) -> dict[Key, tuple[DayLesson, ...]]:
    """The lessons of each (teacher, day) that have begun and lack something; a statement more a day."""
    held = await kept(round_.db, {person for person, _ in days}, {day for _, day in days})
    lessons = {lesson.id: lesson for group in held.values() for lesson in group}
    given = await HomeworkQueries(round_.db).given_at(list(lessons))
    told = {item.given_lesson_id for item in given if item.given_lesson_id is not None}
    ends: dict[date, dict[int, datetime]] = {}
    for day in {lesson.date for lesson in lessons.values()}:
        classes = {lesson.class_id for lesson in lessons.values() if lesson.date == day}
        ends[day] = await LessonQueries(round_.db).last_ends(classes, day)
    found = {}
    for key in days:
        lines = []
        for lesson in held.get(key, ()):
            around = Surroundings(round_.school.zone, ends[lesson.date].get(lesson.class_id))
            if lacks := missing(lesson, told, round_.regulation, round_.now, around):
                lines.append(DayLesson(lesson, lacks))
        found[key] = tuple(lines)
    return found


class ReminderTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ReminderNews]:
        keys = {push.id: (push.payload["person"], date.fromisoformat(push.payload["day"])) for push in pushes}
        found = await lacking(round_, list(set(keys.values())))
        return {push_id: ReminderNews(key[1], found[key]) for push_id, key in keys.items() if found[key]}

    def say(
        self, push: Push, facts: ReminderNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.ENTRY_REMINDER, facts))
