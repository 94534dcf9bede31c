"""The lesson card and the teacher's day: everything about a page at a glance."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from journal import entry, gate
from journal.attendance import sheet as sheets
from journal.attendance.register import load
from journal.context import Ctx
from journal.entry import Surroundings
from journal.lessons import day as days
from journal.lessons.lacking import lacking
from journal.model.attendance import Presence
from journal.model.day import DayLesson, LessonCard, TeacherDay
from journal.model.lessons import Lesson
from journal.model.people import Person, name_key
from journal.model.register import Sheet
from journal.plans import pointer
from journal.policy import Permission
from journal.ports import Work
from journal.regulation.values import EntryPlaces

# Where the regulation knows places of entry, and the deputy head listed some, a lesson may carry one.
PLACED = frozenset({EntryPlaces.ANY, EntryPlaces.LISTED, EntryPlaces.LESSON_OR_ASSIGNED})


@dataclass(frozen=True, slots=True)
class Now:
    """What /now shows: the register of the running lesson, else its card, else the day."""

    sheet: Sheet | None = None
    card: LessonCard | None = None
    day: TeacherDay | None = None


async def now(ctx: Ctx) -> Now:
    """The lesson at hand of whoever asks; straight on the register when it runs and none is taken."""
    async with ctx.reading() as work:
        person = keeper(work)
        today = await work.lessons.of_teacher(person, work.today)
        lesson = days.at_hand(today, work.now)
        if lesson is None or days.over(today, work.now):
            return Now(day=await _day(work, person, work.today, today))
        if days.register_first(lesson, work.now):
            return Now(sheet=(await load(work, lesson))[0])
        return Now(card=await _card(work, lesson, today))


async def at_hand(ctx: Ctx) -> int | None:
    """The id of the lesson at hand, for what a teacher sends without saying what it is for."""
    async with ctx.reading() as work:
        lesson = days.at_hand(await work.lessons.of_teacher(keeper(work), work.today), work.now)
        return lesson.id if lesson is not None else None


async def of_class(ctx: Ctx, unit_id: int | None, students: Collection[int] = ()) -> int | None:
    """The lesson meant: today's last begun one of that class, or of these students, else the one at hand."""
    async with ctx.reading() as work:
        today = await work.lessons.of_teacher(keeper(work), work.today)
        if unit_id is None and students:
            taught = list(dict.fromkeys(lesson.class_id for lesson in today))
            rolls = await work.people.rolls(taught, work.today)
            fits = [number for number in taught if rolls[number] >= set(students)]
            unit_id = fits[0] if fits else None
        begun = [one for one in today if one.class_id == unit_id and one.starts_at <= work.now]
        lesson = begun[-1] if begun else days.at_hand(today, work.now)
        return lesson.id if lesson is not None else None


async def card(ctx: Ctx, lesson_id: int) -> LessonCard:
    """The card of one lesson of the actor's own."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        return await load_card(work, lesson)


async def unfilled(ctx: Ctx) -> tuple[DayLesson, ...]:
    """The actor's lessons of today that are over and lack something."""
    async with ctx.reading() as work:
        taught = await work.lessons.of_teacher(keeper(work), work.today)
        over = [lesson for lesson in taught if lesson.ends_at <= work.now]
        lacks = await lacking(work, over)
        return tuple(DayLesson(lesson, lacks[lesson.id]) for lesson in over if lesson.id in lacks)


async def day(ctx: Ctx, on: date | None = None) -> TeacherDay:
    """The lessons the actor keeps that day (today by default), each with what it lacks."""
    async with ctx.reading() as work:
        person = keeper(work)
        asked = on or work.today
        return await _day(work, person, asked, await work.lessons.of_teacher(person, asked))


async def load_card(work: Work, lesson: Lesson) -> LessonCard:
    """The card with the neighbours of the day."""
    return await _card(work, lesson, await work.lessons.of_teacher(keeper(work), lesson.date))


async def _card(work: Work, lesson: Lesson, today: list[Lesson]) -> LessonCard:
    register = await work.attendance.register(lesson.id)
    standings = register.standings if register else {}
    homework = await work.homework.given_at([lesson.id])
    people = await _named(work, lesson, standings)

    def those(status: Presence) -> tuple[Person, ...]:
        found = [people[student] for student, item in standings.items() if item.status is status]
        return tuple(sorted(found, key=name_key))

    upcoming = None
    if lesson.topic is None:
        upcoming = pointer.next_row(await work.plans.rows(lesson), await work.plans.given(lesson))
    return LessonCard(
        lesson=lesson,
        day=_among(lesson, today),
        absent=those(Presence.ABSENT),
        late=those(Presence.LATE),
        unsaved=sheets.pending(await work.attendance.draft(lesson.id), register),
        marks=await work.marks.count_of_lesson(lesson.id),
        homework=tuple(homework),
        next_topic=upcoming,
        missing=days.missing(
            lesson,
            [lesson.id] if homework else [],
            work.regulation,
            work.now,
            await _around(work, lesson),
        ),
        marks_given=entry.gives_marks(lesson, work.regulation),
        being_checked=await work.marks.being_checked(lesson.unit_id, lesson.subject_id),
        planned=people.get(lesson.teacher_id or 0),
        substitute=people.get(lesson.substitute_id or 0),
        materials=tuple(await work.materials.of_lessons([lesson.id])),
        asks_place=work.regulation.entry.places_of_entry in PLACED and bool(await work.materials.places()),
    )


def _among(lesson: Lesson, today: list[Lesson]) -> tuple[Lesson, ...]:
    """The day with the lesson as it stands now: what was just entered is not in the list yet."""
    if all(item.id != lesson.id for item in today):
        return (lesson,)
    return tuple(lesson if item.id == lesson.id else item for item in today)


async def _day(work: Work, person: int, on: date, lessons: list[Lesson]) -> TeacherDay:
    lacks = await lacking(work, lessons)
    lines = [DayLesson(lesson, lacks.get(lesson.id, ())) for lesson in lessons]
    upcoming = None if lessons else await work.lessons.next_of_teacher(person, work.now)
    before, after = await work.lessons.days_of_teacher(person, on)
    return TeacherDay(on, tuple(lines), upcoming, before, after, days.over(lessons, work.now))


async def _named(work: Work, lesson: Lesson, students: Iterable[int]) -> dict[int, Person]:
    """Those students, and who gives the lesson instead of whom; nobody is looked up where there is nobody."""
    both = () if lesson.substitute_id is None else (lesson.substitute_id, lesson.teacher_id)
    wanted = {*students, *(person for person in both if person is not None)}
    return await work.people.persons(wanted) if wanted else {}


async def _around(work: Work, lesson: Lesson) -> Surroundings:
    return Surroundings(work.school.zone, await work.lessons.last_end(lesson.class_id, lesson.date))


def keeper(work: Work, permission: Permission = Permission.ENTER_LESSON) -> int:
    """The person behind the actor, who must be of the staff. Raises as the gate does."""
    person = work.actor.person_id
    if person is None or not work.actor.is_staff:
        gate.refuse(work, permission, "day", None)
    return person
