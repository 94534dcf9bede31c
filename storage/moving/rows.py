"""Rows as they lie in the database: read in batches, written in bulk, summed up to a checksum.

JSON travels as its text: only so does NULL stay apart from the JSON value `null`.
"""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Numeric, Table, Text, bindparam, cast, insert, select
from sqlalchemy import type_coerce as coerce
from sqlalchemy.ext.asyncio import AsyncConnection

BATCH = 2000
_WIDTH = 16
Batch = Sequence[Sequence[Any]]


async def read(connection: AsyncConnection, table: Table) -> AsyncIterator[Batch]:
    """All rows of the table, some at a time."""
    chosen = select(*(_as_read(column, connection.dialect.name) for column in table.columns))
    result = await connection.stream(chosen)
    async for batch in result.partitions(BATCH):
        yield [tuple(row) for row in batch]


async def write(connection: AsyncConnection, table: Table, batches: AsyncIterator[Batch]) -> None:
    """Write all the rows of an empty table: one COPY, or many rows a statement."""
    if connection.dialect.name == "postgresql":
        raw: Any = (await connection.get_raw_connection()).driver_connection
        # One statement for the whole table: rows that point at later ones of it are judged at its end.
        await raw.copy_records_to_table(
            table.name, columns=list(table.columns.keys()), records=_one_by_one(batches)
        )
        return
    names = table.columns.keys()
    statement = insert(table).values({name: _as_written(column) for name, column in table.columns.items()})
    async for batch in batches:
        rows = [dict(zip(names, row, strict=True)) for row in batch]
        await connection.execute(statement, [{f"_{name}": row[name] for name in names} for row in rows])


class Checksum:
    """Counts rows and adds up their digests: the same rows give the same sum in whatever order they come."""

    def __init__(self, table: Table) -> None:
        self.rows = 0
        self._sum = 0
        self._plain = [
            (place, _CANONICAL[kind])
            for place, column in enumerate(table.columns)
            for kind in _CANONICAL
            if isinstance(column.type, kind)
        ]

    def add(self, batch: Batch) -> None:
        self.rows += len(batch)
        for row in batch:
            self._sum += int.from_bytes(blake2b(self._told(row), digest_size=_WIDTH).digest())

    @property
    def text(self) -> str:
        return f"{self._sum % (1 << 8 * _WIDTH):0{2 * _WIDTH}x}"

    def _told(self, row: Sequence[Any]) -> bytes:
        """The row in words that both engines would use."""
        if self._plain:
            values = list(row)
            for place, canonical in self._plain:
                if values[place] is not None:
                    values[place] = canonical(values[place])
            row = tuple(values)
        return repr(row).encode("utf-8", "surrogatepass")


def _json(text: str) -> str:
    return json.dumps(json.loads(text), sort_keys=True)


def _number(value: Decimal) -> str:
    return str(value.normalize())


_CANONICAL: dict[type, Callable[[Any], str]] = {JSON: _json, Numeric: _number}


def _as_read(column: Column[Any], dialect: str) -> ColumnElement[Any]:
    if not isinstance(column.type, JSON):
        return column
    return cast(column, Text) if dialect == "postgresql" else coerce(column, Text)


def _as_written(column: Column[Any]) -> ColumnElement[Any]:
    kind = Text() if isinstance(column.type, JSON) else column.type
    return bindparam(f"_{column.name}", type_=kind)


async def _one_by_one(batches: AsyncIterator[Batch]) -> AsyncIterator[Sequence[Any]]:
    async for batch in batches:
        for row in batch:
            yield row
