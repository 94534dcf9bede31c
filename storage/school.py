"""The institution's own row."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from journal.model.school import School
from storage.db import Db
from storage.tables.school import school, years


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


class InstitutionQueries:
    """Implements `journal.ports.institution.Institution`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def exists(self) -> bool:
        return await load_school(self.db) is not None

    async def found(self, founded: School, rules: str, year: str, starts_on: date, ends_on: date) -> None:
        await self.db.insert(
            school,
            id=1,
            name=founded.name,
            short_name=founded.short_name,
            city=founded.city or None,
            zone=founded.zone.key,
            kind=founded.kind,
            founder=founded.founder,
            support_contact=founded.support_contact or None,
            regulation=rules,
        )
        await self.db.insert(years, name=year, starts_on=starts_on, ends_on=ends_on)
