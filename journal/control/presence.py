"""Who of the school is there, as far as registers were taken: all classes, and one class by name."""

from collections import defaultdict
from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.control import roll
from journal.model.control import ClassAttendance, ClassPresence, LateArrival, SchoolAttendance, TakenRegister
from journal.model.lessons import Lesson
from journal.model.people import Unit
from journal.policy import Permission
from journal.ports import Work


async def attendance(ctx: Ctx) -> SchoolAttendance:
    """Today's attendance of every class by its registers, those that stand out first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        classes = await work.people.classes(gate.scope(work, Permission.VIEW_CLASS))
        sizes = await work.control.sizes(work.today)
        ill = await work.control.ill_on(work.today)
        lessons: dict[int, list[Lesson]] = defaultdict(list)
        for lesson in await work.control.lessons_of(work.today):
            lessons[lesson.class_id].append(lesson)
        over = all(lesson.ends_at <= work.now for each in lessons.values() for lesson in each)
        taken: dict[int, list[TakenRegister]] = defaultdict(list)
        for register in await work.control.registers_of(None, work.today):
            taken[register.class_id].append(register)

        def line(unit: Unit) -> ClassAttendance:
            away = roll.absent_today(taken[unit.id]) if over else roll.absent_now(taken[unit.id])
            sick, size = len(away & ill), sizes.get(unit.id, 0)
            return ClassAttendance(
                unit=unit,
                expected=len(frozenset().union(*(register.expected for register in taken[unit.id]))),
                absent=len(away) if taken[unit.id] else None,
                ill=sick,
                stands_out=_stands_out(work, sick, size),
                lessons=len(lessons[unit.id]),
                begun=any(lesson.starts_at <= work.now for lesson in lessons[unit.id]),
            )

        found = sorted((line(unit) for unit in classes), key=lambda each: not each.stands_out)
        return SchoolAttendance(work.today, over, tuple(found))


async def class_presence(ctx: Ctx, unit_id: int) -> ClassPresence:
    """Who of a class was absent or late today, lesson by lesson, with the reasons beside the absences."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.CONTROL_JOURNALS)
        lessons = await work.lessons.of_unit(unit.id, work.today, work.today)
        registers = await work.control.registers_of(unit.id, work.today)
        absences = await work.absences.of_class(unit.id, work.today, work.today)
        late = roll.late(registers)
        people = await work.people.persons({student for student, _ in late})
        return ClassPresence(
            unit=unit,
            day=work.today,
            begun=_slots([lesson for lesson in lessons if lesson.starts_at <= work.now]),
            taken=len({register.slot for register in registers}),
            absences=tuple(absences),
            late=tuple(LateArrival(people[student], slot) for student, slot in late),
        )


def _stands_out(work: Work, sick: int, size: int) -> bool:
    return size > 0 and sick * 100 >= work.regulation.attendance.ill_share_percent * size


def _slots(lessons: Sequence[Lesson]) -> int:
    """How many lessons of the class that is; its subgroups sit in theirs at the same time."""
    return len({lesson.slot for lesson in lessons})
