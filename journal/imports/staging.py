"""Gathering staged rows and problems while a file is read, into one `SchoolImport`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from journal.imports.limits import DEFAULT_LIMITS, Limits
from journal.imports.problems import Code, Place, Problem, Severity
from journal.imports.rows import Kind, Row, Source

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class SchoolImport:
    """Everything a file says, and everything wrong with it.

    `complete` names the kinds of which the file gives the whole list, so that what it leaves out is gone;
    `removed` the rows that a file of changes names as gone.
    """

    source: Source
    rows: Mapping[Kind, tuple[Row, ...]]
    problems: tuple[Problem, ...] = ()
    complete: frozenset[Kind] = frozenset()
    removed: frozenset[tuple[Kind, str]] = frozenset()

    def of(self, row_type: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self.rows.get(row_type.kind, ()))

    @property
    def counts(self) -> dict[Kind, int]:
        """How many rows of each kind there are, mentions apart."""
        numbers = {kind: sum(not row.mention for row in rows) for kind, rows in self.rows.items()}
        return {kind: number for kind, number in numbers.items() if number}


class Staging:
    """Collects rows by key and problems by place; a repeated key is a problem, never two rows."""

    def __init__(self, source: Source, limits: Limits = DEFAULT_LIMITS) -> None:
        self.source = source
        self.complete: set[Kind] = set()
        self.removed: set[tuple[Kind, str]] = set()
        self._limits = limits
        self._rows: dict[Kind, dict[str, Row]] = {kind: {} for kind in Kind}
        self._mentions: dict[tuple[Kind, str], Row] = {}
        self._problems: list[Problem] = []
        self._unsaid = 0

    def add(self, row: Row) -> bool:
        """Stage `row`; where its key is taken, report the repetition and keep the first."""
        first = self._rows[row.kind].setdefault(row.key, row)
        if first is not row:
            self.error(
                Code.KEY_REPEATED, row.place, kind=row.kind, value=row.label, first_row=first.place.row
            )
        return first is row

    def put(self, row: Row) -> None:
        """Stage `row` in place of what its key held."""
        self._rows[row.kind][row.key] = row

    def mention(self, row: Row) -> None:
        """Stage a row that only names what must be known: from another row of the file, or already."""
        self._mentions.setdefault((row.kind, row.key), row)

    def get(self, row_type: type[R], key: str) -> R | None:
        return cast("R | None", self._rows[row_type.kind].get(key))

    def of(self, row_type: type[R]) -> Iterable[R]:
        return cast("Iterable[R]", self._rows[row_type.kind].values())

    def error(self, code: Code, place: Place, **params: Any) -> None:
        self._report(Problem(place, code, Severity.ERROR, params))

    def warn(self, code: Code, place: Place, **params: Any) -> None:
        self._report(Problem(place, code, Severity.WARNING, params))

    def note(self, code: Code, place: Place, **params: Any) -> None:
        self._report(Problem(place, code, Severity.NOTE, params))

    def build(self) -> SchoolImport:
        problems = sorted(self._problems, key=lambda each: (each.place, each.code))
        if self._unsaid:
            problems.append(Problem(Place(""), Code.MORE_PROBLEMS, Severity.WARNING, {"count": self._unsaid}))
        # A list without a single row is a sheet nobody filled in, not a school without people.
        complete = frozenset(kind for kind in self.complete if self._rows[kind])
        for (kind, key), row in self._mentions.items():
            self._rows[kind].setdefault(key, row)
        return SchoolImport(
            self.source,
            {kind: tuple(rows.values()) for kind, rows in self._rows.items() if rows},
            tuple(problems),
            complete,
            frozenset(self.removed),
        )

    def _report(self, problem: Problem) -> None:
        if len(self._problems) < self._limits.problems:
            self._problems.append(problem)
        else:
            self._unsaid += 1
