"""The few protocols that use cases need of storage; one module per area, gathered in `Work`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from journal.ports.absences import Absences
from journal.ports.access import Access
from journal.ports.attendance import Attendance
from journal.ports.audit import Trail
from journal.ports.channels import Channels
from journal.ports.class_events import ClassEvents
from journal.ports.class_lists import ClassLists
from journal.ports.clubs import Clubs
from journal.ports.control import Control
from journal.ports.covering import Covering
from journal.ports.debts import Debts
from journal.ports.delivery import Delivery
from journal.ports.diary import Diary
from journal.ports.documents import Documents
from journal.ports.homework import HomeworkPages
from journal.ports.imports import Imports
from journal.ports.inputs import Inputs
from journal.ports.institution import Institution
from journal.ports.integrity import Integrity
from journal.ports.lessons import Lessons
from journal.ports.marks import Marks
from journal.ports.materials import Materials
from journal.ports.meetings import Meetings
from journal.ports.messages import Messages
from journal.ports.notices import Notices
from journal.ports.papers import Papers
from journal.ports.people import People
from journal.ports.periods import Periods
from journal.ports.plans import Plans
from journal.ports.profiles import Profiles
from journal.ports.remarks import Remarks
from journal.ports.statuses import Statuses
from journal.ports.subscriptions import Subscriptions
from journal.ports.timetable import Timetable

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.events import Event
    from journal.model.access import Actor
    from journal.model.school import School
    from journal.policy import Permission
    from journal.regulation import Regulation


class Work(Protocol):
    """A unit of work: the repositories of one transaction, its events and its audit entries.

    Leaving it without `commit()` rolls everything back. Events and audit entries are written by `commit()` in
    the same transaction, and so is the settling of the update that caused it.
    """

    @property
    def ctx(self) -> Ctx: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def school(self) -> School: ...
    @property
    def regulation(self) -> Regulation: ...

    @property
    def people(self) -> People: ...
    @property
    def access(self) -> Access: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def inputs(self) -> Inputs: ...
    @property
    def institution(self) -> Institution: ...
    @property
    def lessons(self) -> Lessons: ...
    @property
    def attendance(self) -> Attendance: ...
    @property
    def trail(self) -> Trail: ...
    @property
    def integrity(self) -> Integrity: ...
    @property
    def homework(self) -> HomeworkPages: ...
    @property
    def covering(self) -> Covering: ...
    @property
    def materials(self) -> Materials: ...
    @property
    def remarks(self) -> Remarks: ...
    @property
    def marks(self) -> Marks: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def timetable(self) -> Timetable: ...
    @property
    def subscriptions(self) -> Subscriptions: ...
    @property
    def channels(self) -> Channels: ...

    @property
    def absences(self) -> Absences: ...
    @property
    def delivery(self) -> Delivery: ...
    @property
    def diary(self) -> Diary: ...
    @property
    def debts(self) -> Debts: ...
    @property
    def class_events(self) -> ClassEvents: ...
    @property
    def class_lists(self) -> ClassLists: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def clubs(self) -> Clubs: ...

    @property
    def statuses(self) -> Statuses: ...
    @property
    def documents(self) -> Documents: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def periods(self) -> Periods: ...
    @property
    def profiles(self) -> Profiles: ...
    @property
    def control(self) -> Control: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def messages(self) -> Messages: ...

    def record(self, event: Event, hold_until: datetime | None = None) -> None:
        """Note that something happened; whoever must hear of it hears not before `hold_until`."""
        ...

    def audit(
        self,
        action: str,
        kind: str,
        object_id: int | None,
        *,
        unit_id: int | None = None,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        reason: str | None = None,
    ) -> None:
        """Add an entry to the audit chain of the class (`unit_id`), or of the school."""
        ...

    def refused(self, permission: Permission, kind: str, object_id: int | None) -> None:
        """Log a refusal, whatever becomes of this unit of work."""
        ...

    async def serialise(self, kind: str, object_id: int) -> None:
        """Wait until no other unit of work holds the same thing; held until this one ends."""
        ...

    async def commit(self) -> None: ...
