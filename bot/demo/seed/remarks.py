"""Words of teachers: thanks and remarks in the class of the first phones, phrases of grade 1."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row as Lesson
from sqlalchemy import select

from bot.demo.roster import HERO_CLASS, Student
from bot.demo.seed.draft import EPOCH, Draft, Row
from journal.model.remarks import RemarkKind
from storage.tables.lessons import lessons
from storage.tables.remarks import remarks

DAYS = timedelta(days=9)
SAID = (
    (RemarkKind.THANKS, "worked"),
    (RemarkKind.THANKS, "helped"),
    (RemarkKind.REMARK, "unready"),
    (RemarkKind.THANKS, "progress"),
    (RemarkKind.REMARK, "no_kit"),
)
PHRASES = ("copes", "copes", "with_help", "active", "learning", "neat")


async def write_remarks(draft: Draft) -> None:
    """The first child of the class is thanked first: whoever opens the demo finds it."""
    for one in draft.roster.classes:
        if one.name != HERO_CLASS and one.grade != 1:
            continue
        rows = await draft.db.all(
            select(lessons)
            .where(
                lessons.c.unit_id == one.id,
                lessons.c.ends_at <= EPOCH,
                lessons.c.date >= EPOCH.date() - DAYS,
                lessons.c.teacher_id.is_not(None),
            )
            .order_by(lessons.c.starts_at)
        )
        found = list(_phrases(rows, one.students) if one.grade == 1 else _words(rows, one.students))
        if found:
            await draft.rows(remarks, found)


def _words(rows: Sequence[Lesson[Any]], students: Sequence[Student]) -> Iterator[Row]:
    """One child at every third lesson."""
    for place, row in enumerate(rows[::3]):
        kind, said = SAID[place % len(SAID)]
        yield _remark(row, students[place % len(students)], kind, said)


def _phrases(rows: Sequence[Lesson[Any]], students: Sequence[Student]) -> Iterator[Row]:
    """A few children at every lesson."""
    for place, row in enumerate(rows):
        for turn in range(4):
            number = (place * 4 + turn) % len(students)
            yield _remark(row, students[number], RemarkKind.PHRASE, PHRASES[number % len(PHRASES)])


def _remark(lesson: Lesson[Any], student: Student, kind: RemarkKind, said: str) -> Row:
    return {
        "lesson_id": lesson.id,
        "student_id": student.id,
        "kind": kind,
        "said": said,
        "author_id": lesson.teacher_id,
        "written_at": lesson.ends_at,
    }
