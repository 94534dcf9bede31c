"""The year, its periods and bells."""

from typing import Any

from sqlalchemy import select

from journal.imports.difference import Stored
from journal.imports.rows import BellRow, Kind, PeriodRow, YearRow
from journal.model.school import PeriodKind
from storage.imports.state.view import Reader, View
from storage.tables.school import bell_schedules, bells, periods


async def _years(view: View) -> tuple[Stored[Any], ...]:
    year = view.year
    if year is None:
        return ()
    row = YearRow(key="", name=year.name, starts_on=year.starts_on, ends_on=year.ends_on)
    return (Stored(year.id, row),)


async def _periods(view: View) -> tuple[Stored[Any], ...]:
    """The periods of the whole school; those of single grades are the administrator's own."""
    rows = await view.db.all(
        select(periods).where(periods.c.year_id == view.year_id, periods.c.grade_from == 1)
    )
    return tuple(
        Stored(
            row.id,
            PeriodRow(
                key="",
                period_kind=PeriodKind(row.kind),
                number=row.number,
                name=row.name,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
            ),
        )
        for row in rows
    )


async def _bells(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(
        select(bells, bell_schedules.c.shift)
        .join(bell_schedules, bell_schedules.c.id == bells.c.schedule_id)
        .where(bell_schedules.c.regular)
    )
    return tuple(
        Stored(row.id, BellRow(key="", shift=row.shift, slot=row.slot, starts=row.starts, ends=row.ends))
        for row in rows
    )


READERS: dict[Kind, Reader] = {Kind.YEAR: _years, Kind.PERIOD: _periods, Kind.BELL: _bells}
