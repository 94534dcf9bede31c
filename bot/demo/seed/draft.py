"""What is being written: the source of chance, the people, and the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert

from bot.demo.curriculum import Course, courses
from bot.demo.names import FullName
from bot.demo.roster import Roster, RosterMaker
from journal.model.people import search_form
from journal.model.school import School
from storage.db import Db

Row = dict[str, Any]

SEED = 3
ZONE = ZoneInfo("Europe/Moscow")
# The demo's school clock starts here: a Wednesday, 11 minutes into the second lesson.
EPOCH = datetime(2026, 10, 14, 9, 36, tzinfo=ZONE)
YEAR = (date(2026, 9, 1), date(2027, 5, 26))
LONG_AGO = datetime(2026, 9, 1, 6, tzinfo=UTC)
SCHOOL = School(
    "Школа № 5 имени А. С. Пушкина",
    "Школа № 5",
    ZONE,
    "school",
    "private",
    "Тула",
    support_contact="+7 (0000) 55-05-05",
)


@dataclass(frozen=True, slots=True)
class Phone:
    """Somebody's account in the messenger; the heroes' phones stand on the page."""

    platform_id: int
    name: FullName
    hero: str | None = None


@dataclass(slots=True)
class Draft:
    """One school in the making."""

    db: Db
    random: Random
    courses: list[Course]
    roster: Roster
    phones: list[Phone] = field(default_factory=list)
    # person → account
    accounts: dict[int, int] = field(default_factory=dict)

    async def rows(self, table: Table, rows: Iterable[Row]) -> None:
        await self.db.run(insert(table), list(rows))


def draft(db: Db) -> Draft:
    """The same people every time."""
    random = Random(SEED)
    taught = courses()
    return Draft(db, random, taught, RosterMaker(random, taught).make())


def person_row(number: int, name: FullName, **more: Any) -> Row:
    return {
        "id": number,
        "last_name": name.last,
        "first_name": name.first,
        "middle_name": name.middle,
        "search_name": search_form(" ".join(name)),
        "created_at": LONG_AGO,
        "birth_date": None,
        "sex": None,
        **more,
    }
