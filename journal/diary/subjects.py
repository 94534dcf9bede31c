"""One subject of a child: its homework, its topics."""

from collections.abc import Collection
from datetime import timedelta

from journal.context import Ctx
from journal.diary.periods import choose
from journal.diary.reader import child_of
from journal.diary.reading import read_days
from journal.errors import NotFoundError
from journal.model.diary import DiaryLesson, Periods, SubjectTasks, TaughtList, TopicList
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work

# How far around today lessons tell which subjects a child has, holidays included.
AROUND = timedelta(days=45)
BACK, AHEAD = timedelta(days=21), timedelta(days=21)


async def subjects(ctx: Ctx, student_id: int) -> tuple[Child, dict[int, str]]:
    """The child's subjects by key, in the order of their names."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        return child, (await known(work, [student_id]))[student_id]


async def learnt(ctx: Ctx, student_id: int, period_id: int | None = None) -> TaughtList:
    """What was taught in which subjects of a period; None is the one that runs, or the last one."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        periods = await choose(work, student_id, period_id)
        return TaughtList(child, await _names_of(work, student_id, periods), periods)


async def tasks_of(ctx: Ctx, student_id: int, subject_id: int, asked: Span | None = None) -> SubjectTasks:
    """The homework of one subject, due in the weeks around today, or in the days asked for.

    Where the subject is not taught in these days, the weeks around today answer instead.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        name = await _name(work, student_id, subject_id)
        around = Span(work.today - BACK, work.today + AHEAD)
        days = await read_days(work, [student_id], asked | around if asked else around)
        held = [
            (day, item)
            for day in days[student_id].values()
            for item in day.lessons
            if item.held and item.lesson.subject_id == subject_id
        ]
        taught = [(day, item) for day, item in held if asked is not None and day.date in asked]
        tasks = [task for _, item in taught or held for task in item.tasks]
        return SubjectTasks(
            child,
            name,
            subject_id,
            coming=tuple(task for task in tasks if task.due >= work.today),
            past=tuple(reversed([task for task in tasks if task.due < work.today])),
            done=frozenset().union(*(day.done for day, _ in held)),
            unset=next((day.date for day, item in taught or held if _is_unset(work, item)), None),
            untaught=asked if not taught else None,
            asked=asked if taught else None,
        )


def _is_unset(work: Work, item: DiaryLesson) -> bool:
    return item.lesson.starts_at > work.now and not item.homework


async def topics_of(ctx: Ctx, student_id: int, subject_id: int, period_id: int | None = None) -> TopicList:
    """What was taught in a subject in a period, newest first; None is the one that runs, or the last one.

    Raises `NotFoundError` for a subject that the child does not have.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        periods = await choose(work, student_id, period_id)
        names = await _names_of(work, student_id, periods) | (await known(work, [student_id]))[student_id]
        if subject_id not in names:
            raise NotFoundError(kind="subject")
        span = periods.chosen.span if periods.chosen else Span(work.today, work.today)
        lessons = await work.diary.lessons([student_id], Span(span.first, min(span.last, work.today)))
        given = [lesson for _, lesson in lessons if lesson.subject_id == subject_id and lesson.topic]
        return TopicList(child, names[subject_id], tuple(reversed(given)), periods)


async def _names_of(work: Work, student_id: int, periods: Periods) -> dict[int, str]:
    """The subjects that the child had lessons of in the period."""
    if periods.chosen is None:
        return {}
    return (await work.diary.subjects([student_id], periods.chosen.span))[student_id]


async def known(work: Work, students: Collection[int]) -> dict[int, dict[int, str]]:
    """Each student's subjects by the lessons around today."""
    return await work.diary.subjects(students, Span(work.today - AROUND, work.today + AROUND))


async def _name(work: Work, student_id: int, subject_id: int) -> str:
    found = (await known(work, [student_id]))[student_id]
    if subject_id not in found:
        raise NotFoundError(kind="subject")
    return found[subject_id]
