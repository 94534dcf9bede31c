"""What the notifications floor works with: the school, its rules, its clock, its database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from journal.clock import Clock
from journal.model.school import School
from journal.regulation import Regulation
from storage.db import Db
from storage.unit_of_work import SqlStore


class House(Protocol):
    """One school. `school` and `regulation` may be replaced while the bot runs."""

    @property
    def store(self) -> SqlStore: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def school(self) -> School: ...
    @property
    def regulation(self) -> Regulation: ...


@dataclass(frozen=True, slots=True)
class Round:
    """One transaction at one moment of the school's clock."""

    db: Db
    now: datetime
    school: School
    regulation: Regulation

    @property
    def today(self) -> date:
        return self.school.day(self.now)


def round_of(house: House, db: Db) -> Round:
    """The present moment of the house, in the transaction of `db`."""
    return Round(db, house.clock.now(), house.school, house.regulation)
