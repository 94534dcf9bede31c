"""Signs of absence and the thresholds that call for attention: customary values a school may change."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from journal.regulation.bounds import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Gap G2 and the class teacher's thresholds."""

    absent_sign: str
    ill_sign: str
    excused_sign: str
    late_sign: str
    missed_lessons_threshold: Annotated[int, Between(1, 1000)]
    """Lessons missed in a period that alert the class teacher, once a period."""
    ill_share_percent: Annotated[int, Between(1, 100)]
    """Share of a class ill at once that makes it stand out to the deputy head."""
    call_after: timedelta
    """Silence after «не знаю, где ребёнок» that puts the child on the list to call."""
    nudge_days: Annotated[int, Between(0, 14)]
    """Days on which an unexplained absence is asked about again, once a day."""
