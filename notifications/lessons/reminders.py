"""A teacher is reminded of what is missing when the lessons are over, with a button to that very lesson.

When exactly is the rule of `journal.lessons.nudging`; a deputy head may remind at any time, and is heard
after the lesson that runs.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from journal.events import EntryReminderDue
from journal.lessons import nudging
from journal.lessons.lacking import lacking
from journal.lessons.nudging import Stint
from journal.model.day import DayLesson, ReminderNews
from journal.model.lessons import Lesson
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.painting import PageWork
from journal.model.subscriptions import Listener
from notifications.addressing import for_staff
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners
from storage.control import ControlQueries
from storage.covering import CoveringQueries
from storage.events import Waiting
from storage.news.lessons import given, given_on, school_days_around
from storage.news.tasks import works_due

Key = tuple[int, date]


@dataclass(slots=True)
class Duties:
    """What one teacher gives today, and the works that wait today to be marked."""

    day: list[Stint] = field(default_factory=list)
    works: bool = False


async def due_now(round_: Round) -> list[int]:
    """Whom to remind at this moment; nobody on a day off, late in the evening, in a lesson, or away."""
    today, closes = round_.today, _closes(round_)
    if round_.now >= closes:
        return []
    taught = await given_on(round_.db, today)
    if not taught:
        return []
    duties = await _duties(round_, taught)
    subjects = {person: EntryReminderDue(person, today.isoformat()).subject for person in duties}
    told = await ControlQueries(round_.db).told_at(list(subjects.values()))
    away = {one.teacher.id for one in await CoveringQueries(round_.db).away(today) if one.first <= today}
    idle_at = round_.school.moment(today, nudging.IDLE_AT)
    found = []
    for person, duty in duties.items():
        planned = nudging.moments(duty.day, closes)
        if duty.works:
            planned.append(nudging.about_works(duty.day, idle_at))
        free = nudging.free(round_.now, duty.day) and person not in away
        if free and nudging.is_time(planned, round_.now, told.get(subjects[person])):
            found.append(person)
    return sorted(found)


async def _duties(round_: Round, taught: Sequence[tuple[Lesson, int]]) -> dict[int, Duties]:
    """What each teacher gives today and lacks by now."""
    lacks = await lacking(round_.work(), [lesson for lesson, _ in taught if lesson.ends_at <= round_.now])
    found: dict[int, Duties] = defaultdict(Duties)
    for lesson, shift in taught:
        dues = [one.verdict.until for one in lacks.get(lesson.id, ()) if not one.verdict.late]
        due = min((until for until in dues if until is not None), default=None)
        stint = Stint(lesson.starts_at, lesson.ends_at, shift, lesson.id in lacks, due)
        for person in lesson.givers:
            found[person].day.append(stint)
    for person in await _works_waiting(round_):
        found[person].works = True
    return found


async def _works_waiting(round_: Round) -> set[int]:
    """Whose works are brought up today: on the last school day of the term, and on the first one past it."""
    before, after = await school_days_around(round_.db, round_.today)
    unmarked = await works_due(round_.db, after or round_.today)
    return {
        person
        for person, own in unmarked.items()
        for work in own
        if work.due_on is not None and nudging.works_waiting(work.due_on, round_.today, before, after)
    }


async def expand_reminders(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The phones of the teachers, when they give no lesson; what is missing is looked up when it is sent."""
    persons = {event.payload["person_id"] for event in events}
    phones = await listeners.staff(round_.db, persons)
    today = await given(round_.db, persons, {round_.today})
    return [
        _push(round_, event, account, today.get((event.payload["person_id"], round_.today), ()))
        for event in events
        for account in phones.get(event.payload["person_id"], ())
    ]


def _push(round_: Round, event: Waiting, account: int, lessons: Sequence[Lesson]) -> NewPush:
    """Comes when the running lesson is over, and no longer once the next one begins."""
    payload = {"person": event.payload["person_id"], "day": event.payload["day"]}
    stints = [Stint(one.starts_at, one.ends_at) for one in lessons if one.given]
    due = nudging.freed(round_.now, stints)
    ahead = [one.starts_at for one in stints if one.starts_at > due]
    return for_staff(
        round_,
        event,
        Kind.ENTRY_REMINDER,
        account,
        payload,
        due_at=due,
        expires_at=min(ahead, default=None),
    )


async def unfilled(round_: Round, days: Sequence[Key]) -> dict[Key, tuple[DayLesson, ...]]:
    """The lessons of each (teacher, day) that have begun and lack something; a statement more a day."""
    held = await given(round_.db, {person for person, _ in days}, {day for _, day in days})
    pages = {lesson.id: lesson for group in held.values() for lesson in group}
    lacks = await lacking(round_.work(), pages.values())
    return {
        key: tuple(DayLesson(lesson, lacks[lesson.id]) for lesson in held.get(key, ()) if lesson.id in lacks)
        for key in days
    }


def _closes(round_: Round) -> datetime:
    return round_.school.moment(round_.today, round_.regulation.delivery.nudge_until)


class ReminderTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ReminderNews]:
        keys = {push.id: (push.payload["person"], date.fromisoformat(push.payload["day"])) for push in pushes}
        lessons = await unfilled(round_, list(set(keys.values())))
        works = await _works_now(round_) if any(day == round_.today for _, day in keys.values()) else {}
        found = {}
        for push_id, (person, day) in keys.items():
            own = works.get(person, ()) if day == round_.today else ()
            if lessons[person, day] or own:
                found[push_id] = ReminderNews(day, lessons[person, day], tuple(own))
        return found

    def say(
        self, push: Push, facts: ReminderNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.ENTRY_REMINDER, facts))


async def _works_now(round_: Round) -> dict[int, list[PageWork]]:
    """The works whose term ends before the next school day, or is over, by teacher."""
    _, after = await school_days_around(round_.db, round_.today)
    until = round_.today if after is None else after - timedelta(days=1)
    return await works_due(round_.db, until)
