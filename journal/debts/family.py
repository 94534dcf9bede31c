"""The debts as a family reads them: all about one child, or the count of every child's."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from journal import gate
from journal.context import Ctx
from journal.debts.rule import owed, put_right
from journal.diary.reader import child_of
from journal.model.debts import Debt, DebtBook
from journal.model.people import Child
from journal.model.span import Span
from journal.policy import Permission
from journal.ports import Work

AHEAD = timedelta(days=14)


async def book(ctx: Ctx, student_id: int) -> DebtBook:
    """Everything owed in the period at hand, what was put right, and the control works of two weeks."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        works = (await work.debts.works([student_id], work.today)).get(student_id, [])
        debts = owed(works, work.regulation, work.today)
        changed = await work.debts.retaken(student_id, [one.id for one in works])
        units = await work.diary.units(student_id)
        ahead = await work.diary.planned_works(units, Span(work.today, work.today + AHEAD))
        following = await work.debts.next_lessons(
            student_id, {debt.work.subject_id for debt in debts}, work.now
        )
        return DebtBook(
            child,
            tuple(replace(debt, next_lesson=following.get(debt.work.subject_id)) for debt in debts),
            put_right(works, changed, work.regulation),
            tuple(ahead),
        )


async def debts_of(ctx: Ctx, student_id: int) -> tuple[Child, tuple[Debt, ...]]:
    """What is owed, without the rest: for the first screen."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        return child, (await owing(work, [student_id]))[student_id]


async def of_family(ctx: Ctx) -> dict[int, tuple[Debt, ...]]:
    """What each of the children owes whose diaries the actor may read, in as many statements as of one."""
    async with ctx.reading() as work:
        return await owing(work, gate.scope(work, Permission.READ_DIARY).student_ids)


async def owing(work: Work, students: Collection[int]) -> dict[int, tuple[Debt, ...]]:
    """What each of the students owes, before any gate; one statement."""
    controls = [code for code, kind in work.regulation.marks.work_types.items() if kind.control]
    found = await work.debts.open_works(students, work.today, controls)
    return {student: owed(found.get(student, ()), work.regulation, work.today) for student in students}
