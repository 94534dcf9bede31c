"""Reading the present state: one module an area, one query or two a kind, whatever the number of rows."""

from collections.abc import Collection
from datetime import date

from journal.imports.difference import SchoolState
from journal.imports.rows import Kind
from storage.db import Db
from storage.imports.state import calendar, people, teaching, units
from storage.imports.state.view import View
from storage.imports.years import current_year

_READERS = {**calendar.READERS, **people.READERS, **units.READERS, **teaching.READERS}


async def read_state(db: Db, today: date, kinds: Collection[Kind]) -> SchoolState:
    """The state of `kinds` on that day, in the current year."""
    year = await current_year(db, today)
    view = View(db, today, year)
    return SchoolState({kind: await _READERS[kind](view) for kind in Kind if kind in kinds}, view.from_day)
