"""A school begins: its own row and its first year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from journal import gate
from journal.errors import InvalidError
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx

# From June on a school sets up the coming year.
SETTING_UP = 6


@dataclass(frozen=True, slots=True)
class FirstYear:
    """A school year, 1 September to 31 August; its periods are set up afterwards."""

    name: str
    starts_on: date
    ends_on: date

    @classmethod
    def of(cls, day: date) -> FirstYear:
        """The year that `day` belongs to; from June on the coming one."""
        start = day.year if day.month >= SETTING_UP else day.year - 1
        return cls(f"{start}/{(start + 1) % 100:02}", date(start, 9, 1), date(start + 1, 8, 31))


def read_zone(typed: str) -> ZoneInfo:
    """A zone by its name, e.g. `Europe/Moscow`; raises `InvalidError("zone_unknown")`."""
    try:
        return ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidError("zone_unknown", zone=typed) from None


async def found_school(ctx: Ctx, rules: str, year: FirstYear) -> None:
    """Write the school of the context with its regulation (TOML) and first year.

    Raises `InvalidError("school_exists")`: a database holds one school.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        if await work.institution.exists():
            raise InvalidError("school_exists")
        await work.institution.found(ctx.school, rules, year.name, year.starts_on, year.ends_on)
        work.audit("school.found", "school", 1, after={"name": ctx.school.name, "regulation": rules})
        await work.commit()
