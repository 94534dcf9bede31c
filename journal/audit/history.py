"""Reading what was done: by lesson, mark, student, results, notice, or by the day of the school (R-125).

Whoever may see a thing may see what was done to it, and nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.history import DayHistory, History, Trace, Values
from journal.model.lessons import Lesson
from journal.model.notices import Notice
from journal.model.people import Child, Unit, name_key
from journal.policy import Permission, allows
from journal.ports import Work

PAGE = 8
# Values under these keys are the ids of people.
PEOPLE = ("teacher", "substitute", "person")


@dataclass(frozen=True, slots=True)
class LessonHistory:
    lesson: Lesson
    history: History


@dataclass(frozen=True, slots=True)
class StudentHistory:
    child: Child
    history: History


@dataclass(frozen=True, slots=True)
class PageHistory:
    """Of the marks of periods and years on one page."""

    unit: Unit
    subject_id: int
    history: History


@dataclass(frozen=True, slots=True)
class NoticeHistory:
    notice: Notice
    history: History


async def of_lesson(ctx: Ctx, lesson_id: int, page: int = 0) -> LessonHistory:
    """What was done to a lesson's register, topic, homework and marks."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.VIEW_JOURNAL)
        traces = await work.trail.of_lesson(lesson_id, page * PAGE, PAGE + 1)
        return LessonHistory(lesson, await _history(work, traces, page))


async def of_mark(ctx: Ctx, mark_id: int, page: int = 0) -> LessonHistory:
    """What was done to one mark, under its lesson."""
    async with ctx.reading() as work:
        mark = await work.marks.mark(mark_id)
        found = await work.marks.work(mark.work_id) if mark else None
        lesson_id = (found.lesson_id if found else None) or 0
        lesson = await gate.lesson(work, lesson_id, Permission.VIEW_JOURNAL)
        traces = await work.trail.of_mark(mark_id, page * PAGE, PAGE + 1)
        about = mark.student_id if mark else None
        return LessonHistory(lesson, await _history(work, traces, page, about))


async def of_student(ctx: Ctx, student_id: int, page: int = 0) -> StudentHistory:
    """What was written of a student in all subjects, for who may look at every page of the class."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.VIEW_CLASS)
        traces = await work.trail.of_student(student_id, page * PAGE, PAGE + 1)
        return StudentHistory(child, await _history(work, traces, page, student_id))


async def of_results(ctx: Ctx, unit_id: int, subject_id: int, page: int = 0) -> PageHistory:
    """What was done to the marks of periods and years of a unit in a subject."""
    async with ctx.reading() as work:
        unit = await gate.page(work, unit_id, subject_id, Permission.VIEW_JOURNAL)
        traces = await work.trail.of_results(unit_id, subject_id, page * PAGE, PAGE + 1)
        return PageHistory(unit, subject_id, await _history(work, traces, page))


async def of_notice(ctx: Ctx, notice_id: int, page: int = 0) -> NoticeHistory:
    """What was done to a notice, for its author and for who may withdraw it."""
    async with ctx.reading() as work:
        notice = await work.notices.notice(notice_id)
        if notice is None or notice.author_id != work.actor.person_id:
            gate.school(work, Permission.WITHDRAW_NOTICE)
        if notice is None:
            raise NotFoundError(kind="notice")
        traces = await work.trail.of_notice(notice_id, page * PAGE, PAGE + 1)
        return NoticeHistory(notice, await _history(work, traces, page))


async def of_school(
    ctx: Ctx, day: date | None = None, author_id: int | None = None, page: int = 0
) -> DayHistory:
    """All that was changed in the school on a day, today by default; perhaps by one person alone."""
    async with ctx.reading() as work:
        gate.school(work, Permission.VIEW_CLASS)
        on = day or work.today
        since, until = (work.school.moment(each, time()) for each in (on, on + timedelta(days=1)))
        traces = await work.trail.of_school(since, until, author_id, page * PAGE, PAGE + 1)
        everybody = await work.people.persons(await work.trail.authors(since, until))
        return DayHistory(
            on,
            await _history(work, traces, page),
            tuple(sorted(everybody.values(), key=name_key)),
            everybody.get(author_id or 0) or (await work.people.person(author_id) if author_id else None),
        )


def sees_the_school(ctx: Ctx) -> bool:
    """Whether the history of the whole school is open to the actor."""
    return allows(Permission.VIEW_CLASS, ctx.actor, (), ctx.regulation)


async def _history(work: Work, traces: list[Trace], page: int, about: int | None = None) -> History:
    shown = traces[:PAGE]
    people = await work.people.persons(set(_named(shown)))
    return History(tuple(shown), page, len(traces) > PAGE, people, about)


def _named(traces: Iterable[Trace]) -> Iterator[int]:
    """The ids of everybody whom the entries name: authors, students, colleagues."""
    for trace in traces:
        yield from (each for each in (trace.author_id, _student(trace)) if each is not None)
        for values in (trace.before, trace.after):
            yield from _inside(values)


def _student(trace: Trace) -> int | None:
    if trace.kind == "student":
        return trace.object_id
    return trace.place.student_id if trace.place else None


def _inside(values: Values) -> Iterator[int]:
    for key, value in values.items():
        if key.isdigit():
            yield int(key)
        elif key in PEOPLE and isinstance(value, int):
            yield value
        elif key == "marks" and isinstance(value, dict):
            yield from _inside(value)
