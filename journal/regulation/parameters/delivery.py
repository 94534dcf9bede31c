"""When and how much is told to guardians: customary values a school may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from journal.regulation.notation import ClockWindow, WeekMoment
from journal.regulation.values import MessengerContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Gaps G5, G6 and G14, decision D5."""

    alert_hold: timedelta
    """How long absences, marks and homework wait after Save before families are told."""
    letter_hold: timedelta
    """How long a letter waits before its addressee is told, so that its writer can take it back."""
    quiet_hours: ClockWindow
    """Hours in which pushes wait, absences excepted."""
    office_hours: ClockWindow
    """Hours of a working day in which colleagues hear of families' messages; each may choose others."""
    weekly_summary: WeekMoment
    """When weekly summaries go out (R-097)."""
    nudge_until: time
    """Teachers are not reminded of unfinished entries after this hour."""
    messenger_content: Mapping[str, MessengerContent]
    """How much each platform may carry, by its name; a platform not named carries the least."""

    def content_on(self, platform: str) -> MessengerContent:
        return self.messenger_content.get(platform, MessengerContent.MINIMAL)
