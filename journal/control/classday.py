"""The class teacher's day: who is absent and why, which pages are empty, whom to call (R-044)."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal import class_lists, gate
from journal.absences.review import waiting
from journal.access.overview import StudentAccess, access_of
from journal.at_risk import listing
from journal.context import Ctx
from journal.control import roll
from journal.control.pages import unfilled
from journal.model.attendance import AbsenceNote, DayAbsence, NoteStatus
from journal.model.control import Call, ClassDay, LateArrival
from journal.model.people import Person, Unit, child_of
from journal.policy import Permission
from journal.ports import Work


async def headed(ctx: Ctx) -> list[Unit]:
    """The classes whose day the actor answers for."""
    async with ctx.reading() as work:
        return await work.people.classes(gate.scope(work, Permission.DECIDE_ABSENCE_NOTE))


async def class_day(ctx: Ctx, unit_id: int) -> ClassDay:
    """Today in a class the actor heads; the number of statements does not grow with the class."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.DECIDE_ABSENCE_NOTE)
        members = await work.people.members(unit.id, work.today)
        named = {person.id: person for person in members}
        registers = await work.control.registers_of(unit.id, work.today)
        absences = await work.absences.of_class(unit.id, work.today, work.today)
        notes = await waiting(work, unit.id)
        away = roll.absent_now(registers)
        linked = await access_of(work, [child_of(person, unit) for person in members])
        unreachable = _unreachable(linked, named)
        lessons = await work.lessons.of_unit(unit.id, work.today, work.today)
        return ClassDay(
            unit=unit,
            day=work.today,
            students=len(members),
            present=len(members) - len(away & named.keys()) if registers else None,
            absent_now=tuple(person for person in members if person.id in away),
            absences=tuple(absences),
            late=tuple(
                LateArrival(named[student], slot)
                for student, slot in roll.late(registers)
                if student in named
            ),
            eating=roll.eating(registers),
            waiting=notes,
            unfilled=tuple(await unfilled(work, lessons)),
            unconnected=tuple(named[item.child.student_id] for item in linked if not item.family_linked),
            unreachable=unreachable,
            deaf=_deaf(linked, named),
            to_call=_to_call(work, members, notes, absences, unreachable, linked),
            list_due=await _list_due(work, unit),
            need_help=await _need_help(work, unit, members),
        )


async def calls(ctx: Ctx, unit_id: int) -> tuple[Unit, list[Call]]:
    """The families of the class to be called today; only to them are the numbers shown."""
    today = await class_day(ctx, unit_id)
    alarmed = {student.id for note, student in today.waiting if note.status is NoteStatus.MISSING}
    async with ctx.reading() as work:
        adults = await work.control.adults_of([person.id for person in today.to_call])
    return today.unit, [
        Call(person, person.id in alarmed, tuple(adults.get(person.id, ()))) for person in today.to_call
    ]


async def _need_help(work: Work, unit: Unit, members: Sequence[Person]) -> tuple[Person, ...]:
    """Those of the class who need help in the period that runs; none in the holidays."""
    period = await work.periods.running(unit.year_id, unit.grade, work.today)
    if period is None:
        return ()
    return tuple(one.student for one in await listing.concerns(work, members, period))


async def _list_due(work: Work, unit: Unit) -> date | None:
    """By when the list is to be confirmed, unless it was."""
    due_on = class_lists.due(work)
    return None if await work.class_lists.confirmations([unit.id], due_on) else due_on


def _unreachable(linked: Sequence[StudentAccess], named: dict[int, Person]) -> tuple[Person, ...]:
    """Children with linked adults of whom the messenger reaches nobody."""
    return tuple(
        named[item.child.student_id]
        for item in linked
        if item.family_linked and not any(adult.reached for adult in item.guardians)
    )


def _deaf(linked: Sequence[StudentAccess], named: dict[int, Person]) -> tuple[tuple[Person, Person], ...]:
    """Linked adults whom the messenger does not reach, each with the child."""
    return tuple(
        (adult.person, named[item.child.student_id])
        for item in linked
        for adult in item.guardians
        if adult.linked and not adult.reached
    )


def _to_call(
    work: Work,
    members: Sequence[Person],
    notes: Sequence[tuple[AbsenceNote, Person]],
    absences: Sequence[DayAbsence],
    unreachable: Sequence[Person],
    linked: Sequence[StudentAccess],
) -> tuple[Person, ...]:
    """Missing children whose family has been silent too long, and absent ones whom no message reaches."""
    silent: timedelta = work.regulation.attendance.call_after
    alarmed = {
        student.id
        for note, student in notes
        if note.status is NoteStatus.MISSING and work.now - note.created_at >= silent
    }
    deaf = {person.id for person in unreachable}
    deaf |= {item.child.student_id for item in linked if not item.family_linked}
    unexplained = {item.student.id for item in absences if not item.explained}
    return tuple(person for person in members if person.id in alarmed | (deaf & unexplained))
