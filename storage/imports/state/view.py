"""What the readers of the state share."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Row, Table, and_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from journal.imports.difference import Stored, token
from storage.db import Db
from storage.tables.people import contacts

Reader: TypeAlias = "Callable[[View], Awaitable[tuple[Stored[Any], ...]]]"


class View:
    """One reading of the state: the day, the year, and what several kinds need."""

    def __init__(self, db: Db, today: date, year: Row[Any] | None) -> None:
        self.db = db
        self.today = today
        self.year = year
        # What is taught today is settled; a new timetable holds from tomorrow.
        self.from_day = today + timedelta(days=1)
        self._contacts: Mapping[tuple[int, str], str] | None = None

    @property
    def year_id(self) -> int:
        """The key of the year; 0, which no row has, in a school without one."""
        return int(self.year.id) if self.year else 0

    async def contacts(self) -> Mapping[tuple[int, str], str]:
        """The first phone and the first address of everybody: (person, kind) → value."""
        if self._contacts is None:
            rows = await self.db.all(select(contacts).order_by(contacts.c.id.desc()))
            self._contacts = {(row.person_id, row.kind): row.value for row in rows}
        return self._contacts


def holds(table: Table, today: date) -> ColumnElement[bool]:
    """The row is not over."""
    return or_(table.c.until.is_(None), table.c.until > today)


def begun(table: Table, today: date) -> ColumnElement[bool]:
    return and_(table.c.since <= today, holds(table, today))


def ref(row_id: int | None) -> str | None:
    return None if row_id is None else token(row_id)


def grouped(rows: Any, key: str, value: str) -> dict[int, list[Any]]:
    """Values by key, in the order of the rows."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(getattr(row, value))
    return found
