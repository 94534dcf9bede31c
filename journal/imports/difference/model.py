"""What there is in the school, and what an import would add, change and close."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar, cast

from journal.imports.problems import Problem
from journal.imports.rows import Kind, Row, Source

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Stored(Generic[R]):
    """A row of the school as an import would say it: references are tokens `#id`, unknown fields `None`.

    `row.key` is its external id (empty where it has none) under `source`. `closed` rows are found again when
    they come back, and are never gone twice.
    """

    id: int
    row: R
    source: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class SchoolState:
    """The present state of everything an import may touch.

    `from_day` is the first day whose timetable can still change; lessons that hold by then say no `since`.
    """

    rows: Mapping[Kind, tuple[Stored[Any], ...]] = field(default_factory=dict)
    from_day: date = date.min

    def of(self, row_type: type[R]) -> tuple[Stored[R], ...]:
        return cast("tuple[Stored[R], ...]", self.rows.get(row_type.kind, ()))


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row, before and after; references are tokens."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """What an import changes in a stored row. `row` is the row as it will be, references resolved."""

    id: int
    row: Row
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Exactly what confirming would do, and the problems that keep the rest out.

    References in rows are tokens: `#id` of what is there, `+key` of what is added with it. `links` gives the
    rows found by what they say an external id: (kind, id) → key. `labels` names every token for people.
    `fingerprint` is the same for the same effect on the same data, and for nothing else.
    """

    source: Source
    added: Mapping[Kind, tuple[Row, ...]]
    changed: Mapping[Kind, tuple[Changed, ...]]
    gone: Mapping[Kind, tuple[Stored[Any], ...]]
    links: Mapping[tuple[Kind, int], str]
    problems: tuple[Problem, ...]
    labels: Mapping[tuple[Kind, str], str]
    fingerprint: str

    @property
    def empty(self) -> bool:
        """Whether confirming would change nothing that anybody sees."""
        return not (any(self.added.values()) or any(self.changed.values()) or any(self.gone.values()))

    def counts(self) -> dict[Kind, tuple[int, int, int]]:
        """Added, changed and gone by kind, where there is anything."""
        counted = {
            kind: tuple(len(part.get(kind, ())) for part in (self.added, self.changed, self.gone))
            for kind in Kind
        }
        return {kind: cast("tuple[int, int, int]", each) for kind, each in counted.items() if any(each)}


def token(row_id: int) -> str:
    """The reference to a stored row."""
    return f"#{row_id}"
