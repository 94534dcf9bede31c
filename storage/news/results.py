"""The facts of a child's marks of an assessment."""

from collections.abc import Collection

from sqlalchemy import select

from journal.model.marks import ResultKind
from journal.model.results import ToldResult
from storage.db import Db
from storage.tables.marks import results
from storage.tables.school import periods
from storage.tables.timetable import subjects

# student, year, `period:3` or `year`
Key = tuple[int, int, str]


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
