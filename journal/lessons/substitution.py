"""«I substitute»: a teacher records that a colleague's lesson is given instead (R-070)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from journal import gate, windows
from journal.context import Ctx
from journal.entry import EARLY, Record
from journal.errors import NotFoundError, RefusedError
from journal.events import LessonChanged, LessonSubstituted
from journal.lessons.cards import load_card
from journal.model.day import LessonCard
from journal.model.lessons import Lesson
from journal.policy import Permission
from journal.ports import Work


async def running_lessons(ctx: Ctx) -> list[Lesson]:
    """The school's lessons that run now and are not the actor's own, by class."""
    async with ctx.reading() as work:
        gate.school(work, Permission.SUBSTITUTE)
        found = await work.lessons.running(work.now, EARLY)
        return [lesson for lesson in found if work.actor.person_id not in lesson.keepers]


@dataclass(frozen=True, slots=True)
class Substitutable:
    """The lessons of a day that the actor may have given for a colleague, and the school days around it."""

    day: date
    lessons: tuple[Lesson, ...]
    before: date | None
    after: date | None


async def lessons_on(ctx: Ctx, day: date) -> Substitutable:
    """The lessons of a day, up to today, that have begun, are not the actor's and have no substitute yet."""
    async with ctx.reading() as work:
        gate.school(work, Permission.SUBSTITUTE)
        on = min(day, work.today)
        found = await work.control.lessons_of(on)
        after = await work.control.neighbour(on, back=False)
        return Substitutable(
            on,
            tuple(
                lesson
                for lesson in found
                if lesson.substitute_id is None
                and lesson.starts_at - EARLY <= work.now
                and work.actor.person_id not in lesson.keepers
            ),
            await work.control.neighbour(on, back=True),
            after if after is not None and after <= work.today else None,
        )


async def substitute(ctx: Ctx, lesson_id: int) -> LessonCard:
    """Record the substitution at the moment it is said; both teachers stand on the page from now on.

    Pressed again it changes nothing. Raises `RefusedError("substituted_already")` where another colleague has
    said the same, "substituted_too_late" after the lesson's day, or the entry window's refusal.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.SUBSTITUTE)
        await work.serialise("lesson", lesson_id)
        lesson = await work.lessons.lesson(lesson_id)
        person = work.actor.person_id
        if lesson is None or person is None:
            raise NotFoundError(kind="lesson")
        if person not in lesson.keepers:
            if lesson.substitute_id is not None:
                raise RefusedError("substituted_already", lesson_id=lesson_id)
            verdict = await windows.require(work, Record.SUBSTITUTION, lesson)
            if lesson.date < work.today and not await windows.opened(work, Record.SUBSTITUTION, lesson):
                # One's own word is enough «on the day it is given»; later the deputy head decides.
                raise RefusedError(
                    "substituted_too_late",
                    clause=work.regulation.clause("entry.substitution_record"),
                    lesson_id=lesson_id,
                    record=str(Record.SUBSTITUTION),
                )
            await work.lessons.substitute(lesson_id, person, work.now)
            work.audit(
                "lesson.substitute",
                "lesson",
                lesson_id,
                unit_id=lesson.class_id,
                before={"teacher": lesson.teacher_id},
                after={"substitute": person, "late": verdict.late},
            )
            _tell(work, lesson)
            lesson = replace(lesson, substitute_id=person, substituted_at=work.now)
        card = await load_card(work, lesson)
        await work.commit()
        return card


async def give_back(ctx: Ctx, lesson_id: int) -> Lesson:
    """Take one's own substitution back on the day of the lesson; what was entered meanwhile stays.

    Pressed again it changes nothing. Raises `RefusedError("substituted_too_late")` after that day.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.SUBSTITUTE)
        await work.serialise("lesson", lesson_id)
        lesson = await work.lessons.lesson(lesson_id)
        person = work.actor.person_id
        if lesson is None or person is None:
            raise NotFoundError(kind="lesson")
        if lesson.substitute_id != person:
            return lesson
        if lesson.date < work.today:
            raise RefusedError("substituted_too_late", lesson_id=lesson_id)
        await work.lessons.end_substitution(lesson_id)
        work.audit(
            "lesson.give_back",
            "lesson",
            lesson_id,
            unit_id=lesson.class_id,
            before={"substitute": person},
            after={"teacher": lesson.teacher_id},
        )
        _tell(work, lesson)
        await work.commit()
        return lesson


def _tell(work: Work, lesson: Lesson) -> None:
    """Families hear of what is ahead; whoever is replaced and the deputy heads hear in any case."""
    work.record(LessonChanged(lesson.id, lesson.revision + 1))
    work.record(LessonSubstituted(lesson.id, lesson.revision + 1))
