"""What the journal of the heroes' class remembers of the last weeks, and what in it does not add up."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import func, select, update

from bot.demo.roster import HERO_CLASS, Student
from bot.demo.seed.draft import EPOCH, Draft, Row
from journal.absences.rules import Said
from journal.control.integrity.rules import contradictions
from journal.model.attendance import NoteStatus, Presence, Reason
from storage import audit
from storage.integrity import IntegrityQueries
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.people import units

Values = dict[str, Any] | None

BACK = timedelta(days=14)
# A minute after the mark itself: a slip is seen at once.
SOON = timedelta(minutes=1)
SLIP, RIGHT = "3", "4"
# Whose records do not add up: numbers in the class list, far from the families with phones.
VANISHED, ILL = 8, 12


async def write_memory(draft: Draft) -> None:
    """Contradictions first: what stands in the registers is what is remembered of them."""
    heroes = next(item for item in draft.roster.classes if item.name == HERO_CLASS)
    students = [student.id for student in heroes.students]
    given = await _given(draft, heroes.id)
    yesterday = max(row.date for row in given if row.date < EPOCH.date())
    day = [row for row in given if row.date == yesterday]
    anna = next(person for person, hero in draft.roster.heroes.items() if hero == "anna")
    middle = next((row for row in reversed(given) if _between(row, given, anna)), None)
    if middle is not None:
        await _away(draft, middle, students[VANISHED], None)
    await _note(draft, heroes.students[ILL], yesterday)
    await _mark_of_the_absent(draft, day)
    queries = IntegrityQueries(draft.db)
    first, last = EPOCH.date() - BACK, EPOCH.date()
    found = contradictions(await queries.facts(first, last, [heroes.id]))
    await queries.note(found, first, last, [heroes.id], EPOCH)
    entries = [*await _pages(draft, heroes.id, given), *await _marks(draft, heroes.id, given)]
    await audit.append(draft.db, sorted(entries, key=lambda entry: entry.at))


async def _given(draft: Draft, class_id: int) -> list[SqlRow[Any]]:
    """The lessons of the class with their registers, oldest first."""
    rows = await draft.db.all(
        select(lessons, registers.c.taken_at, registers.c.taken_by, registers.c.expected)
        .join(registers, registers.c.lesson_id == lessons.c.id)
        .join(units, units.c.id == lessons.c.unit_id)
        .where(
            func.coalesce(units.c.parent_id, units.c.id) == class_id,
            lessons.c.date >= EPOCH.date() - BACK,
        )
        .order_by(lessons.c.starts_at, lessons.c.id)
    )
    return list(rows)


def _between(row: SqlRow[Any], given: list[SqlRow[Any]], anna: int) -> bool:
    """Anna's lesson of the whole class with others before and after it, on a day that is over."""
    slots = [other.slot for other in given if other.date == row.date and other.unit_id == row.unit_id]
    return (
        row.teacher_id == anna
        and row.date < EPOCH.date()
        and bool(slots)
        and min(slots) < row.slot < max(slots)
    )


async def _away(draft: Draft, lesson: SqlRow[Any], student: int, reason: Reason | None) -> None:
    """The register says that the student was not there, whatever the others say."""
    await draft.db.upsert(
        attendance,
        ("lesson_id", "student_id"),
        [
            {
                "lesson_id": lesson.id,
                "student_id": student,
                "date": lesson.date,
                "slot": lesson.slot,
                "status": Presence.ABSENT,
                "reason": reason,
                "entered_by": lesson.taken_by,
                "entered_at": lesson.taken_at,
            }
        ],
    )


async def _note(draft: Draft, student: Student, day: date) -> None:
    """The family announced an absence, and the child was at every lesson."""
    account = next((draft.accounts[one] for one, _ in student.guardians if one in draft.accounts), None)
    if account is not None:
        await draft.db.insert(
            absence_notes,
            student_id=student.id,
            starts_on=day,
            ends_on=day,
            reason=Said.FAMILY,
            status=NoteStatus.ACCEPTED,
            account_id=account,
            created_at=EPOCH - timedelta(days=2),
            decided_at=EPOCH - timedelta(days=2),
        )


async def _mark_of_the_absent(draft: Draft, day: list[SqlRow[Any]]) -> None:
    """The last mark of the day stands for a lesson at which, by its register, the student was ill."""
    row = await draft.db.first(
        select(marks.c.student_id, works.c.lesson_id)
        .join(works, works.c.id == marks.c.work_id)
        .where(works.c.lesson_id.in_([item.id for item in day]), marks.c.student_id != draft.roster.anya)
        .order_by(marks.c.entered_at.desc(), marks.c.id.desc())
    )
    if row is not None:
        lesson = next(item for item in day if item.id == row.lesson_id)
        await _away(draft, lesson, row.student_id, Reason.ILL)


async def _pages(draft: Draft, class_id: int, given: list[SqlRow[Any]]) -> list[audit.Entry]:
    """The registers and the topics as they were entered."""
    rows = await draft.db.all(
        select(attendance.c.lesson_id, attendance.c.student_id, attendance.c.status).where(
            attendance.c.lesson_id.in_([row.id for row in given])
        )
    )
    statuses: dict[int, dict[str, str]] = defaultdict(dict)
    for row in rows:
        statuses[row.lesson_id][str(row.student_id)] = row.status
    found = []
    for row in given:
        entry = _entry(class_id, row.taken_by, "lesson", row.id)
        found.append(entry("register.save", row.taken_at, None, statuses[row.id]))
        if row.topic_at is not None:
            found.append(entry("lesson.fill", row.topic_at, {"topic": None}, {"topic": row.topic}))
    return found


async def _marks(draft: Draft, class_id: int, given: list[SqlRow[Any]]) -> list[audit.Entry]:
    """The marks as they were given, and a slip that was put right the minute after."""
    rows = await draft.db.all(
        select(marks, works.c.lesson_id, mark_revisions.c.value_before.label("first"))
        .join(works, works.c.id == marks.c.work_id)
        .outerjoin(mark_revisions, mark_revisions.c.mark_id == marks.c.id)
        .where(works.c.lesson_id.in_([row.id for row in given]))
        .order_by(marks.c.entered_at, marks.c.id)
    )
    slip = next((row for row in reversed(rows) if row.value == RIGHT and row.first is None), None)
    saved: dict[int, list[SqlRow[Any]]] = defaultdict(list)
    for row in rows:
        saved[row.work_id].append(row)
    first = {row.id: SLIP if row is slip else row.first or row.value for row in rows}
    await draft.rows(mark_revisions, (_revision(row, 0, None, first[row.id], row.entered_at) for row in rows))
    found = [
        _entry(class_id, group[0].author_id, "work", work)(
            "marks.save", group[0].entered_at, None, {str(row.student_id): [first[row.id]] for row in group}
        )
        for work, group in saved.items()
    ]
    if slip is not None:
        at = slip.entered_at + SOON
        await draft.rows(mark_revisions, [_revision(slip, 1, SLIP, RIGHT, at, "typo")])
        await draft.db.run(update(marks).where(marks.c.id == slip.id).values(revision=1))
        entry = _entry(class_id, slip.author_id, "mark", slip.id)
        found.append(entry("mark.correct", at, {"value": SLIP}, {"value": RIGHT}, "typo"))
    return found


def _entry(class_id: int, author: int, kind: str, number: int) -> Callable[..., audit.Entry]:
    """Makes entries about one thing by one person."""

    def made(
        action: str, at: datetime, before: Values, after: Values, reason: str | None = None
    ) -> audit.Entry:
        return audit.Entry(
            f"unit:{class_id}", at, author, None, "telegram", action, kind, number, before, after, reason
        )

    return made


def _revision(
    row: SqlRow[Any], number: int, before: str | None, after: str, at: datetime, reason: str | None = None
) -> Row:
    return {
        "mark_id": row.id,
        "revision": number,
        "value_before": before,
        "value_after": after,
        "author_id": row.author_id,
        "at": at,
        "reason": reason,
    }
