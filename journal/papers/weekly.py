"""Printed results of each week for families without the bot, and the tick that they were handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from journal import gate
from journal.access.overview import State, access_of
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.events import PrintoutsDue
from journal.model.papers import ChildResults, Handing, Kept, PrintedWeek, Sheet, WithoutPhone
from journal.model.people import Person, Unit, child_of
from journal.model.span import Span, week_of
from journal.papers.results import results_of
from journal.policy import Permission
from journal.ports import Work
from journal.regulation import Regulation
from journal.regulation.values import Printout

MAY = Permission.PRINT_FOR_FAMILY
WEEK = timedelta(days=7)
# Earlier weeks whose state is shown.
BACK = 8


@dataclass(frozen=True, slots=True)
class Pages:
    """What is printed of a week: a page for each child."""

    unit: Unit
    span: Span
    teacher: Person | None
    children: tuple[ChildResults, ...]


def prescribed_for_refusers(regulation: Regulation) -> bool:
    """Whether families that refused the diary get paper without being asked (S1 §4.3.6)."""
    return regulation.access.offline_printout is Printout.WEEKLY_FOR_REFUSERS


def weekly(regulation: Regulation) -> bool:
    """Whether papers are made each week by themselves; else the class teacher makes them when needed."""
    return regulation.access.offline_printout is not Printout.AS_NEEDED


async def classes(ctx: Ctx) -> list[Unit]:
    """The classes whose papers the actor may make."""
    async with ctx.reading() as work:
        return await work.people.classes(gate.scope(work, MAY))


async def week(ctx: Ctx, unit_id: int, day: date | None = None) -> PrintedWeek:
    """The papers of the week of that day (None: this one) and how it stands with earlier ones."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, MAY)
        return await _week(work, unit, _monday(work, day))


async def pages(ctx: Ctx, unit_id: int, day: date | None, student_id: int = 0) -> Pages:
    """What is printed of that week: of everybody whose family has no bot, or of one child of the class."""
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, MAY)
        monday = _monday(work, day)
        members = await work.people.members(unit.id, work.today)
        wanted = [one for one in members if one.id == student_id]
        if not student_id:
            wanted = [sheet.student for sheet in (await _week(work, unit, monday)).sheets]
            await work.papers.prepare(unit.id, [one.id for one in wanted], monday, work.now)
        elif not wanted:
            raise NotFoundError(kind="student")
        span = Span(monday, monday + WEEK - timedelta(days=1))
        children = await results_of(work, unit, wanted, span, ahead=True)
        teacher = await work.messages.class_teacher(unit.id, work.today)
        work.audit("papers.week", "unit", unit.id, unit_id=unit.id, after={"students": len(children)})
        await work.commit()
        return Pages(unit, span, teacher, tuple(children))


async def hand_over(
    ctx: Ctx, unit_id: int, day: date | None, student_id: int, *, handed: bool
) -> PrintedWeek:
    """Tick that the family has the paper, or untick it; twice the same changes nothing.

    Raises `NotFoundError` for a child that has no paper of that week.
    """
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, MAY)
        monday = _monday(work, day)
        found = await _week(work, unit, monday)
        if all(sheet.student.id != student_id for sheet in found.sheets):
            raise NotFoundError(kind="student")
        return await _tick(work, unit, monday, [student_id], handed=handed)


async def hand_over_all(ctx: Ctx, unit_id: int, day: date | None) -> PrintedWeek:
    """Tick every paper of the week that is not handed over yet."""
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, MAY)
        monday = _monday(work, day)
        found = await _week(work, unit, monday)
        return await _tick(work, unit, monday, [one.student.id for one in found.sheets], handed=True)


async def _tick(
    work: Work, unit: Unit, monday: date, students: Sequence[int], *, handed: bool
) -> PrintedWeek:
    author = gate.author(work)
    await work.papers.prepare(unit.id, students, monday, work.now)
    for student in students:
        changed = (
            await work.papers.hand_over(student, monday, author, work.now)
            if handed
            else await work.papers.take_back(student, monday)
        )
        if changed:
            after = {"week": monday.isoformat(), "handed": handed}
            work.audit("papers.handed", "student", student, unit_id=unit.id, after=after)
    found = await _week(work, unit, monday)
    await work.commit()
    return found


async def without_phone(ctx: Ctx, unit_id: int) -> tuple[Unit, list[WithoutPhone]]:
    """The class list, to name the families that get paper."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, MAY)
        return unit, await _without_phone(work, unit)


async def prepare_all(work: Work, day: date) -> list[PrintoutsDue]:
    """The job of the week of that day: papers for every family that gets them; the classes to tell of."""
    if not weekly(work.regulation):
        return []
    monday = week_of(day).first
    found = await work.papers.offline(day, refusers=prescribed_for_refusers(work.regulation))
    for unit, students in found.items():
        await work.papers.prepare(unit, students, monday, work.now)
    return [PrintoutsDue(unit, monday.isoformat()) for unit in found]


async def _week(work: Work, unit: Unit, monday: date) -> PrintedWeek:
    this = week_of(work.today).first
    kept = await work.papers.sheets(unit.id, monday - BACK * WEEK, monday)
    rows = {one.student_id: one for one in kept if one.monday == monday}
    members = {one.id: one for one in await work.people.members(unit.id, work.today)}
    wanted = set(rows)
    if monday >= this - WEEK:
        refusers = prescribed_for_refusers(work.regulation)
        wanted |= set((await work.papers.offline(work.today, [unit.id], refusers=refusers)).get(unit.id, ()))
    gone = wanted - members.keys()
    named = await work.people.persons(gone | {one.handed_by for one in kept if one.handed_by})
    return PrintedWeek(
        unit,
        week_of(monday),
        (
            *(_sheet(one, rows, named) for one in members.values() if one.id in wanted),
            *(_sheet(named[student], rows, named) for student in sorted(gone)),
        ),
        _earlier(kept, monday),
        current=monday == this,
    )


def _sheet(student: Person, rows: Mapping[int, Kept], named: Mapping[int, Person]) -> Sheet:
    kept = rows.get(student.id)
    if kept is None or kept.handed_at is None or kept.handed_by is None:
        return Sheet(student)
    return Sheet(student, Handing(kept.handed_at, named[kept.handed_by]))


def _earlier(kept: Sequence[Kept], monday: date) -> tuple[tuple[date, int, int], ...]:
    """Newest first; `kept` comes so."""
    weeks = groupby((one for one in kept if one.monday < monday), lambda one: one.monday)
    counted = [(week, list(found)) for week, found in weeks]
    return tuple(
        (week, sum(one.handed_at is not None for one in found), len(found)) for week, found in counted
    )


async def _without_phone(work: Work, unit: Unit) -> list[WithoutPhone]:
    members = await work.people.members(unit.id, work.today)
    refusers = prescribed_for_refusers(work.regulation)
    printed = set((await work.papers.offline(work.today, [unit.id], refusers=refusers)).get(unit.id, ()))
    found = await access_of(work, [child_of(one, unit) for one in members])
    return [
        WithoutPhone(
            person,
            person.id in printed,
            refusers
            and not one.family_linked
            and any(adult.state is State.REFUSED for adult in one.guardians),
            one.family_linked,
        )
        for person, one in zip(members, found, strict=True)
    ]


def _monday(work: Work, day: date | None) -> date:
    """The Monday of that day's week, no later than this one: nobody knows next week's results."""
    return min(week_of(day or work.today).first, week_of(work.today).first)
