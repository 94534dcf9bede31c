"""What was asked about when it was entered is not asked again by the checks."""

from collections.abc import Iterable

from journal import gate
from journal.control.integrity.rules import mark_key
from journal.model.integrity import Contradiction, Flaw
from journal.model.lessons import Lesson
from journal.ports import Work

# The word of whoever saved marks of students who were absent: the work came later.
LATER = "later"


async def know_later(work: Work, lesson: Lesson, marks: Iterable[tuple[int, int]]) -> None:
    """Keep that these marks (id and student) belong to works handed in later. The caller commits."""
    known = [
        Contradiction(
            f"{Flaw.MARK_WHILE_ABSENT}:{mark_key(lesson.id, student)}",
            Flaw.MARK_WHILE_ABSENT,
            lesson.class_id,
            lesson.date,
            (lesson.id,),
            student,
            mark,
        )
        for mark, student in marks
    ]
    await work.integrity.expect_later_marks(known, gate.author(work), work.now, LATER)
