"""What of a child's school life belongs into a calendar: lessons to come, and what lies beside them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journal.context import Ctx
from journal.diary.periods import holidays
from journal.diary.reader import child_of
from journal.model.agenda import Agenda
from journal.model.diary import DiaryLesson
from journal.model.lessons import Lesson, LessonStatus
from journal.model.school import Period
from journal.model.span import Span, week_of
from journal.ports import Work
from journal.timetable import planned_lessons

# A period that ends sooner brings the next one along.
SOON = timedelta(days=14)
DAY = timedelta(days=1)


async def agenda(ctx: Ctx, student_id: int) -> Agenda:
    """From this week's Monday to the end of the period; the holidays of the whole year.

    In the last two weeks of a period, and in the holidays, the period after it comes too. Marks, absences and
    homework stay in the diary: a calendar is shown on locked screens and shared at work.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        periods = await work.periods.of_student(student_id)
        span = Span(week_of(work.today).first, _end(work, periods))
        lessons = [lesson for _, lesson in await work.diary.lessons([student_id], span)]
        units = await work.diary.units(student_id)
        lessons += await _foreseen(work, units, lessons, span.last)
        return Agenda(
            child,
            span,
            tuple(DiaryLesson(lesson) for lesson in lessons),
            tuple((await work.diary.happenings([student_id], span))[student_id]),
            tuple(await work.diary.planned_works(units, span)),
            tuple(between for between in holidays(periods) if between.last >= span.first),
        )


async def _foreseen(
    work: Work, units: Collection[int], laid: Sequence[Lesson], last: date
) -> Iterator[Lesson]:
    """The lessons that the timetable calls for after those that stand, each like the last one of its kind."""
    like = {(one.unit_id, one.subject_id): one for one in laid}
    like_there = {(one.unit_id, one.subject_id, one.date.weekday(), one.slot): one for one in laid}
    first = max((one.date for one in laid), default=last) + DAY
    plan = await work.timetable.plan(first, last) if first <= last else None
    if plan is None:
        return iter(())
    entries = [
        entry for entry in plan[0] if (entry.unit_id, entry.subject_id) in like and entry.unit_id in units
    ]
    return (
        replace(
            like_there.get((one.unit_id, one.subject_id, one.date.weekday(), one.slot))
            or replace(like[one.unit_id, one.subject_id], room=None),
            id=0,
            date=one.date,
            slot=one.slot,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            substitute_id=None,
            status=LessonStatus.PLANNED,
            topic=None,
        )
        for one in planned_lessons(entries, plan[1], work.school, first, last)
    )


def _end(work: Work, periods: list[Period]) -> date:
    """The last day of the calendar."""
    soon = work.today + SOON
    ends = [period.ends_on for period in periods]
    return max(soon, next((end for end in ends if end >= soon), max(ends, default=soon)))
