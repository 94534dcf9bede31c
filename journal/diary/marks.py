"""The marks of a diary, by subject and one by one."""

from collections import defaultdict

from journal import gate
from journal.context import Ctx
from journal.diary.averages import average
from journal.errors import NotFoundError
from journal.model.diary import MarkBook, SubjectMarks
from journal.model.marks import Mark
from journal.model.people import Child
from journal.policy import Permission


async def marks(ctx: Ctx, student_id: int, period_id: int | None = None) -> MarkBook:
    """The marks of a period by subject; None is the period that runs, or the last one in the holidays."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        period = await work.periods.period(student_id, work.today, period_id)
        if period is None:
            return MarkBook(child, None, ())
        by_subject: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        for mark in await work.diary.marks(student_id, period.starts_on, period.ends_on):
            by_subject[mark.subject, mark.subject_id].append(mark)
        results = {item.subject_id: item for item in await work.diary.results(student_id, period.id)}
        return MarkBook(
            child,
            period,
            tuple(
                SubjectMarks(number, name, tuple(given), average(given), results.get(number))
                for (name, number), given in sorted(by_subject.items())
            ),
        )


async def mark(ctx: Ctx, mark_id: int) -> tuple[Child, Mark]:
    """One mark with its work, topic and comment."""
    async with ctx.reading() as work:
        found = await work.diary.mark(mark_id)
        if found is None:
            raise NotFoundError(kind="mark")
        return await gate.student(work, found.student_id, Permission.READ_DIARY), found


async def subject(
    ctx: Ctx, student_id: int, subject_id: int, period_id: int | None = None
) -> tuple[MarkBook, SubjectMarks]:
    """One subject of the mark book; `NotFoundError` where it has no mark in the period."""
    book = await marks(ctx, student_id, period_id)
    for item in book.subjects:
        if item.subject_id == subject_id:
            return book, item
    raise NotFoundError(kind="subject")
