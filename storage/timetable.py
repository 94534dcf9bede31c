"""Queries about the timetable and the workload."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, func, or_, select

from journal.model.forecast import SubjectPage
from journal.model.school import Bell, DayKind
from journal.model.timetable import Calendar, CalendarDay, Entry, Planned, Term
from storage.db import Db
from storage.people import belongs_on
from storage.tables.lessons import lessons
from storage.tables.people import enrolments, units
from storage.tables.school import bell_schedules, bells, calendar_days, periods, years
from storage.tables.timetable import subjects, timetable, workload


class TimetableQueries:
    """Implements `journal.ports.timetable.Timetable`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def teaches(self, person_id: int, unit_id: int) -> bool:
        found = await self.db.first(
            select(workload.c.id)
            .join(units, units.c.id == workload.c.unit_id)
            .where(
                workload.c.teacher_id == person_id,
                workload.c.until.is_(None),
                or_(units.c.id == unit_id, units.c.parent_id == unit_id),
            )
            .limit(1)
        )
        return found is not None

    async def teaches_subject(self, person_id: int, unit_id: int, subject_id: int) -> bool:
        found = await self.db.first(
            select(workload.c.id)
            .where(
                workload.c.teacher_id == person_id,
                workload.c.unit_id == unit_id,
                workload.c.subject_id == subject_id,
                workload.c.until.is_(None),
            )
            .limit(1)
        )
        return found is not None

    async def teaches_student(self, person_id: int, student_id: int, day: date) -> bool:
        found = await self.db.first(
            select(workload.c.id)
            .join(enrolments, enrolments.c.unit_id == workload.c.unit_id)
            .where(
                workload.c.teacher_id == person_id,
                workload.c.until.is_(None),
                enrolments.c.student_id == student_id,
                belongs_on(day),
            )
            .limit(1)
        )
        return found is not None

    async def pages(self, class_id: int, teacher_id: int | None) -> list[SubjectPage]:
        statement = (
            select(subjects.c.id, subjects.c.name, units.c.id.label("unit"))
            .join(workload, workload.c.subject_id == subjects.c.id)
            .join(units, units.c.id == workload.c.unit_id)
            .where(workload.c.until.is_(None), or_(units.c.id == class_id, units.c.parent_id == class_id))
            .distinct()
            .order_by(subjects.c.name, units.c.id)
        )
        if teacher_id is not None:
            statement = statement.where(workload.c.teacher_id == teacher_id)
        found: dict[tuple[int, str], list[int]] = defaultdict(list)
        for row in await self.db.all(statement):
            found[row.id, row.name].append(row.unit)
        return [SubjectPage(number, name, tuple(units_of)) for (number, name), units_of in found.items()]

    async def subject(self, subject_id: int) -> str | None:
        found: str | None = await self.db.scalar(select(subjects.c.name).where(subjects.c.id == subject_id))
        return found

    async def subjects_of(self, teacher_id: int) -> dict[int, str]:
        rows = await self.db.all(
            select(subjects.c.id, subjects.c.name)
            .join(workload, workload.c.subject_id == subjects.c.id)
            .where(workload.c.teacher_id == teacher_id, workload.c.until.is_(None))
            .distinct()
            .order_by(subjects.c.name)
        )
        return {row.id: row.name for row in rows}

    async def plan(self, first: date, last: date) -> tuple[list[Entry], Calendar] | None:
        year = await self.db.first(
            select(years)
            .where(years.c.starts_on <= last, years.c.ends_on >= first)
            .order_by(years.c.starts_on.desc())
            .limit(1)
        )
        if year is None:
            return None
        entries = await self._entries(year.id, first, last)
        rung = await self._bells()
        regular: dict[int, tuple[Bell, ...]] = {
            row.shift: rung[row.id]
            for row in await self.db.all(select(bell_schedules).where(bell_schedules.c.regular))
        }
        terms = await self.db.all(select(periods).where(periods.c.year_id == year.id))
        return entries, Calendar(
            year_starts_on=year.starts_on,
            terms=tuple(Term(row.starts_on, row.ends_on, row.grade_from, row.grade_to) for row in terms),
            days=await self._days(first, last, rung),
            bells=regular,
        )

    async def days_of_rest(self, first: date, last: date, *, holidays: bool) -> frozenset[date]:
        span = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        off = await self._spans(
            calendar_days,
            first,
            last,
            calendar_days.c.kind == DayKind.OFF,
            calendar_days.c.grade_from.is_(None),
            calendar_days.c.grade_to.is_(None),
            calendar_days.c.shift.is_(None),
            calendar_days.c.unit_id.is_(None),
        )
        resting = {day for day in span if _within(day, off)}
        if holidays:
            taught = await self._spans(periods, first, last)
            known = await self._spans(years, first, last)
            resting |= {day for day in span if _within(day, known) and not _within(day, taught)}
        return frozenset(resting)

    async def _spans(
        self, table: Table, first: date, last: date, *more: ColumnElement[bool]
    ) -> list[tuple[date, date]]:
        rows = await self.db.all(
            select(table.c.starts_on, table.c.ends_on).where(
                table.c.starts_on <= last, table.c.ends_on >= first, *more
            )
        )
        return [(row.starts_on, row.ends_on) for row in rows]

    async def add_lessons(self, planned: list[Planned]) -> int:
        if not planned:
            return 0
        before = await self._count(planned)
        await self.db.insert_new(lessons, [asdict(lesson) for lesson in planned])
        return await self._count(planned) - before

    async def _count(self, planned: list[Planned]) -> int:
        first, last = min(item.date for item in planned), max(item.date for item in planned)
        return int(
            await self.db.scalar(
                select(func.count()).select_from(lessons).where(lessons.c.date.between(first, last))
            )
        )

    async def _entries(self, year_id: int, first: date, last: date) -> list[Entry]:
        rows = await self.db.all(
            select(timetable, units.c.grade, units.c.shift)
            .join(units, units.c.id == timetable.c.unit_id)
            .where(
                timetable.c.year_id == year_id,
                timetable.c.since <= last,
                or_(timetable.c.until.is_(None), timetable.c.until > first),
            )
            .order_by(timetable.c.unit_id, timetable.c.slot)
        )
        return [_as_entry(row) for row in rows]

    async def _bells(self) -> dict[int, tuple[Bell, ...]]:
        rung: dict[int, list[Bell]] = defaultdict(list)
        for row in await self.db.all(select(bells).order_by(bells.c.slot)):
            rung[row.schedule_id].append(Bell(row.slot, row.starts, row.ends))
        return defaultdict(tuple, {schedule: tuple(found) for schedule, found in rung.items()})

    async def _days(
        self, first: date, last: date, rung: dict[int, tuple[Bell, ...]]
    ) -> tuple[CalendarDay, ...]:
        rows = await self.db.all(
            select(calendar_days).where(
                and_(calendar_days.c.starts_on <= last, calendar_days.c.ends_on >= first)
            )
        )
        return tuple(
            CalendarDay(
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                kind=DayKind(row.kind),
                taught_as=row.taught_as,
                bells=rung[row.bell_schedule_id] if row.bell_schedule_id else (),
                grade_from=row.grade_from,
                grade_to=row.grade_to,
                shift=row.shift,
                unit_id=row.unit_id,
            )
            for row in rows
        )


def _as_entry(row: Row[Any]) -> Entry:
    return Entry(
        unit_id=row.unit_id,
        grade=row.grade,
        shift=row.shift,
        subject_id=row.subject_id,
        weekday=row.weekday,
        slot=row.slot,
        week_mask=row.week_mask,
        teacher_id=row.teacher_id,
        second_teacher_id=row.second_teacher_id,
        room_id=row.room_id,
        since=row.since,
        until=row.until,
    )


def _within(day: date, spans: Iterable[tuple[date, date]]) -> bool:
    return any(starts <= day <= ends for starts, ends in spans)
