"""What of a child's school life goes into a calendar."""

from dataclasses import dataclass

from journal.model.ahead import Happening, PlannedWork
from journal.model.diary import DiaryLesson
from journal.model.people import Child
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lessons of these days with what lies beside them, and the holidays of the year."""

    child: Child
    span: Span
    lessons: tuple[DiaryLesson, ...]
    happenings: tuple[Happening, ...]
    works: tuple[PlannedWork, ...]
    holidays: tuple[Span, ...]
