"""Which assessments a grade has, and when their marks may be set. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal.entry import Verdict
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, Order, ResultPage
from journal.model.school import Period
from journal.regulation import Regulation

FIRST_GRADE = 1
# Held only where an order names them.
BY_ORDER = (ResultKind.EXAM, ResultKind.FINAL)


def assessments(
    periods: Sequence[Period], orders: Iterable[Order], grade: int, regulation: Regulation
) -> tuple[Assessment, ...]:
    """What a grade of one year is assessed for, in order of time; `periods` are those of that grade (R-062).

    Periods of a kind that the regulation does not know are not assessed. Exams and final marks are held only
    where an order names their last day.
    """
    held = [period for period in periods if period.kind in regulation.periods.kinds]
    wanted = regulation.periods.results
    found = [_of_period(period) for period in held] if ResultKind.PERIOD in wanted else []
    if not held:
        return ()
    ordered = {order.kind: order for order in orders if order.grade_from <= grade <= order.grade_to}
    of_year = [
        _of_year(kind, held, ordered.get(kind))
        for kind in (ResultKind.YEAR, *BY_ORDER)
        if kind in wanted and (kind is ResultKind.YEAR or kind in ordered)
    ]
    return (*found, *of_year)


def current(found: Sequence[Assessment], now: datetime, zone: ZoneInfo) -> Assessment | None:
    """The assessment at hand: the first that is not over for long, else the last one."""
    today = now.astimezone(zone).date()
    lately = today - timedelta(days=14)
    coming = [one for one in found if max(one.ends_on, one.ordered_on or one.ends_on) >= lately]
    return coming[0] if coming else found[-1] if found else None


def judge(
    assessment: Assessment,
    regulation: Regulation,
    now: datetime,
    zone: ZoneInfo,
    opened_until: datetime | None = None,
) -> Verdict:
    """Whether marks of the assessment may be set at that moment (C4, R-064).

    `opened_until` is how long the deputy head has opened the page, where it was.
    """
    due = regulation.periods.mark_due.moment(
        assessment.ends_on, zone, order_date=assessment.ordered_on, period_end=assessment.ends_on
    )
    if opened_until is not None and now < opened_until:
        return Verdict(True, late=now >= due, until=opened_until)
    opens = opening(assessment, regulation, zone)
    if now < opens:
        clause = regulation.clause("periods.mark_opens_days")
        return Verdict(False, until=opens, clause=clause, code="results_too_early")
    if now >= due:
        clause = regulation.clause("periods.mark_due")
        return Verdict(False, late=True, until=due, clause=clause, code="results_too_late")
    return Verdict(True, until=due)


def opening(assessment: Assessment, regulation: Regulation, zone: ZoneInfo) -> datetime:
    """The first moment at which marks may be set."""
    days = regulation.periods.mark_opens_days
    if days is None or assessment.kind in BY_ORDER:
        first = assessment.starts_on
    else:
        first = max(assessment.starts_on, assessment.ends_on - timedelta(days=days))
    return datetime.combine(first, time(), zone)


def gives_results(page: ResultPage, regulation: Regulation) -> bool:
    """Whether students of the page get marks at all (S3 §3.10)."""
    return not page.markless and (page.grade != FIRST_GRADE or regulation.entry.grade1_marks)


def _of_period(period: Period) -> Assessment:
    return Assessment(
        ResultKind.PERIOD,
        period.year_id,
        period.starts_on,
        period.ends_on,
        period.name,
        period.id,
        period.kind,
        period.marks_due_on,
        period.order_number,
    )


def _of_year(kind: ResultKind, held: Sequence[Period], order: Order | None) -> Assessment:
    first, last = min(one.starts_on for one in held), max(one.ends_on for one in held)
    if order is None:
        return Assessment(kind, held[0].year_id, first, last)
    return Assessment(kind, held[0].year_id, first, last, ordered_on=order.due_on, order_number=order.number)
