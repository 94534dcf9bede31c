"""What the writers of all kinds share: the ids of what is added, the days that count, and bulk verbs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import Row, Table, bindparam, insert, update

from journal.context import Ctx
from journal.imports.difference import Changed, Difference, Stored
from journal.imports.rows import Kind
from journal.imports.rows import Row as StagedRow
from storage.db import Db
from storage.tables.people import people, units
from storage.tables.timetable import rooms, subjects

R = TypeVar("R", bound=StagedRow)
# The tables that keep where a row came from, by kind.
_IDENTIFIED = {
    Kind.SUBJECT: subjects,
    Kind.ROOM: rooms,
    Kind.STAFF: people,
    Kind.STUDENT: people,
    Kind.GUARDIAN: people,
    Kind.CLASS: units,
    Kind.SUBGROUP: units,
}


class Hand:
    """One difference being written."""

    def __init__(self, db: Db, ctx: Ctx, change: Difference, year: Row[Any] | None) -> None:
        self.db = db
        self.ctx = ctx
        self.change = change
        self.today = ctx.today
        self.year_id = int(year.id) if year else 0
        self.year_starts_on: date = year.starts_on if year else ctx.today
        self.ids: dict[tuple[Kind, str], int] = {}

    @property
    def source(self) -> str:
        return str(self.change.source)

    def added(self, row_type: type[R]) -> tuple[R, ...]:
        return cast("tuple[R, ...]", self.change.added.get(row_type.kind, ()))

    def changed(self, kind: Kind) -> tuple[Changed, ...]:
        return self.change.changed.get(kind, ())

    def gone(self, kind: Kind) -> tuple[Stored[Any], ...]:
        return self.change.gone.get(kind, ())

    def id(self, kind: Kind, reference: str | None) -> int | None:
        """The key behind a token: `#id` as it says, `+key` what was added; None for nothing."""
        if not reference:
            return None
        return int(reference[1:]) if reference.startswith("#") else self.ids[kind, reference]

    def must(self, kind: Kind, reference: str) -> int:
        found = self.id(kind, reference)
        if found is None:
            raise LookupError(f"a {kind} without a reference")
        return found

    def known(self, row: StagedRow, row_id: int) -> None:
        """An added row got its key."""
        self.ids[row.kind, f"+{row.key}"] = row_id

    def outside(self, row: StagedRow) -> dict[str, str]:
        return {"source": self.source, "external_id": row.key}

    async def insert(
        self, table: Table, rows: Sequence[StagedRow], values: Sequence[Mapping[str, Any]]
    ) -> list[int]:
        """Insert in one go and remember the keys of the rows, in their order."""
        if not rows:
            return []
        returning = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        ids = [row.id for row in (await self.db.connection.execute(returning, list(values))).all()]
        for row, row_id in zip(rows, ids, strict=True):
            self.known(row, row_id)
        return ids

    async def update(self, table: Table, values: Iterable[Mapping[str, Any]]) -> None:
        """Set columns of rows by their `id`; rows that set the same columns go together."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for each in values:
            columns = tuple(sorted(name for name in each if name != "id"))
            if columns:
                groups.setdefault(columns, []).append(
                    {"row_id": each["id"], **{f"to_{name}": each[name] for name in columns}}
                )
        for columns, group in groups.items():
            await self.db.run(
                update(table)
                .where(table.c.id == bindparam("row_id"))
                .values({name: bindparam(f"to_{name}") for name in columns}),
                group,
            )

    async def write_links(self) -> None:
        """Give rows that were found by what they say the ids of this source, for the next time."""
        tables: dict[Table, list[dict[str, Any]]] = {}
        for (kind, row_id), key in self.change.links.items():
            tables.setdefault(_IDENTIFIED[kind], []).append(
                {"id": row_id, "source": self.source, "external_id": key}
            )
        for table, values in tables.items():
            await self.update(table, values)


def changes(changed: Changed) -> dict[str, Any]:
    """What becomes of the fields, by their names."""
    return {change.field: change.after for change in changed.changes}
