"""The forecast as a family reads it: every subject of the own child in the period that runs."""

from journal.context import Ctx
from journal.diary.marks import read_book
from journal.diary.reader import child_of
from journal.errors import RefusedError
from journal.forecast.basis import outlook, passed
from journal.model.diary import MarkBook, SubjectMarks
from journal.model.forecast import ForecastBook, Outlook


async def book(ctx: Ctx, student_id: int) -> ForecastBook:
    """The subjects of the period that runs, each with its forecast or the marks it still needs.

    Raises `RefusedError("not_forecast")` where the regulation has no forecasts.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        if not work.regulation.control.forecast:
            raise RefusedError("not_forecast")
        found = await read_book(work, child)
        least = work.regulation.control.forecast_min_marks
        if found.period is None or ctx.today not in found.period.span:
            return ForecastBook(child, None, 1.0, least, markless=found.markless)
        share = passed(found.period, ctx.today)
        subjects = tuple(_outlook(item, share, ctx) for item in found.subjects)
        return ForecastBook(child, found.period, share, least, subjects, found.markless)


def outlook_of(marks: MarkBook, item: SubjectMarks, ctx: Ctx) -> Outlook | None:
    """The forecast beside the marks of one subject; None in a period that is over, or without forecasts."""
    period = marks.period
    if period is None or ctx.today not in period.span or not ctx.regulation.control.forecast:
        return None
    return _outlook(item, passed(period, ctx.today), ctx)


def _outlook(item: SubjectMarks, share: float, ctx: Ctx) -> Outlook:
    result = item.result.value if item.result else None
    return outlook(item.subject_id, item.subject, item.marks, result, share, ctx.regulation)
