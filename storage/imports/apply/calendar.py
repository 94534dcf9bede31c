"""The year, its periods and bells."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select

from journal.imports.rows import BellRow, Kind, PeriodRow, YearRow
from storage.imports.apply.hand import Hand, changes
from storage.imports.apply.lessons import withdraw_coming
from storage.tables.people import units
from storage.tables.school import bell_schedules, bells, periods, years


async def _years(hand: Hand) -> None:
    for row in hand.added(YearRow):
        (hand.year_id,) = await hand.insert(
            years, [row], [{"name": row.name, "starts_on": row.starts_on, "ends_on": row.ends_on}]
        )
        hand.year_starts_on = row.starts_on
    await hand.update(years, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.YEAR)))


async def _periods(hand: Hand) -> None:
    rows = hand.added(PeriodRow)
    await hand.insert(
        periods,
        rows,
        [
            {
                "year_id": hand.year_id,
                "kind": row.period_kind,
                "number": row.number,
                "name": row.name,
                "starts_on": row.starts_on,
                "ends_on": row.ends_on,
            }
            for row in rows
        ],
    )
    await hand.update(periods, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.PERIOD)))
    await _plan_anew(hand)


async def _bells(hand: Hand) -> None:
    """Bells are the present order of the day and have no history: a slot that is gone is removed."""
    rows = hand.added(BellRow)
    schedules = await _schedules(hand, {row.shift for row in rows})
    await hand.insert(
        bells,
        rows,
        [
            {
                "schedule_id": schedules[row.shift],
                "slot": row.slot,
                "starts": row.starts,
                "ends": row.ends,
            }
            for row in rows
        ],
    )
    await hand.update(bells, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.BELL)))
    gone = [each.id for each in hand.gone(Kind.BELL)]
    if gone:
        await hand.db.run(delete(bells).where(bells.c.id.in_(gone)))
    await _plan_anew(hand)


async def _plan_anew(hand: Hand) -> None:
    """Other hours or other terms: the coming lessons of the year are planned anew."""
    of_year = await hand.db.scalars(select(units.c.id).where(units.c.year_id == hand.year_id))
    await withdraw_coming(hand, of_year, hand.today + timedelta(days=1))


async def _schedules(hand: Hand, shifts: set[int]) -> dict[int, int]:
    """The regular schedule of each shift, made where there is none."""
    rows = await hand.db.all(select(bell_schedules).where(bell_schedules.c.regular))
    known: dict[int, Any] = {row.shift: row.id for row in rows}
    for shift in sorted(shifts - set(known)):
        known[shift] = await hand.db.insert(
            bell_schedules, name=f"{shift}-я смена", shift=shift, regular=True
        )
    return known


WRITERS = {Kind.YEAR: _years, Kind.PERIOD: _periods, Kind.BELL: _bells}
