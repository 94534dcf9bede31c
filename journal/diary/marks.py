"""The marks of a diary: by subject, by date, one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta

from journal.context import Ctx
from journal.diary.averages import average
from journal.diary.periods import choose
from journal.diary.reader import child_of
from journal.diary.subjects import known
from journal.errors import NotFoundError
from journal.model.diary import MarkBook, MarkList, OpenedMark, Periods, SubjectMarks
from journal.model.marks import Mark, Result, ResultKind
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work

FIRST_GRADE = 1
MONTH = timedelta(days=30)


async def marks(ctx: Ctx, student_id: int, period_id: int | None = None) -> MarkBook:
    """The marks of a period by subject; None is the period that runs, or the last one in the holidays.

    What was new until now is looked at from now on.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        book = await read_book(work, child, period_id)
        new = await work.diary.new_marks([student_id], work.actor.account_id, work.now)
    if new:
        await _looked(ctx, student_id)
    return book


async def marks_of(ctx: Ctx, student_id: int, span: Span, subject_id: int | None = None) -> MarkList:
    """The marks of any days, newest first; of one subject where it is given."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        found = [
            mark
            for mark in reversed(await work.diary.marks([student_id], span))
            if subject_id in (None, mark.subject_id)
        ]
        named = (await known(work, [student_id]))[student_id].get(subject_id) if subject_id else None
        return MarkList(child, span, tuple(found), named)


async def valued(
    ctx: Ctx, students: Collection[int], value: str, subject_id: int | None = None, when: Span | None = None
) -> list[tuple[Child, Mark]]:
    """The marks of that value in these days, else of the last month, newest first, with whose they are."""
    async with ctx.reading() as work:
        children = {student: await child_of(work, student) for student in students}
        days = when or Span(work.today - MONTH, work.today)
        return [
            (children[mark.student_id], mark)
            for mark in reversed(await work.diary.marks(students, days))
            if mark.value == value and subject_id in (None, mark.subject_id)
        ]


async def opened(ctx: Ctx, mark_id: int) -> OpenedMark:
    """One mark with its work, topic and comment, and who set it."""
    async with ctx.reading() as work:
        found = await work.diary.mark(mark_id)
        if found is None:
            raise NotFoundError(kind="mark")
        child = await child_of(work, found.student_id)
        return OpenedMark(child, found, await work.people.person(found.author_id))


async def subject(
    ctx: Ctx, student_id: int, subject_id: int, period_id: int | None = None
) -> tuple[MarkBook, SubjectMarks]:
    """One subject of the mark book; without a mark in the period it is empty.

    Raises `NotFoundError` for a subject that the child does not have.
    """
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        book = await read_book(work, child, period_id)
        for item in book.subjects:
            if item.subject_id == subject_id:
                return book, item
        if book.period is not None:
            learnt = await work.diary.subjects([student_id], book.period.span)
            if name := learnt[student_id].get(subject_id):
                return book, SubjectMarks(subject_id, name, ())
        raise NotFoundError(kind="subject")


async def read_book(work: Work, child: Child, period_id: int | None = None) -> MarkBook:
    """The mark book of a child for whom the gate was passed."""
    return await book_of(work, child, await choose(work, child.student_id, period_id))


async def book_of(work: Work, child: Child, periods: Periods) -> MarkBook:
    """The same for the period chosen of these."""
    markless = await is_markless(work, child.student_id, periods)
    if periods.chosen is None:
        return MarkBook(child, periods, (), markless)
    found = await work.diary.marks([child.student_id], periods.chosen.span)
    results = {
        item.subject_id: item
        for item in await work.diary.results(child.student_id, periods.chosen.year_id)
        if item.kind is ResultKind.PERIOD and item.period_id == periods.chosen.id
    }
    return MarkBook(child, periods, _by_subject(found, results), markless)


async def is_markless(work: Work, student_id: int, periods: Periods) -> bool:
    """Whether the child's grade has no marks; a year that is over had them or had not."""
    latest = periods.all[-1] if periods.all else None
    if latest is not None and periods.chosen is not None and periods.chosen.year_id != latest.year_id:
        return False
    grades = await work.diary.units(student_id)
    return FIRST_GRADE in grades.values() and not work.regulation.entry.grade1_marks


def _by_subject(found: Iterable[Mark], results: dict[int, Result]) -> tuple[SubjectMarks, ...]:
    grouped: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    for result in results.values():
        grouped[result.subject, result.subject_id] = []
    for item in found:
        grouped[item.subject, item.subject_id].append(item)
    return tuple(
        SubjectMarks(number, name, tuple(given), average(given), results.get(number))
        for (name, number), given in sorted(grouped.items())
    )


async def _looked(ctx: Ctx, student_id: int) -> None:
    async with ctx.writing() as work:
        await work.diary.look(student_id, work.actor.account_id, work.now)
        await work.commit()
