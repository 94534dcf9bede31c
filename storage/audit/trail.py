"""Reading the chains: what was done to a thing, and which lesson or work it belongs to."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, FromClause, Select, Table, and_, null, or_, select, update

from journal.model.audit import Head, Verdict
from journal.model.history import Place, Trace
from storage.audit import sealing, verifying
from storage.db import Db
from storage.tables.attendance import absence_notes, student_statuses
from storage.tables.control import audit
from storage.tables.lessons import homework, lessons
from storage.tables.marks import entry_requests, marks, results, works
from storage.tables.people import enrolments, units
from storage.tables.timetable import subjects

# In so many nights every chain is gone through from its first entry.
NIGHTS = 7
# Entries whose values name students by their ids.
NAMING = ("lesson", "work")


class TrailQueries:
    """Implements `journal.ports.audit.Trail`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def verify(self, secret: bytes, noted: Iterable[Head] = ()) -> Verdict:
        vouched, seals = await sealing.sealed(self.db, secret)
        found = await verifying.verify(self.db, [*vouched, *noted])
        return Verdict(found.chains, seals)

    async def verify_since(self, secret: bytes, night: int) -> Verdict:
        vouched, seals = await sealing.sealed(self.db, secret)
        last = await sealing.last_heads(self.db, secret)
        since = [head for place, head in enumerate(last) if place % NIGHTS != night % NIGHTS]
        found = await verifying.verify(self.db, vouched, since)
        return Verdict(found.chains, seals)

    async def seal(self, secret: bytes, now: datetime) -> int:
        return await sealing.seal(self.db, secret, now)

    async def heads(self) -> list[Head]:
        return await verifying.heads(self.db)

    async def erase(self, chain: str, number: int) -> bool:
        gone = dict.fromkeys(("before", "after", "reason"), null())
        one = and_(audit.c.chain == chain, audit.c.number == number, audit.c.salt != "")
        return await self.db.run(update(audit).where(one).values(**gone, salt="")) == 1

    async def of_lesson(self, lesson_id: int, skip: int, most: int) -> list[Trace]:
        own_works = select(works.c.id).where(works.c.lesson_id == lesson_id)
        return await self._traces(
            or_(
                _about("lesson", select(lessons.c.id).where(lessons.c.id == lesson_id)),
                _about("work", own_works),
                _about("mark", select(marks.c.id).where(marks.c.work_id.in_(own_works))),
                _about("homework", select(homework.c.id).where(homework.c.given_lesson_id == lesson_id)),
                _about(
                    "entry_request",
                    select(entry_requests.c.id).where(entry_requests.c.lesson_id == lesson_id),
                ),
            ),
            skip,
            most,
        )

    async def of_mark(self, mark_id: int, skip: int, most: int) -> list[Trace]:
        row = await self.db.first(select(marks.c.work_id, marks.c.student_id).where(marks.c.id == mark_id))
        if row is None:
            return []
        saved = and_(audit.c.object_kind == "work", audit.c.object_id == row.work_id, _names(row.student_id))
        own = and_(audit.c.object_kind == "mark", audit.c.object_id == mark_id)
        return await self._traces(or_(own, saved), skip, most)

    async def of_student(self, student_id: int, skip: int, most: int) -> list[Trace]:
        chains = await self._chains(student_id)
        return await self._traces(
            or_(
                and_(audit.c.chain.in_(chains), audit.c.object_kind.in_(NAMING), _names(student_id)),
                _about("mark", select(marks.c.id).where(marks.c.student_id == student_id)),
                _about("note", select(absence_notes.c.id).where(absence_notes.c.student_id == student_id)),
                _about("result", select(results.c.id).where(results.c.student_id == student_id)),
                and_(audit.c.chain.in_(chains), audit.c.object_kind == "page", _names(student_id, "marks")),
                _about(
                    "status", select(student_statuses.c.id).where(student_statuses.c.student_id == student_id)
                ),
                and_(
                    audit.c.object_kind == "student",
                    audit.c.object_id == student_id,
                    audit.c.action == "absence.reason",
                ),
            ),
            skip,
            most,
        )

    async def of_results(self, unit_id: int, subject_id: int, skip: int, most: int) -> list[Trace]:
        said = [values["subject"].as_integer() == subject_id for values in (audit.c.before, audit.c.after)]
        given = select(results.c.id).where(results.c.unit_id == unit_id, results.c.subject_id == subject_id)
        page = and_(audit.c.object_kind == "page", audit.c.object_id == unit_id, or_(*said))
        return await self._traces(or_(page, _about("result", given)), skip, most)

    async def of_notice(self, notice_id: int, skip: int, most: int) -> list[Trace]:
        own = and_(audit.c.object_kind == "notice", audit.c.object_id == notice_id)
        return await self._traces(own, skip, most)

    async def of_school(
        self, since: datetime, until: datetime, author_id: int | None, skip: int, most: int
    ) -> list[Trace]:
        within = and_(audit.c.at >= since, audit.c.at < until)
        if author_id is not None:
            within = and_(within, audit.c.actor_id == author_id)
        return await self._traces(within, skip, most)

    async def authors(self, since: datetime, until: datetime) -> list[int]:
        found = select(audit.c.actor_id).distinct()
        return list(
            await self.db.scalars(
                found.where(audit.c.at >= since, audit.c.at < until, audit.c.actor_id.is_not(None))
            )
        )

    async def _chains(self, student_id: int) -> list[str]:
        """The chains of the classes a student has ever been in."""
        rows = await self.db.all(
            select(units.c.id, units.c.parent_id)
            .join(enrolments, enrolments.c.unit_id == units.c.id)
            .where(enrolments.c.student_id == student_id)
        )
        return sorted({f"unit:{row.parent_id or row.id}" for row in rows})

    async def _traces(self, which: ColumnElement[bool], skip: int, most: int) -> list[Trace]:
        rows = await self.db.all(
            select(audit).where(which).order_by(audit.c.id.desc()).offset(skip).limit(most)
        )
        found = [
            Trace(
                row.id,
                row.at,
                row.actor_id,
                row.origin,
                row.action,
                row.object_kind,
                row.object_id,
                row.before or {},
                row.after or {},
                row.reason,
            )
            for row in rows
        ]
        places: dict[tuple[str, int], Place] = {}
        for kind in PLACES:
            ids = {trace.object_id for trace in found if trace.kind == kind and trace.object_id is not None}
            places |= await self._places(kind, ids)
        return [replace(trace, place=places.get((trace.kind, trace.object_id or 0))) for trace in found]

    async def _places(self, kind: str, ids: set[int]) -> dict[tuple[str, int], Place]:
        if not ids:
            return {}
        statement, key = PLACES[kind]
        rows = await self.db.all(statement.where(key.in_(ids)))
        return {
            (kind, row.key): Place(row.unit, row.subject, row.day, row.slot, row.work, row.student)
            for row in rows
        }


def _about(kind: str, ids: Select[tuple[int]]) -> ColumnElement[bool]:
    return and_(audit.c.object_kind == kind, audit.c.object_id.in_(ids))


def _names(student_id: int, *under: str) -> ColumnElement[bool]:
    """The values say something of that student, right there or `under` a key."""
    path = (*under, str(student_id))
    said = [values[path].as_string().is_not(None) for values in (audit.c.before, audit.c.after)]
    return or_(*said)


def _place(key: Column[int], page: Table, joined: FromClause, **more: Any) -> tuple[Select[Any], Column[int]]:
    """Where a thing belongs: the unit and the subject of its `page`, with day, slot, work and student."""
    unsaid = dict.fromkeys(("day", "slot", "work", "student"), null())
    columns = [column.label(name) for name, column in {**unsaid, **more}.items()]
    return (
        select(key.label("key"), units.c.name.label("unit"), subjects.c.name.label("subject"), *columns)
        .select_from(joined)
        .join(units, units.c.id == page.c.unit_id)
        .join(subjects, subjects.c.id == page.c.subject_id),
        key,
    )


_LESSON = {"day": lessons.c.date, "slot": lessons.c.slot}
_WORK = {"day": works.c.date, "work": works.c.kind}
PLACES = {
    "lesson": _place(lessons.c.id, lessons, lessons, **_LESSON),
    "homework": _place(
        homework.c.id,
        lessons,
        homework.join(lessons, lessons.c.id == homework.c.given_lesson_id),
        **_LESSON,
    ),
    "entry_request": _place(
        entry_requests.c.id,
        lessons,
        entry_requests.join(lessons, lessons.c.id == entry_requests.c.lesson_id),
        **_LESSON,
    ),
    "work": _place(works.c.id, works, works, **_WORK),
    "mark": _place(
        marks.c.id,
        works,
        marks.join(works, works.c.id == marks.c.work_id),
        **_WORK,
        student=marks.c.student_id,
    ),
    "result": _place(results.c.id, results, results, work=results.c.kind, student=results.c.student_id),
}
