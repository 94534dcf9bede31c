"""The forecast for the group: a subject of a class, student by student and all together (R-155)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.forecast.basis import outlook, passed
from journal.model.forecast import ClassForecast, ClassPages, Outlook, SubjectPage
from journal.model.marks import Mark
from journal.model.people import Person, Unit, name_key
from journal.model.school import Period
from journal.policy import Permission, scope_of
from journal.ports import Work


async def classes(ctx: Ctx) -> list[Unit]:
    """The classes whose results the actor may forecast, by grade and name."""
    async with ctx.reading() as work:
        return await work.people.classes(gate.scope(work, Permission.FORECAST))


async def pages(ctx: Ctx, unit_id: int) -> ClassPages:
    """The subjects of a class that the actor sees: all of the own class, else the own ones."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.FORECAST)
        return ClassPages(unit, await _pages(work, unit))


async def group(ctx: Ctx, unit_id: int, subject_id: int) -> ClassForecast:
    """The students of a subject in the order of the list; as many statements for thirty as for one.

    Raises as the gate does, and `NotFoundError` for a subject that the class or the actor does not have.
    """
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.FORECAST)
        page = next((one for one in await _pages(work, unit) if one.subject_id == subject_id), None)
        if page is None:
            raise NotFoundError(kind="page")
        least = work.regulation.control.forecast_min_marks
        period = await work.periods.running(unit.year_id, unit.grade, work.today)
        if period is None:
            return ClassForecast(unit, page, None, 1.0, least)
        students = await _students(work, page, period)
        return ClassForecast(
            unit, page, period, passed(period, work.today), least, students, expected(students)
        )


def expected(students: Iterable[tuple[Person, Outlook]]) -> tuple[tuple[int, float], ...]:
    """How many of each mark are to be expected, best first: the sum of everybody's chances. Pure."""
    found: dict[int, float] = defaultdict(float)
    for _, item in students:
        for mark, chance in item.forecast.chances if item.forecast else ():
            found[mark] += chance
    return tuple(sorted(found.items(), reverse=True))


async def _pages(work: Work, unit: Unit) -> tuple[SubjectPage, ...]:
    reach = scope_of(Permission.FORECAST, work.actor, work.regulation)
    whole = reach.everything or unit.class_id in reach.class_ids
    return tuple(await work.timetable.pages(unit.class_id, None if whole else reach.teacher_id))


async def _students(work: Work, page: SubjectPage, period: Period) -> tuple[tuple[Person, Outlook], ...]:
    members = sorted(await work.people.members_of(page.unit_ids, work.today), key=name_key)
    numbers = [person.id for person in members]
    given: dict[int, list[Mark]] = defaultdict(list)
    for mark in await work.diary.marks(numbers, period.span):
        if mark.subject_id == page.subject_id:
            given[mark.student_id].append(mark)
    results = await work.diary.period_results(numbers, page.subject_id, period.id)
    share = passed(period, work.today)

    def one(person: Person) -> Outlook:
        said: Sequence[Mark] = given[person.id]
        return outlook(page.subject_id, page.subject, said, results.get(person.id), share, work.regulation)

    return tuple((person, one(person)) for person in members)
