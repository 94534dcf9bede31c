"""The regulation's parameters, grouped as its sections are; the values stand in the presets."""

from journal.regulation.parameters.access import Access
from journal.regulation.parameters.archive import Archive
from journal.regulation.parameters.attendance import Attendance
from journal.regulation.parameters.control import Control
from journal.regulation.parameters.delivery import Delivery
from journal.regulation.parameters.entry import Entry
from journal.regulation.parameters.institution import Institution, Responsible
from journal.regulation.parameters.marks import Marks, WorkType
from journal.regulation.parameters.periods import Periods
from journal.regulation.parameters.terms import Terms

__all__ = [
    "Access",
    "Archive",
    "Attendance",
    "Control",
    "Delivery",
    "Entry",
    "Institution",
    "Marks",
    "Periods",
    "Responsible",
    "Terms",
    "WorkType",
]
