"""What of a child's school life belongs into a calendar: lessons to come, and what lies beside them."""

from datetime import date, timedelta

from journal.context import Ctx
from journal.diary.periods import holidays
from journal.diary.reader import child_of
from journal.model.agenda import Agenda
from journal.model.diary import DiaryLesson
from journal.model.school import Period
from journal.model.span import Span, week_of
from journal.ports import Work

# A period that ends sooner brings the next one along.
SOON = timedelta(days=14)


async def agenda(ctx: Ctx, student_id: int) -> Agenda:
    """From this week's Monday to the end of the period; the holidays of the whole year.

    In the last two weeks of a period, and in the holidays, the period after it comes too. Marks, absences and
    homework stay in the diary: a calendar is shown on locked screens and shared at work.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        periods = await work.periods.of_student(student_id)
        span = Span(week_of(work.today).first, _end(work, periods))
        lessons = await work.diary.lessons([student_id], span)
        units = await work.diary.units(student_id)
        return Agenda(
            child,
            span,
            tuple(DiaryLesson(lesson) for _, lesson in lessons),
            tuple((await work.diary.happenings([student_id], span))[student_id]),
            tuple(await work.diary.planned_works(units, span)),
            tuple(between for between in holidays(periods) if between.last >= span.first),
        )


def _end(work: Work, periods: list[Period]) -> date:
    """The last day of the calendar."""
    soon = work.today + SOON
    ends = [period.ends_on for period in periods]
    return max(soon, next((end for end in ends if end >= soon), max(ends, default=soon)))
