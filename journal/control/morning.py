"""The deputy head's morning: empty pages by teacher, the classes' attendance."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from journal import gate
from journal.context import Ctx
from journal.control import roll
from journal.control.pages import unfilled
from journal.model.control import ClassAttendance, Morning, TakenRegister, TeacherGaps, Unfilled
from journal.model.people import Unit, name_key
from journal.policy import Permission
from journal.ports import Work


async def morning(ctx: Ctx, day: date | None = None) -> Morning:
    """Which lessons of a school day lack something, by teacher; by default the last day that has begun."""
    async with ctx.reading() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        on = day or await work.control.school_day(work.now, back=True) or work.today
        lessons = await work.control.lessons_of(on)
        found = await unfilled(work, lessons)
        return Morning(
            day=on,
            gaps=tuple(gaps(found)),
            orphans=tuple(item for item in found if item.keeper is None),
            lessons=sum(lesson.ends_at <= work.now for lesson in lessons),
            requests=await work.control.waiting_requests(),
            before=await work.control.neighbour(on, back=True),
            after=await work.control.neighbour(on, back=False) if on < work.today else None,
        )


async def attendance(ctx: Ctx) -> list[ClassAttendance]:
    """Today's attendance of every class, those that stand out first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        classes = await work.people.classes(gate.scope(work, Permission.VIEW_CLASS))
        sizes = await work.control.sizes(work.today)
        ill = await work.control.ill_on(work.today)
        taken: dict[int, list[TakenRegister]] = defaultdict(list)
        for register in await work.control.registers_of(None, work.today):
            taken[register.class_id].append(register)
        lines = [_line(work, unit, sizes.get(unit.id, 0), taken[unit.id], ill) for unit in classes]
        return sorted(lines, key=lambda line: not line.stands_out)


def gaps(found: Sequence[Unfilled]) -> list[TeacherGaps]:
    """What is not filled, by teacher in the order of names."""
    by_teacher: dict[int, list[Unfilled]] = defaultdict(list)
    for item in found:
        if item.keeper is not None:
            by_teacher[item.keeper.id].append(item)
    made = [TeacherGaps(items[0].keeper, tuple(items)) for items in by_teacher.values() if items[0].keeper]
    return sorted(made, key=lambda gap: name_key(gap.teacher))


def _line(
    work: Work, unit: Unit, size: int, registers: Sequence[TakenRegister], ill: frozenset[int]
) -> ClassAttendance:
    absent = roll.absent_now(registers)
    sick = len(absent & ill)
    share = work.regulation.attendance.ill_share_percent
    return ClassAttendance(
        unit=unit,
        students=size,
        absent=len(absent) if registers else None,
        ill=sick,
        stands_out=size > 0 and sick * 100 >= share * size,
    )
