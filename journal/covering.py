"""«Я заболел(а)»: a teacher says to be away, the deputy head decides what becomes of each lesson."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.events import LessonChanged, TeacherAway
from journal.lessons.cards import keeper
from journal.model.covering import Away, AwayLessons, Cover, Outcome
from journal.model.lessons import Lesson, LessonStatus
from journal.plans import pointer
from journal.policy import Permission
from journal.ports import Work

# How many days from today somebody may say to be away at once.
MOST_DAYS = 7


async def report(ctx: Ctx, days: int, *, from_tomorrow: bool = False) -> AwayLessons:
    """Say to be away for so many days; the deputy heads hear of it at once. Said again, it replaces that."""
    if not 1 <= days <= MOST_DAYS:
        raise StaleError
    async with ctx.writing() as work:
        person = keeper(work)
        await work.serialise("teacher_away", person)
        first = work.today + timedelta(days=1 if from_tomorrow else 0)
        last = first + timedelta(days=days - 1)
        number = await work.covering.add_away(person, first, last, person, work.now)
        work.audit("teacher.away", "person", person, after={"first": str(first), "last": str(last)})
        work.record(TeacherAway(number, person, first.isoformat(), last.isoformat()))
        teacher = (await work.people.persons([person]))[person]
        away = Away(number, teacher, first, last)
        lessons = awaiting(await work.covering.lessons_of([person], first, last), away, work.now)
        await work.commit()
        return AwayLessons(away, lessons)


async def back(ctx: Ctx) -> None:
    """Say to be back; what was decided of lessons stays."""
    async with ctx.writing() as work:
        person = keeper(work)
        await work.covering.end_away(person, person, work.now)
        work.audit("teacher.back", "person", person)
        await work.commit()


async def uncovered(ctx: Ctx) -> list[AwayLessons]:
    """Who is away with the lessons that wait for a decision."""
    async with ctx.reading() as work:
        gate.school(work, Permission.COVER_LESSONS)
        return await undecided(work)


async def undecided(work: Work) -> list[AwayLessons]:
    """The same within a unit of work, before any gate."""
    away = await work.covering.away(work.today)
    if not away:
        return []
    lessons = await work.covering.lessons_of(
        [one.teacher.id for one in away], work.today, max(one.last for one in away)
    )
    return [AwayLessons(one, awaiting(lessons, one, work.now)) for one in away]


async def open_cover(ctx: Ctx, lesson_id: int) -> Cover:
    """One lesson with everybody who is free, and the other ways out."""
    async with ctx.reading() as work:
        return await _cover(work, await _lesson(work, lesson_id))


async def decide(ctx: Ctx, lesson_id: int, outcome: Outcome, person_id: int = 0) -> Lesson:
    """Decide what becomes of a lesson; families and both teachers hear of it. Pressed again: nothing more.

    Raises `RefusedError("cover_too_late")` for a lesson that has begun or is decided, `StaleError` where
    whoever was chosen is no longer free.
    """
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id, lock=True)
        if lesson.status is LessonStatus.CANCELLED or lesson.substitute_id is not None:
            if outcome is Outcome.SAME_SUBJECT and lesson.substitute_id == person_id:
                return lesson
            raise RefusedError("cover_decided", lesson_id=lesson_id)
        if lesson.ends_at <= work.now or lesson.register_taken_at is not None:
            raise RefusedError("cover_too_late", lesson_id=lesson_id)
        after = await _carry_out(work, await _cover(work, lesson), outcome, person_id)
        work.audit(
            "lesson.cover",
            "lesson",
            lesson_id,
            unit_id=lesson.class_id,
            before={"teacher": lesson.teacher_id},
            after={"outcome": str(outcome), "substitute": person_id or None},
        )
        work.record(LessonChanged(lesson_id, lesson.revision + 1))
        await work.commit()
        return after


async def _lesson(work: Work, lesson_id: int, *, lock: bool = False) -> Lesson:
    gate.school(work, Permission.COVER_LESSONS)
    if lock:
        await work.serialise("lesson", lesson_id)
    found = await work.lessons.lesson(lesson_id)
    if found is None:
        raise NotFoundError(kind="lesson")
    return found


async def _cover(work: Work, lesson: Lesson) -> Cover:
    teacher = await work.people.persons([lesson.teacher_id] if lesson.teacher_id else [])
    following = pointer.next_row(await work.plans.rows(lesson), await work.plans.given(lesson))
    away = {one.teacher.id for one in await work.covering.away(lesson.date) if one.first <= lesson.date}
    return Cover(
        lesson,
        teacher.get(lesson.teacher_id or 0),
        following.topic if following else None,
        tuple(one for one in await work.covering.free(lesson) if one.person.id not in away),
        await work.covering.sibling(lesson),
        await work.covering.last_of_class(lesson),
    )


async def _carry_out(work: Work, cover: Cover, outcome: Outcome, person_id: int) -> Lesson:
    lesson = cover.lesson
    if outcome is Outcome.CANCELLED:
        return await _cancel(work, lesson)
    if outcome is Outcome.SHIFTED:
        return await _shift(work, cover)
    if outcome is Outcome.MERGED:
        person_id = (cover.sibling.teacher_id or 0) if cover.sibling else 0
        if not person_id:
            raise StaleError(lesson_id=lesson.id)
        return await _substitute(work, lesson, person_id)
    same = outcome is Outcome.SAME_SUBJECT
    stand = next((one for one in cover.stands if one.person.id == person_id and one.same is same), None)
    if stand is None:
        raise StaleError(lesson_id=lesson.id)
    if same:
        return await _substitute(work, lesson, person_id)
    number = await work.covering.add_lesson(lesson, stand.subject_id, person_id)
    work.record(LessonChanged(number, 0))
    return await _cancel(work, lesson)


async def _substitute(work: Work, lesson: Lesson, person_id: int) -> Lesson:
    """The fact itself is noted when the substitute enters something (S4 §5-1)."""
    await work.covering.change(lesson.id, {"substitute_id": person_id})
    return replace(lesson, substitute_id=person_id)


async def _cancel(work: Work, lesson: Lesson) -> Lesson:
    await work.covering.change(lesson.id, {"status": LessonStatus.CANCELLED})
    return replace(lesson, status=LessonStatus.CANCELLED)


async def _shift(work: Work, cover: Cover) -> Lesson:
    """The class's last lesson comes forward to this hour."""
    lesson, moved = cover.lesson, cover.last
    if moved is None:
        raise StaleError(lesson_id=lesson.id)
    hour = {"slot": lesson.slot, "starts_at": lesson.starts_at, "ends_at": lesson.ends_at}
    await work.covering.change(moved.id, hour)
    work.audit(
        "lesson.shift",
        "lesson",
        moved.id,
        unit_id=moved.class_id,
        before={"slot": moved.slot},
        after={"slot": lesson.slot},
    )
    work.record(LessonChanged(moved.id, moved.revision + 1))
    return await _cancel(work, lesson)


def awaiting(lessons: Iterable[Lesson], away: Away, now: datetime) -> tuple[Lesson, ...]:
    """The lessons of that absence still to be decided: not cancelled, covered, taken or over. Pure."""
    return tuple(
        lesson
        for lesson in lessons
        if lesson.teacher_id == away.teacher.id
        and away.first <= lesson.date <= away.last
        and lesson.status is LessonStatus.PLANNED
        and lesson.substitute_id is None
        and lesson.ends_at > now
        and lesson.register_taken_at is None
    )
