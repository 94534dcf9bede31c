"""Which rows of the school a file leaves out although it gives the whole list: they are gone."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from journal.imports.difference.model import SchoolState, Stored, token
from journal.imports.rows import GuardianRow, Kind, KinshipRow, Row, Source, StudentRow
from journal.imports.staging import SchoolImport

# What can be closed. Subjects, rooms, years, periods and people as such stay: the past refers to them; and
# a guardian is unlinked by the class teacher or the administrator on a document, not by an omission.
CLOSABLE = frozenset(
    {
        Kind.BELL, Kind.STAFF, Kind.CLASS, Kind.STUDENT, Kind.SUBGROUP, Kind.WORKLOAD,
        Kind.CURRICULUM, Kind.LESSON, Kind.PLAN,
    }
)  # fmt: skip
# Of these one file is the truth for its part of the school, wherever the rows there came from before.
REPLACED = frozenset({Kind.BELL, Kind.WORKLOAD, Kind.CURRICULUM, Kind.LESSON, Kind.PLAN})


# What a file speaks of: by kind, the token and the resolved row of everything it stages.
Spoken: TypeAlias = Mapping[Kind, Mapping[str, Row]]


def gone(
    staged: SchoolImport, spoken: Spoken, state: SchoolState, kept: Mapping[Kind, Collection[int]]
) -> dict[Kind, tuple[Stored[Any], ...]]:
    """The stored rows that the import closes; `kept` are those that were found or may be meant."""
    scopes = _Scopes(staged, spoken)
    found = {}
    for kind in (kind for kind in Kind if kind in CLOSABLE):
        rows = tuple(
            each
            for each in state.rows.get(kind, ())
            if not each.closed and each.id not in kept.get(kind, ()) and scopes.covers(kind, each)
        )
        if rows:
            found[kind] = rows
    return found


def unlisted(staged: SchoolImport, spoken: Spoken, state: SchoolState) -> Iterator[tuple[Row, Row]]:
    """Students of the file with guardians whom an earlier file gave them and this one leaves out."""
    if Kind.KINSHIP not in staged.complete:
        return
    listed = {
        (row.student, row.guardian)
        for row in spoken.get(Kind.KINSHIP, {}).values()
        if isinstance(row, KinshipRow)
    }
    spoken_of = {student for student, _ in listed}
    students = {token(each.id): each.row for each in state.of(StudentRow)}
    guardians = {token(each.id): each.row for each in state.of(GuardianRow) if each.source == staged.source}
    for each in state.of(KinshipRow):
        student, guardian = each.row.student, each.row.guardian
        if (
            not each.closed
            and student in spoken_of
            and guardian in guardians
            and (student, guardian) not in listed
        ):
            yield students[student], guardians[guardian]


class _Scopes:
    """The parts of the school a file speaks for."""

    def __init__(self, staged: SchoolImport, spoken: Spoken) -> None:
        self._staged = staged
        self._parts = {kind: {row.scope for row in rows.values()} for kind, rows in spoken.items()}
        if staged.source is Source.ASC:
            # A timetable speaks for each class it knows, one without lessons too.
            for kind in (Kind.WORKLOAD, Kind.LESSON):
                self._parts.setdefault(kind, set()).update(spoken.get(Kind.CLASS, ()))

    def covers(self, kind: Kind, each: Stored[Any]) -> bool:
        source = self._staged.source
        if each.source == source and (kind, each.row.key) in self._staged.removed:
            return True
        if kind not in self._staged.complete:
            return False
        by_part = kind in REPLACED and source is not Source.ONEROSTER
        if by_part or (kind is Kind.STUDENT and source is Source.XLSX):
            return each.row.scope in self._parts.get(kind, ())
        return each.source == source
