"""The year of a child: results, the programme, what lies ahead, and how it goes."""

from collections import defaultdict
from datetime import timedelta

from journal.context import Ctx
from journal.diary.attendance import totals
from journal.diary.marks import is_markless, read_book
from journal.diary.periods import choose, holidays
from journal.diary.reader import child_of
from journal.diary.weak import weak
from journal.model.ahead import Calendar, PlannedWork
from journal.model.diary import Progress, ResultBook, SubjectResults, Summary
from journal.model.marks import ResultKind
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work

EVENTS_AHEAD = timedelta(days=60)
WORKS_AHEAD, LATELY = timedelta(days=14), timedelta(days=7)


async def finals(ctx: Ctx, student_id: int, period_id: int | None = None) -> ResultBook:
    """The results of a year by subject; the year is that of the period, None is the one that runs."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        periods = await choose(work, student_id, period_id)
        markless = await is_markless(work, student_id, periods)
        if periods.chosen is None:
            return ResultBook(child, periods, (), markless)
        by_period: dict[str, dict[int, str]] = defaultdict(dict)
        closing: dict[str, dict[ResultKind, str]] = defaultdict(dict)
        for item in await work.diary.results(student_id, periods.chosen.year_id):
            if item.period_id is not None:
                by_period[item.subject][item.period_id] = item.value
            else:
                closing[item.subject][item.kind] = item.value
        named = sorted(by_period.keys() | closing.keys())
        found = tuple(SubjectResults(name, by_period[name], closing[name]) for name in named)
        return ResultBook(child, periods, found, markless)


async def progress(ctx: Ctx, student_id: int) -> tuple[Child, list[Progress]]:
    """How far the programme of each subject has come (R-033)."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        year = (await choose(work, student_id)).chosen
        return child, await work.diary.progress(student_id, year.year_id, work.now) if year else []


async def calendar(ctx: Ctx, student_id: int) -> Calendar:
    """Events of the class and the school (R-034), special days and planned control works."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        ahead = Span(work.today, work.today + EVENTS_AHEAD)
        happenings = (await work.diary.happenings([student_id], ahead))[student_id]
        works = await _works(work, student_id, EVENTS_AHEAD)
        between = holidays(await work.periods.of_student(student_id))
        coming = tuple(span for span in between if span.last >= work.today)
        return Calendar(child, tuple(happenings), works, coming)


async def summary(ctx: Ctx, student_id: int) -> Summary:
    """Averages, subjects that need help, absences and the control works ahead (R-035)."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        book = await read_book(work, child)
        works = await _works(work, student_id, WORKS_AHEAD)
        missed = await work.diary.absences([student_id], book.period.span) if book.period else []
        return Summary(
            child,
            book.period,
            tuple(item for item in book.subjects if item.average is not None),
            weak(book.subjects),
            totals(missed),
            works,
            book.markless,
            tuple(item for item in missed if item.date > work.today - LATELY),
        )


async def _works(work: Work, student_id: int, ahead: timedelta) -> tuple[PlannedWork, ...]:
    units = await work.diary.units(student_id)
    return tuple(await work.diary.planned_works(units, Span(work.today, work.today + ahead)))
