"""Queries about what goes on after the lessons."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, or_, select, update

from journal.model.clubs import Club
from journal.model.span import Span
from storage.db import Db
from storage.question import question
from storage.tables.clubs import clubs
from storage.tables.people import enrolments


class ClubQueries:
    """Implements `journal.ports.clubs.Clubs`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_unit(self, unit_id: int) -> list[Club]:
        rows = await self.db.all(select(clubs).where(clubs.c.unit_id == unit_id, clubs.c.ended_at.is_(None)))
        return sorted(map(_as_club, rows), key=lambda club: (club.title.casefold(), club.id))

    async def of_students(self, students: Collection[int], span: Span) -> dict[int, list[Club]]:
        rows = await self.db.all(_of_students(students, span.first, span.last))
        found: dict[int, list[Club]] = {student: [] for student in students}
        for row in rows:
            club = _as_club(row)
            if club.takes(row.student_id):
                found[row.student_id].append(club)
        return found

    async def club(self, club_id: int) -> Club | None:
        row = await self.db.first(select(clubs).where(clubs.c.id == club_id, clubs.c.ended_at.is_(None)))
        return _as_club(row) if row else None

    async def add(self, club: Club, author_id: int, at: datetime) -> int:
        return await self.db.insert(
            clubs,
            unit_id=club.unit_id,
            title=club.title,
            weekdays=list(club.weekdays),
            starts=club.starts,
            ends=club.ends,
            place=club.place,
            students=_kept(club.students),
            author_id=author_id,
            created_at=at,
        )

    async def choose(self, club_id: int, students: Collection[int] | None) -> None:
        await self.db.run(update(clubs).where(clubs.c.id == club_id).values(students=_kept(students)))

    async def end(self, club_id: int, at: datetime) -> None:
        await self.db.run(update(clubs).where(clubs.c.id == club_id).values(ended_at=at))


@question
def _of_students(students: Collection[int], first: date, last: date) -> Select[Any]:
    return (
        select(clubs, enrolments.c.student_id)
        .join(enrolments, enrolments.c.unit_id == clubs.c.unit_id)
        .where(
            enrolments.c.student_id.in_(students),
            enrolments.c.since <= last,
            or_(enrolments.c.until.is_(None), enrolments.c.until > first),
            clubs.c.ended_at.is_(None),
        )
        .order_by(clubs.c.starts, clubs.c.id)
    )


def _as_club(row: Row[Any]) -> Club:
    return Club(
        id=row.id,
        unit_id=row.unit_id,
        title=row.title,
        weekdays=tuple(row.weekdays),
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        students=None if row.students is None else frozenset(row.students),
    )


def _kept(students: Collection[int] | None) -> list[int] | None:
    return None if students is None else sorted(students)
