"""What a message is written from: a mark, a lesson, a homework of the child, as the family sees it now."""

from collections.abc import Sequence

from journal.diary.days import lesson_of
from journal.diary.family import task_of
from journal.errors import NotFoundError
from journal.glimpse import glimpse
from journal.messages.parties import Addressee
from journal.model.messages import About, Context, Office
from journal.model.people import Child
from journal.ports import Work

# So much of a topic or a homework is quoted.
QUOTED = 120


async def source_of(work: Work, child: Child, about: About, of: int) -> tuple[Context, Sequence[int]]:
    """The quotation, and whose it is. Raises `NotFoundError` for what is not the child's."""
    match about:
        case About.MARK:
            mark = await work.diary.mark(of)
            if mark is None or mark.student_id != child.student_id:
                raise NotFoundError(kind="mark")
            return Context(about, of, mark.subject, mark.date, mark.value), (mark.author_id,)
        case About.LESSON:
            lesson = (await lesson_of(work, child.student_id, of)).lesson
            return Context(
                about, of, lesson.subject, lesson.date, glimpse(lesson.topic or "", QUOTED)
            ), lesson.keepers
        case About.MONTH | About.REPORT:
            raise NotFoundError(kind="month")
        case About.HOMEWORK:
            task = await task_of(work, child.student_id, of)
            keepers = (await lesson_of(work, child.student_id, task.lesson_id)).lesson.keepers
            return Context(about, of, task.subject, task.due, glimpse(task.text, QUOTED)), keepers


async def whose(work: Work, child: Child, persons: Sequence[int]) -> Addressee:
    """The first of these who teaches the child now, else the class teacher, else the administration."""
    head = await work.messages.class_teacher(child.unit_id, work.today) if child.unit_id else None
    taught = {one.person.id for one in await work.messages.teachers(child.student_id, work.today)}
    teacher = next((person for person in persons if person in taught), None)
    if head is not None and teacher in (None, head.id):
        return Addressee(Office.CLASS_TEACHER, head.id)
    return Addressee(Office.TEACHER, teacher) if teacher is not None else Addressee(Office.ADMINISTRATION)
