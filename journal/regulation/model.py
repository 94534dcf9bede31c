"""A school's regulation: typed values, each with the clause it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.regulation.parameters import (
    Access,
    Archive,
    Attendance,
    Control,
    Delivery,
    Entry,
    Institution,
    Marks,
    Periods,
    Terms,
)

SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a value comes from, shown when a refusal rests on it.

    `source` is `S0` … `S4` for a preset's clause, `school` for the school's own say, empty for the value of a
    silent regulation; `number` and `words` («…», verbatim) are empty where the source gives none.
    """

    source: str = ""
    number: str = ""
    words: str = ""
    default: bool = False

    @property
    def paragraph(self) -> str:
        """The number as it is printed in the document: `4.5` of `4.5-D2`; list items bear none there."""
        return self.number.partition("-")[0].removesuffix("bis").rstrip("+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """The school's own rules; immutable: a change by the administrator makes a new one."""

    preset: str
    institution: Institution
    terms: Terms
    entry: Entry
    periods: Periods
    access: Access
    control: Control
    archive: Archive
    marks: Marks
    attendance: Attendance
    delivery: Delivery
    grounds: Mapping[str, tuple[Clause, ...]]
    """The clauses of every parameter by its path."""

    def value(self, path: str) -> Any:
        """The value of `section.parameter`; raises AttributeError for a path that does not exist."""
        section, name = path.split(".")
        return getattr(getattr(self, section), name)

    def clauses(self, path: str) -> tuple[Clause, ...]:
        """Every clause the value rests on, the first foremost; raises KeyError for an unknown path."""
        return self.grounds[path]

    def clause(self, path: str) -> Clause:
        """The foremost clause, such as `Clause("S3", "4.5-D2", "в день проведения урока до 17:00 …")`."""
        return self.grounds[path][0]
