"""What is told of a move, while it goes on and afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from journal.model.audit import Fault

# Called with the table at work, how many rows were copied or read back so far, and of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """One table, the same on both sides: its rows, and a checksum that does not ask for their order."""

    table: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was moved. `faults` of the audit were there before: a move neither makes nor mends any."""

    tables: tuple[Copied, ...]
    audit_entries: int
    faults: tuple[Fault, ...]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)
