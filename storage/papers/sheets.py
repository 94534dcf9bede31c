"""Whose results are printed week by week, and which of the papers were handed over."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import exists, func, or_, select, update

from journal.model.access import BindingKind
from journal.model.lessons import LessonStatus
from journal.model.marks import ResultKind
from journal.model.notices import NoticeStatus
from journal.model.papers import Kept, ToSign
from journal.model.span import Span
from storage.db import Db
from storage.listeners import live
from storage.notices.audiences import as_audience, reaches
from storage.people import belongs_on
from storage.reached import reached_by
from storage.tables.access import bindings
from storage.tables.attendance import registers
from storage.tables.lessons import lessons
from storage.tables.marks import results
from storage.tables.notices import notice_recipients, notices
from storage.tables.papers import printouts
from storage.tables.people import enrolments, guardianships, students, units
from storage.tables.timetable import subjects


class SheetQueries:
    def __init__(self, db: Db) -> None:
        self.db = db

    async def offline(
        self, day: date, unit_ids: Collection[int] | None = None, *, refusers: bool
    ) -> dict[int, list[int]]:
        refused = exists().where(
            guardianships.c.student_id == students.c.person_id,
            guardianships.c.refused_on.is_not(None),
            guardianships.c.ended_on.is_(None),
        )
        theirs = (
            bindings.c.student_id == students.c.person_id,
            bindings.c.kind == BindingKind.GUARDIAN,
            live(day),
        )
        connected = exists().where(*theirs)
        named = or_(students.c.offline.is_(True), connected & ~reached_by(*theirs))
        wanted = (
            select(enrolments.c.student_id, enrolments.c.unit_id)
            .join(students, students.c.person_id == enrolments.c.student_id)
            .join(units, units.c.id == enrolments.c.unit_id)
            .where(
                units.c.parent_id.is_(None),
                belongs_on(day),
                or_(named, refused & ~connected) if refusers else named,
            )
        )
        if unit_ids is not None:
            wanted = wanted.where(enrolments.c.unit_id.in_(unit_ids))
        found: dict[int, list[int]] = defaultdict(list)
        for row in await self.db.all(wanted.order_by(enrolments.c.unit_id, enrolments.c.student_id)):
            found[row.unit_id].append(row.student_id)
        return dict(found)

    async def sheets(self, unit_id: int, since: date, until: date) -> list[Kept]:
        rows = await self.db.all(
            select(printouts)
            .where(printouts.c.unit_id == unit_id, printouts.c.week_starts_on.between(since, until))
            .order_by(printouts.c.week_starts_on.desc(), printouts.c.student_id)
        )
        return [Kept(row.student_id, row.week_starts_on, row.handed_at, row.handed_by) for row in rows]

    async def open_sheets(self, keys: Collection[tuple[int, date]]) -> dict[tuple[int, date], int]:
        """By class and Monday, how many papers are not handed over."""
        rows = await self.db.all(
            select(printouts.c.unit_id, printouts.c.week_starts_on, func.count().label("open"))
            .where(
                printouts.c.unit_id.in_({unit for unit, _ in keys}),
                printouts.c.week_starts_on.in_({monday for _, monday in keys}),
                printouts.c.handed_at.is_(None),
            )
            .group_by(printouts.c.unit_id, printouts.c.week_starts_on)
        )
        return {(row.unit_id, row.week_starts_on): row.open for row in rows}

    async def prepare(self, unit_id: int, students: Collection[int], monday: date, at: datetime) -> None:
        rows = [
            {"student_id": student, "unit_id": unit_id, "week_starts_on": monday, "prepared_at": at}
            for student in students
        ]
        await self.db.insert_new(printouts, rows)

    async def hand_over(self, student_id: int, monday: date, by: int, at: datetime) -> bool:
        changed = await self.db.run(
            update(printouts)
            .where(
                printouts.c.student_id == student_id,
                printouts.c.week_starts_on == monday,
                printouts.c.handed_at.is_(None),
            )
            .values(handed_at=at, handed_by=by)
        )
        return changed > 0

    async def take_back(self, student_id: int, monday: date) -> bool:
        changed = await self.db.run(
            update(printouts)
            .where(
                printouts.c.student_id == student_id,
                printouts.c.week_starts_on == monday,
                printouts.c.handed_at.is_not(None),
            )
            .values(handed_at=None, handed_by=None)
        )
        return changed > 0

    async def results(self, students: Collection[int], period_id: int) -> dict[int, dict[str, str]]:
        rows = await self.db.all(
            select(results.c.student_id, subjects.c.name, results.c.value)
            .join(subjects, subjects.c.id == results.c.subject_id)
            .where(
                results.c.student_id.in_(students),
                results.c.period_id == period_id,
                results.c.kind == ResultKind.PERIOD,
            )
        )
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for row in rows:
            found[row.student_id][row.name] = row.value
        return found

    async def without_register(self, unit_id: int, span: Span, now: datetime) -> int:
        return int(
            await self.db.scalar(
                select(func.count())
                .select_from(lessons)
                .join(units, units.c.id == lessons.c.unit_id)
                .where(
                    func.coalesce(units.c.parent_id, units.c.id) == unit_id,
                    lessons.c.date.between(span.first, span.last),
                    lessons.c.ends_at <= now,
                    lessons.c.status == LessonStatus.PLANNED,
                    ~exists().where(registers.c.lesson_id == lessons.c.id),
                )
            )
        )

    async def to_sign(self, students: Collection[int], since: datetime) -> dict[int, list[ToSign]]:
        rows = await self.db.all(
            select(notices.c.id, notices.c.text, notices.c.audience, notices.c.sent_at)
            .where(notices.c.status == NoticeStatus.SENT, notices.c.sign_off, notices.c.sent_at >= since)
            .order_by(notices.c.sent_at)
        )
        signed = {
            (row.notice_id, row.student_id)
            for row in await self.db.all(
                select(notice_recipients.c.notice_id, notice_recipients.c.student_id).where(
                    notice_recipients.c.notice_id.in_([row.id for row in rows]),
                    notice_recipients.c.student_id.in_(students),
                    notice_recipients.c.signed_at.is_not(None),
                )
            )
        }
        belongs: dict[int, set[int]] = {student: set() for student in students}
        for row in await self.db.all(
            select(enrolments.c.student_id, enrolments.c.unit_id).where(
                enrolments.c.student_id.in_(students), enrolments.c.until.is_(None)
            )
        ):
            belongs[row.student_id].add(row.unit_id)
        return {
            student: [
                ToSign(row.text, row.sent_at.date())
                for row in rows
                if (row.id, student) not in signed
                and reaches(as_audience(row.audience), {student: own}, staff=False)
            ]
            for student, own in belongs.items()
        }
