"""Looking at any page without touching it (R-121)."""

from datetime import date

from journal import gate
from journal.context import Ctx
from journal.control.pages import keeper_of
from journal.model.attendance import Presence
from journal.model.control import PageView
from journal.model.lessons import Lesson
from journal.model.people import Person, Unit, name_key
from journal.policy import Permission


async def classes(ctx: Ctx) -> tuple[list[Unit], bool]:
    """The classes whose every subject the actor may look at, and whether that is the whole school."""
    async with ctx.reading() as work:
        scope = gate.scope(work, Permission.VIEW_CLASS)
        return await work.people.classes(scope), scope.everything


async def day_of_class(ctx: Ctx, unit_id: int, day: date | None = None) -> tuple[Unit, date, list[Lesson]]:
    """The lessons of a class (its subgroups included) on a day, today by default."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.VIEW_CLASS)
        on = day or work.today
        return unit, on, await work.lessons.of_unit(unit.id, on, on)


async def page(ctx: Ctx, lesson_id: int) -> PageView:
    """One lesson's page: topic, register, homework, marks."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.VIEW_JOURNAL)
        register = await work.attendance.register(lesson.id)
        works = await work.marks.works_of_lesson(lesson.id)
        marks = await work.marks.of_works([item.id for item in works])
        standings = register.standings if register else {}
        keeper = keeper_of(lesson)
        wanted = {*standings, *(mark.student_id for mark in marks), *([keeper] if keeper else [])}
        people = await work.people.persons(wanted)

        def those(status: Presence) -> tuple[Person, ...]:
            found = [people[student] for student, item in standings.items() if item.status is status]
            return tuple(sorted(found, key=name_key))

        return PageView(
            lesson=lesson,
            keeper=people.get(keeper or 0),
            absent=those(Presence.ABSENT),
            late=those(Presence.LATE),
            homework=tuple(await work.homework.given_at([lesson.id])),
            marks=tuple((people[mark.student_id], mark.value) for mark in marks),
        )
