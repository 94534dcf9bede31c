"""A student's period as whoever watches over the class sees it."""

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.diary.attendance import totals
from journal.diary.periods import choose
from journal.model.diary import Missed
from journal.model.marks import Mark
from journal.model.people import Child, Person, Unit
from journal.model.school import Period
from journal.policy import Permission


@dataclass(frozen=True, slots=True)
class StudentPeriod:
    """The marks of the period that runs, oldest first, and what was missed in it."""

    child: Child
    period: Period | None
    marks: tuple[Mark, ...]
    missed: Missed


async def students(ctx: Ctx, unit_id: int) -> tuple[Unit, list[Person]]:
    """Who is in a class, by name, for who may look at every page of it."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.VIEW_CLASS)
        return unit, await work.people.members(unit.class_id, work.today)


async def student(ctx: Ctx, student_id: int) -> StudentPeriod:
    """Marks of all subjects and absences, for who may look at every page of the student's class."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.VIEW_CLASS)
        period = (await choose(work, student_id)).chosen
        if period is None:
            return StudentPeriod(child, None, (), totals([]))
        marks = await work.diary.marks([student_id], period.span)
        missed = await work.diary.absences([student_id], period.span)
        return StudentPeriod(child, period, tuple(marks), totals(missed))
