"""The list of those who need help, and the word to their families."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from journal import gate
from journal.at_risk.rule import need
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.events import FamilyAlerted
from journal.model.at_risk import Concern, Concerns, Need
from journal.model.forecast import ClassPages, SubjectPage
from journal.model.people import Person, Unit, name_key
from journal.model.school import Period
from journal.model.span import Span
from journal.policy import Permission, scope_of
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Told:
    """The list after families were told: how many now, and how many had been told before."""

    found: Concerns
    now: int
    before: int


async def classes(ctx: Ctx) -> list[Unit]:
    """The classes whose students the actor may look after, headed or taught, by grade and name."""
    async with ctx.reading() as work:
        return await work.people.classes(gate.scope(work, Permission.ANALYSE))


async def pages(ctx: Ctx, unit_id: int) -> ClassPages:
    """The subjects of a class the actor sees: all of them in the own class, else the own ones."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.ANALYSE)
        return ClassPages(unit, await _pages(work, unit))


async def of_class(ctx: Ctx, unit_id: int, subject_id: int = 0) -> Concerns:
    """Those of a class who need help; with a subject, in that subject alone.

    A subject teacher sees the own subjects only. Raises as the gate does, and `NotFoundError` for a subject
    that is not the actor's. As many statements for thirty students as for one.
    """
    async with ctx.reading() as work:
        return await _of_class(work, unit_id, subject_id)


async def tell(ctx: Ctx, unit_id: int, subject_id: int = 0, student_id: int = 0) -> Told:
    """Tell the families (of one student, or of all) once a period; whoever was told is left in peace."""
    async with ctx.writing() as work:
        await gate.unit(work, unit_id, Permission.ALERT_FAMILIES)
        await work.serialise("at_risk", unit_id)
        found = await _of_class(work, unit_id, subject_id)
        period = found.period
        asked = [one for one in found.students if student_id in (0, one.student.id)]
        if not found.may_tell or (student_id and not asked):
            raise NotFoundError(kind="student")
        fresh = [one for one in asked if one.told_at is None]
        if fresh and period is not None:
            for one in fresh:
                work.record(FamilyAlerted(one.student.id, period.id, subject_id))
            named = [one.student.id for one in fresh]
            after = {"students": named, "subject": subject_id or None}
            work.audit("at_risk.tell", "unit", unit_id, unit_id=found.unit.class_id, after=after)
            await work.commit()
        told = {one.student.id for one in fresh}
        students = tuple(
            replace(one, told_at=work.now) if one.student.id in told else one for one in found.students
        )
        return Told(replace(found, students=students), len(fresh), len(asked) - len(fresh))


async def needs(
    work: Work, students: Collection[int], period: Period, subject_id: int = 0
) -> dict[int, Need]:
    """What is wrong with each of these students, before any gate; three statements."""
    span = Span(period.span.first, min(period.span.last, work.today))
    marks, absences = defaultdict(list), defaultdict(list)
    for mark in await work.diary.marks(students, span):
        if subject_id in (0, mark.subject_id):
            marks[mark.student_id].append(mark)
    for absence in await work.diary.absences(students, span):
        if subject_id in (0, absence.subject_id):
            absences[absence.student_id].append(absence)
    results = await work.diary.results_of_period(students, period.id)
    return {
        student: need(
            marks[student], results.get(student, {}), absences[student], work.regulation, work.today
        )
        for student in students
    }


async def concerns(
    work: Work, members: Collection[Person], period: Period, subject_id: int = 0
) -> list[Concern]:
    """Those of the members who need help, in the order of the list, with when their families were told."""
    found = await needs(work, [one.id for one in members], period, subject_id)
    troubled = [one for one in sorted(members, key=name_key) if found[one.id].any]
    subjects = {one.id: FamilyAlerted(one.id, period.id, subject_id).subject for one in troubled}
    told = await work.control.told_at(list(subjects.values()))
    return [Concern(one, found[one.id], told.get(subjects[one.id])) for one in troubled]


async def _of_class(work: Work, unit_id: int, subject_id: int) -> Concerns:
    unit = await gate.unit(work, unit_id, Permission.ANALYSE)
    page = await _page(work, unit, subject_id)
    period = await work.periods.running(unit.year_id, unit.grade, work.today)
    if period is None:
        return Concerns(unit, page, None, ())
    units = page.unit_ids if page is not None else (unit.class_id,)
    members = await work.people.members_of(units, work.today)
    found = await concerns(work, members, period, subject_id)
    return Concerns(unit, page, period, tuple(found), await _may_tell(work, unit, page))


async def _page(work: Work, unit: Unit, subject_id: int) -> SubjectPage | None:
    """The page asked about; none means all subjects, which only whoever sees the whole class may ask."""
    if subject_id:
        found = next((one for one in await _pages(work, unit) if one.subject_id == subject_id), None)
        if found is None:
            raise NotFoundError(kind="page")
        return found
    if not _whole(work, unit, Permission.ANALYSE):
        gate.refuse(work, Permission.ANALYSE, "unit", unit.id)
    return None


async def _may_tell(work: Work, unit: Unit, page: SubjectPage | None) -> bool:
    """A class teacher tells of everything, a teacher of the own subject; the regulation may forbid either."""
    reach = scope_of(Permission.ALERT_FAMILIES, work.actor, work.regulation)
    if _whole(work, unit, Permission.ALERT_FAMILIES):
        return True
    if page is None or reach.teacher_id is None:
        return False
    own = await work.timetable.pages(unit.class_id, reach.teacher_id)
    return page.subject_id in {one.subject_id for one in own}


def _whole(work: Work, unit: Unit, permission: Permission) -> bool:
    reach = scope_of(permission, work.actor, work.regulation)
    return reach.everything or unit.class_id in reach.class_ids


async def _pages(work: Work, unit: Unit) -> tuple[SubjectPage, ...]:
    reach = scope_of(Permission.ANALYSE, work.actor, work.regulation)
    whole = _whole(work, unit, Permission.ANALYSE)
    return tuple(await work.timetable.pages(unit.class_id, None if whole else reach.teacher_id))
