"""A week on one card: its days beside the averages of the period it lies in."""

from dataclasses import replace

from journal.context import Ctx
from journal.diary.days import read_span
from journal.diary.marks import book_of
from journal.diary.periods import choose
from journal.diary.reader import child_of
from journal.model.card import WeekCard
from journal.model.span import Span


async def week_card(ctx: Ctx, student_id: int, wanted: Span | None = None) -> WeekCard:
    """Some days and the marks of their period; None is the week at hand."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        days = await read_span(work, child, wanted)
        periods = await choose(work, student_id)
        begun = [period for period in periods.all if period.starts_on <= days.span.last]
        shown = replace(periods, chosen=begun[-1]) if begun else periods
        return WeekCard(days, await book_of(work, child, shown))
