"""What the notifications floor works with: the school, its rules, its clock, its database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from journal.clock import Clock
from journal.context import Ctx, Origin, nobody
from journal.model.school import School
from journal.regulation import Regulation
from storage.db import Db
from storage.unit_of_work import SqlStore, SqlWork


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
    @property
    def secret(self) -> bytes:
        """What codes are hashed with, and heads of the audit sealed."""
        ...


@dataclass(frozen=True, slots=True)
class Round:
    """One transaction at one moment of the school's clock."""

    db: Db
    now: datetime
    school: School
    regulation: Regulation
    house: House

    @property
    def today(self) -> date:
        return self.school.day(self.now)

    def work(self) -> SqlWork:
        """A unit of work within the round, for a job that is a use case; `flush` it, the round commits."""
        house, origin = self.house, Origin("scheduler", received_at=self.now)
        ctx = Ctx(nobody(), house.store, house.clock, self.school, self.regulation, origin)
        return SqlWork(ctx, self.db)


def round_of(house: House, db: Db) -> Round:
    """The present moment of the house, in the transaction of `db`."""
    return Round(db, house.clock.now(), house.school, house.regulation, house)
