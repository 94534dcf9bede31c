"""The facts of a child's marks of an assessment."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from journal.model.marks import ResultKind
from journal.model.results import ToldResult
from storage.db import Db
from storage.people import belongs_on
from storage.tables.marks import results
from storage.tables.people import enrolments
from storage.tables.school import periods
from storage.tables.timetable import subjects, workload

# student, year, `period:3` or `year`
Key = tuple[int, int, str]


async def learnt(db: Db, students: Collection[int], day: date) -> dict[int, set[int]]:
    """The subjects with marks that the workload gives each student on that day; one statement."""
    rows = await db.all(
        select(enrolments.c.student_id, workload.c.subject_id)
        .join(workload, workload.c.unit_id == enrolments.c.unit_id)
        .join(subjects, subjects.c.id == workload.c.subject_id)
        .where(
            enrolments.c.student_id.in_(students),
            belongs_on(day),
            workload.c.until.is_(None),
            subjects.c.markless.is_(False),
        )
        .distinct()
    )
    found: dict[int, set[int]] = {}
    for row in rows:
        found.setdefault(row.student_id, set()).add(row.subject_id)
    return found


async def given(db: Db, keys: Collection[Key]) -> dict[Key, tuple[str, tuple[ToldResult, ...]]]:
    """Of each (student, year, assessment) the period's name and the marks by subject; one statement."""
    rows = await db.all(
        select(results, subjects.c.name.label("subject"), periods.c.name.label("period"))
        .join(subjects, subjects.c.id == results.c.subject_id)
        .outerjoin(periods, periods.c.id == results.c.period_id)
        .where(
            results.c.student_id.in_({student for student, _, _ in keys}),
            results.c.year_id.in_({year for _, year, _ in keys}),
        )
        .order_by(subjects.c.name, results.c.id)
    )
    found: dict[Key, tuple[str, tuple[ToldResult, ...]]] = {}
    for row in rows:
        code = str(row.kind) if row.period_id is None else f"{ResultKind.PERIOD}:{row.period_id}"
        key = (row.student_id, row.year_id, code)
        if key in keys:
            _, marks = found.get(key, ("", ()))
            mark = ToldResult(row.subject_id, row.subject, row.value)
            found[key] = (row.period or "", (*marks, mark))
    return found
