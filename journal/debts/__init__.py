"""Debts of a child: what may be retaken, what was not handed in, which control works were missed (ux §2)."""

from dataclasses import replace
from datetime import timedelta

from journal.context import Ctx
from journal.debts.rule import owed, put_right
from journal.diary.periods import choose
from journal.diary.reader import child_of
from journal.model.debts import Debt, DebtBook, OwnWork
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work

AHEAD = timedelta(days=14)


async def book(ctx: Ctx, student_id: int) -> DebtBook:
    """Everything owed in the period at hand, what was put right, and the control works of two weeks."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        works = await _works(work, student_id)
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
        return child, owed(await _works(work, student_id), work.regulation, work.today)


async def _works(work: Work, student_id: int) -> list[OwnWork]:
    """The works of the period that runs; in the holidays, of the one before."""
    chosen = (await choose(work, student_id)).chosen
    if chosen is None:
        return []
    return await work.debts.works(student_id, chosen.span)
