"""Who watches over the journal, how often, and which reports come of it."""

from dataclasses import dataclass
from typing import Annotated

from journal.model.people import Role
from journal.regulation.bounds import Between
from journal.regulation.deadline import Deadline
from journal.regulation.notation import DayWindow
from journal.regulation.values import ChecklistItem, Closing, ControlMetric, Obligation


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Section «Control, reports»."""

    weekly: frozenset[Role]
    """Who controls the journal every week (R-113, R-120)."""
    monthly: frozenset[Role]
    """Who controls it every month (R-114, R-116)."""
    period: bool
    """Whether an inspection ends each period (R-117)."""
    findings_due: Annotated[int, Between(1, 30)]
    """Working days until an inspection's note reaches the staff (R-118)."""
    activity_report_window: DayWindow
    """Days of the month in which the user-activity report is made (R-115)."""
    inspection_checklist: frozenset[ChecklistItem]
    """What an inspection looks at (R-117)."""
    metrics: frozenset[ControlMetric]
    """What control shows (R-119)."""
    forecast: bool
    """Whether results are forecast, always shown as an estimate (R-155)."""
    forecast_min_marks: Annotated[int, Between(1, 20)]
    """Marks a forecast needs (G12)."""
    performance_reports: frozenset[Closing]
    """When progress and attendance reports are made (R-103)."""
    ct_report_due: Deadline
    """When class teachers' reports are due, counted from the period's end (R-104)."""
    ct_report: Obligation
    """Whether those reports are class teachers' duty or their right."""
