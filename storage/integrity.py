"""Queries about entries that contradict each other: the facts to check, and what was found."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Text, and_, cast, exists, func, or_, select, true, update

from journal.model.attendance import NoteStatus, Presence
from journal.model.integrity import Contradiction, Facts, Finding, Flaw, Free, MarkAt, Taken
from journal.model.lessons import Lesson, LessonStatus
from journal.policy import Scope
from storage.attendance import as_note
from storage.days_off import on_day_off
from storage.db import Db
from storage.lessons import as_lesson, kept_by, lesson_select
from storage.people import PERSON, as_person
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.control import contradictions
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.people import people, units

CLASS = func.coalesce(units.c.parent_id, units.c.id)
_WAITS = and_(contradictions.c.gone_at.is_(None), contradictions.c.aside_at.is_(None))


class IntegrityQueries:
    """Implements `journal.ports.integrity.Integrity`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def facts(self, first: date, last: date, class_ids: Collection[int] | None) -> Facts:
        here = [lessons.c.date.between(first, last), lessons.c.status == LessonStatus.PLANNED]
        if class_ids is not None:
            here.append(CLASS.in_(class_ids))
        taken = await self._taken(here)
        students = {student for one in taken for student in one.expected}
        notes = await self._notes(first, last)
        return Facts(
            registers=tuple(taken),
            notes=tuple(as_note(row) for row in notes if row.student_id in students),
            marks=tuple(await self._marks(here)),
            free=tuple(await self._free(here)),
        )

    async def _taken(self, here: Sequence[ColumnElement[bool]]) -> list[Taken]:
        rows = await self.db.all(
            select(lessons, CLASS.label("class_id"), registers.c.expected)
            .join(registers, registers.c.lesson_id == lessons.c.id)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(*here)
        )
        statuses: dict[int, dict[int, Presence]] = defaultdict(dict)
        explained: dict[int, set[int]] = defaultdict(set)
        for row in await self.db.all(
            select(attendance.c.lesson_id, attendance.c.student_id, attendance.c.status, attendance.c.reason)
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(*here)
        ):
            statuses[row.lesson_id][row.student_id] = Presence(row.status)
            if row.reason is not None:
                explained[row.lesson_id].add(row.student_id)
        return [
            Taken(
                row.id,
                row.class_id,
                row.date,
                row.slot,
                row.starts_at,
                row.ends_at,
                frozenset(row.expected),
                statuses[row.id],
                frozenset(explained[row.id]),
            )
            for row in rows
        ]

    async def _notes(self, first: date, last: date) -> Sequence[Row[Any]]:
        return await self.db.all(
            select(absence_notes)
            .where(
                absence_notes.c.starts_on <= last,
                absence_notes.c.ends_on >= first,
                absence_notes.c.status == NoteStatus.ACCEPTED,
            )
            .order_by(absence_notes.c.id)
        )

    async def _marks(self, here: Sequence[ColumnElement[bool]]) -> list[MarkAt]:
        """Marks of whoever was absent at the lesson they stand for."""
        retaken = exists().where(mark_revisions.c.mark_id == marks.c.id, mark_revisions.c.reason == "retake")
        rows = await self.db.all(
            select(marks.c.id, works.c.lesson_id, marks.c.student_id, marks.c.value, retaken.label("later"))
            .join(works, works.c.id == marks.c.work_id)
            .join(lessons, lessons.c.id == works.c.lesson_id)
            .join(units, units.c.id == lessons.c.unit_id)
            .join(
                attendance,
                and_(attendance.c.lesson_id == lessons.c.id, attendance.c.student_id == marks.c.student_id),
            )
            .where(*here, marks.c.withdrawn_at.is_(None), attendance.c.status == Presence.ABSENT)
        )
        return [MarkAt(row.id, row.lesson_id, row.student_id, row.value, bool(row.later)) for row in rows]

    async def _free(self, here: Sequence[ColumnElement[bool]]) -> list[Free]:
        """Lessons on a day off of their class, or outside every period of its grade."""
        rows = await self.db.all(
            select(lessons.c.id, CLASS.label("class_id"), lessons.c.date)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(*here, on_day_off())
        )
        return [Free(row.id, row.class_id, row.date) for row in rows]

    async def note(
        self,
        found: Sequence[Contradiction],
        first: date,
        last: date,
        class_ids: Collection[int] | None,
        now: datetime,
    ) -> int:
        rows = await self.db.all(
            select(
                contradictions.c.id, contradictions.c.key, contradictions.c.gone_at, contradictions.c.lessons
            )
            .where(contradictions.c.date.between(first, last))
            .where(*([contradictions.c.class_id.in_(class_ids)] if class_ids is not None else []))
        )
        standing = {each.key: each for each in found}
        known = {row.key: row for row in rows}
        gone = [row.id for row in rows if row.gone_at is None and row.key not in standing]
        await self._set(gone, gone_at=now)
        for row in rows:
            each = standing.get(row.key)
            if each is not None and (row.gone_at is not None or row.lessons != _packed(each.lessons)):
                await self._set([row.id], gone_at=None, lessons=_packed(each.lessons))
        new = [_row(each, now) for key, each in standing.items() if key not in known]
        await self.db.insert_new(contradictions, new)
        return len(new)

    async def waiting(self, scope: Scope, skip: int, most: int) -> list[Finding]:
        return await self._findings(
            select(contradictions)
            .where(_WAITS, _within(scope))
            .order_by(contradictions.c.date.desc(), contradictions.c.id)
            .offset(skip)
            .limit(most)
        )

    async def count(self, scope: Scope) -> int:
        found = select(func.count()).select_from(contradictions).where(_WAITS, _within(scope))
        return int(await self.db.scalar(found))

    async def finding(self, finding_id: int) -> Finding | None:
        return (await self.findings([finding_id])).get(finding_id)

    async def findings(self, ids: Collection[int]) -> dict[int, Finding]:
        found = await self._findings(select(contradictions).where(contradictions.c.id.in_(ids)))
        return {one.id: one for one in found}

    async def about(self, flaw: Flaw, object_id: int) -> list[Finding]:
        here = (contradictions.c.flaw == flaw, contradictions.c.object_id == object_id)
        return await self._findings(select(contradictions).where(_WAITS, *here).order_by(contradictions.c.id))

    async def set_aside(self, finding_id: int, by: int, at: datetime, word: str) -> None:
        await self._set([finding_id], aside_at=at, aside_by=by, word=word)

    async def expect_later_marks(
        self, marks: Sequence[Contradiction], by: int, at: datetime, word: str
    ) -> None:
        said = {"aside_at": at, "aside_by": by, "word": word}
        await self.db.insert_new(contradictions, [{**_row(each, at), **said} for each in marks])

    async def _set(self, ids: Collection[int], **values: Any) -> None:
        if ids:
            await self.db.run(update(contradictions).where(contradictions.c.id.in_(ids)).values(**values))

    async def _findings(self, statement: Select[Any]) -> list[Finding]:
        rows = await self.db.all(statement)
        wanted = {number for row in rows for number in _unpacked(row.lessons)}
        named = {row.student_id for row in rows if row.student_id is not None}
        known: dict[int, Lesson] = {}
        if wanted:
            found = await self.db.all(lesson_select().where(lessons.c.id.in_(wanted)))
            known = {row.id: as_lesson(row) for row in found}
        students = {}
        if named:
            found = await self.db.all(select(*PERSON).where(people.c.id.in_(named)))
            students = {row.id: as_person(row) for row in found}
        return [
            Finding(
                row.id,
                _as_contradiction(row),
                tuple(known[number] for number in _unpacked(row.lessons) if number in known),
                students.get(row.student_id),
                row.gone_at is None and row.aside_at is None,
            )
            for row in rows
        ]


def _within(scope: Scope) -> ColumnElement[bool]:
    """Of a class headed, or of a lesson kept."""
    if scope.everything:
        return true()
    parts: list[ColumnElement[bool]] = [contradictions.c.class_id.in_(scope.class_ids)]
    if scope.keeper_id is not None:
        own = exists().where(
            kept_by(scope.keeper_id),
            lessons.c.date == contradictions.c.date,
            contradictions.c.lessons.contains(" " + cast(lessons.c.id, Text) + " "),
        )
        parts.append(own)
    return or_(*parts)


def _packed(ids: Iterable[int]) -> str:
    """Each id between blanks, so that one of them can be looked for."""
    return f" {' '.join(map(str, ids))} "


def _unpacked(stored: str) -> tuple[int, ...]:
    return tuple(map(int, stored.split()))


def _row(each: Contradiction, now: datetime) -> dict[str, Any]:
    return {
        "key": each.key,
        "flaw": each.flaw,
        "class_id": each.class_id,
        "student_id": each.student_id,
        "date": each.date,
        "lessons": _packed(each.lessons),
        "object_id": each.object_id,
        "found_at": now,
    }


def _as_contradiction(row: Row[Any]) -> Contradiction:
    return Contradiction(
        row.key,
        Flaw(row.flaw),
        row.class_id,
        row.date,
        _unpacked(row.lessons),
        row.student_id,
        row.object_id,
    )
