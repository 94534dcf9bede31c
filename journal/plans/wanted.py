"""What a file or a text wants a plan to be, before it is known whose page it is for."""

from dataclasses import dataclass
from datetime import date

from journal.imports.problems import Place, Problem, Severity

TOPIC_LIMIT = 500
SECTION_LIMIT = 300
HOMEWORK_LIMIT = 1000
MOST_HOURS = 99


@dataclass(frozen=True, slots=True)
class Wanted:
    """One topic as it should be; None leaves what the plan has there already."""

    topic: str
    hours: int = 1
    section: str | None = None
    homework: str | None = None
    planned_on: date | None = None
    work_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A topic with where it stands, and the subject, class and subgroup that its row names, if it does."""

    wanted: Wanted
    place: Place
    subject: str | None = None
    unit: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All topics of a file in order, and what is wrong with the file."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems left a row out."""
        return sum(each.severity is Severity.ERROR for each in self.problems)

    @property
    def is_named(self) -> bool:
        """Whether the file itself says which pages it is for."""
        return bool(self.lines) and all(line.subject and line.unit for line in self.lines)
