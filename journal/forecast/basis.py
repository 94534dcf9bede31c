"""What a forecast rests on: the marks that count, and how far the period has come. Pure."""

from collections.abc import Sequence
from datetime import date

from journal.diary.averages import numeric
from journal.forecast.rule import forecast
from journal.model.forecast import Outlook
from journal.model.marks import Mark
from journal.model.school import Period
from journal.regulation import Regulation

# Before so much of a period is over, its few days say nothing of the rest.
EARLIEST = 0.05


def passed(period: Period, today: date) -> float:
    """The share of the period that is over, from `EARLIEST` to one."""
    days = (period.ends_on - period.starts_on).days + 1
    return min(1.0, max(EARLIEST, ((today - period.starts_on).days + 1) / days))


def outlook(
    subject_id: int,
    subject: str,
    marks: Sequence[Mark],
    result: str | None,
    share: float,
    regulation: Regulation,
) -> Outlook:
    """The forecast of a subject; none before the regulation's least number of marks, nor beside a result."""
    counted = [(value, mark.weight) for mark in marks if (value := numeric(mark)) is not None and mark.weight]
    count, scale = len(counted), regulation.marks.scale
    if result is not None or count < regulation.control.forecast_min_marks:
        return Outlook(subject_id, subject, count, result=result)
    passing = [value for value in scale if value > regulation.marks.failing_period_mark] or list(scale)
    middle = (passing[0] + passing[-1]) / 2
    return Outlook(subject_id, subject, count, forecast(counted, scale, middle, share))
