"""Days and weeks of a diary, put together from a constant number of queries."""

from collections import defaultdict
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.model.attendance import Absence
from journal.model.diary import Day, DiaryDay, DiaryLesson, Home, Week
from journal.model.lessons import Homework, LessonStatus
from journal.model.marks import Mark
from journal.policy import Permission
from journal.ports import Work

# How far the next school day is looked for: the summer holidays are longer than any other gap.
FAR = timedelta(days=120)


async def home(ctx: Ctx, student_id: int) -> Home:
    """The child's first screen; «today» turns into the next school day after the last lesson."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        today = await _day(work, student_id, work.today)
        over = not any(item.lesson.ends_at > work.now for item in today.lessons if _given(item))
        following = await work.diary.next_day(student_id, work.today)
        tasks = await _day(work, student_id, following or work.today)
        shown = tasks if over and following else today
        return Home(
            child=child,
            day=shown,
            is_today=shown.date == work.today,
            tasks=tasks,
            new_marks=tuple(await work.diary.marks_entered(student_id, work.today)),
            unread_notices=await _unread(work),
            children=work.actor.children,
        )


async def day(ctx: Ctx, student_id: int, wanted: date | None = None) -> Day:
    """One day of the child; None is today, or the next school day when today's lessons are over."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        shown = wanted or await _at_hand(work, student_id)
        return Day(
            child,
            await _day(work, student_id, shown),
            before=await work.diary.day_before(student_id, shown),
            after=await work.diary.next_day(student_id, shown),
        )


async def homework(ctx: Ctx, student_id: int, wanted: date | None = None) -> Day:
    """What to do for a school day; None is the next one after today."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        shown = wanted or await work.diary.next_day(student_id, work.today) or work.today
        return Day(
            child,
            await _day(work, student_id, shown),
            before=await work.diary.day_before(student_id, shown),
            after=await work.diary.next_day(student_id, shown),
        )


async def week(ctx: Ctx, student_id: int, monday: date | None = None) -> Week:
    """Monday to Sunday; days without lessons are left out."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        start = monday or _monday(await _at_hand(work, student_id))
        days = await _days(work, student_id, start, start + timedelta(days=6))
        return Week(child, start, tuple(days))


async def _at_hand(work: Work, student_id: int) -> date:
    """Today, or the next school day when today's lessons are over."""
    lessons = await work.lessons.of_student(student_id, work.today, work.today)
    if any(lesson.ends_at > work.now and lesson.status is LessonStatus.PLANNED for lesson in lessons):
        return work.today
    return await work.diary.next_day(student_id, work.today) or work.today


async def _day(work: Work, student_id: int, day: date) -> DiaryDay:
    found = await _days(work, student_id, day, day)
    return found[0] if found else DiaryDay(day)


async def _days(work: Work, student_id: int, first: date, last: date) -> list[DiaryDay]:
    lessons = await work.lessons.of_student(student_id, first, last)
    tasks: dict[int, list[Homework]] = defaultdict(list)
    for task in await work.homework.due_at([lesson.id for lesson in lessons]):
        tasks[task.lesson_id].append(task)
    given: dict[int | None, list[Mark]] = defaultdict(list)
    for lesson_id, mark in await work.diary.marks_of_lessons(student_id, first, last):
        given[lesson_id].append(mark)
    missed: dict[int, Absence] = {
        absence.lesson_id: absence for absence in await work.diary.absences(student_id, first, last)
    }
    days: dict[date, list[DiaryLesson]] = defaultdict(list)
    for lesson in lessons:
        days[lesson.date].append(
            DiaryLesson(lesson, tuple(tasks[lesson.id]), tuple(given[lesson.id]), missed.get(lesson.id))
        )
    return [DiaryDay(day, tuple(items)) for day, items in sorted(days.items())]


async def _unread(work: Work) -> int:
    found = await work.notices.of_reader(work.actor.account_id, work.actor.diary_ids, staff=False, limit=20)
    return sum(notice.sign_off and not signed for notice, signed in found)


def _given(item: DiaryLesson) -> bool:
    return item.lesson.status is LessonStatus.PLANNED


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
