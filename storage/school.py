"""The institution's own row."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select

from journal.model.school import School
from storage.db import Db
from storage.tables.school import school


@dataclass(frozen=True, slots=True)
class Founded:
    """The school and its regulation as TOML."""

    school: School
    regulation: str


async def load_school(db: Db) -> Founded | None:
    """The school of this database; None before `install`."""
    row = await db.first(select(school))
    if row is None:
        return None
    return Founded(
        School(
            name=row.name,
            short_name=row.short_name,
            zone=ZoneInfo(row.zone),
            kind=row.kind,
            founder=row.founder,
            city=row.city or "",
            support_contact=row.support_contact or "",
        ),
        row.regulation,
    )
