"""What was said of children at lessons."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select

from journal.model.remarks import Remark
from storage.db import Db
from storage.question import question
from storage.remarks import load, remark_select
from storage.tables.remarks import remarks


async def standing(
    db: Db, lessons: Collection[int], students: Collection[int]
) -> dict[tuple[int, int], list[Remark]]:
    """What stands, by lesson and student; one statement."""
    found: dict[tuple[int, int], list[Remark]] = {}
    for one in await load(db, _standing(lessons, students)):
        found.setdefault((one.lesson_id, one.student_id), []).append(one)
    return found


@question
def _standing(lessons: Collection[int], students: Collection[int]) -> Select[Any]:
    return remark_select().where(remarks.c.lesson_id.in_(lessons), remarks.c.student_id.in_(students))
