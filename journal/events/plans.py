"""What happens around lesson plans: their day comes near, and somebody is reminded."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class PlansMissing(Event):
    """The day by which plans are loaded comes near or is over, and pages have none."""

    kind: ClassVar[str] = "plans_missing"
    day: str

    @property
    def subject(self) -> str:
        return f"plans_missing:{self.day}"


@dataclass(frozen=True, slots=True)
class PlanReminderDue(Event):
    """A teacher has pages without a plan, and the deputy head reminds of them."""

    kind: ClassVar[str] = "plan_reminder_due"
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"plan_reminder:{self.person_id}:{self.day}"
