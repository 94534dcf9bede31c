"""Own data and the child's: a guardian says what changed, the class teacher confirms it (R-022)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal import gate
from journal.access import values
from journal.access.mine import mine_of
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.events import ProfileChangeAsked, ProfileChangeDecided
from journal.model.access import Awaited
from journal.model.people import Child, Unit, child_of
from journal.model.profile import ChangeStatus, Field, Profile, ProfileChange
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

VALUE = "profile_value"
# More than anybody moves house in a day; a class teacher is not to be flooded.
A_DAY = 20


@dataclass(frozen=True, slots=True)
class FamilyData:
    """What the school's register holds of the acting adult and of the child, and what waits."""

    child: Child
    own: Profile
    of_child: Profile
    waiting: tuple[ProfileChange, ...]


async def family_data(ctx: Ctx, student_id: int) -> FamilyData:
    """Raises `NotFoundError` for anybody else's child."""
    async with ctx.reading() as work:
        return await _family_data(work, student_id)


async def ask_value(ctx: Ctx, student_id: int, field: Field, *, of_child: bool) -> FamilyData:
    """The new value is awaited; returns what the register holds now."""
    async with ctx.writing() as work:
        found = await _family_data(work, student_id)
        await work.inputs.expect(VALUE, {"student": student_id, "field": field, "of_child": of_child})
        await work.commit()
        return found


async def propose(ctx: Ctx, awaited: Awaited, typed: str) -> ProfileChange:
    """Keep what was typed for the class teacher; an earlier wish about the same value is dropped.

    Raises `InvalidError` for what is no such value or no change, `RefusedError("changes_limited")`.
    """
    student_id, field = awaited.number("student"), _field(awaited)
    value = values.read(field, typed)
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_DATA_CHANGE)
        await work.serialise("account", work.actor.account_id)
        if await work.profiles.asked_today(work.actor.account_id) >= A_DAY:
            raise RefusedError("changes_limited")
        whose = student_id if awaited.payload.get("of_child") else (await mine_of(work, student_id)).person_id
        before = (await work.profiles.profiles([whose]))[whose].values.get(field, "")
        if before == value:
            raise InvalidError("value_unchanged")
        await _drop_earlier(work, student_id, whose, field)
        change_id = await work.profiles.ask(student_id, whose, field, before, value)
        work.audit(
            "people.ask_change",
            "person",
            whose,
            unit_id=child.unit_id,
            after={"field": field, "value": value},
        )
        work.record(ProfileChangeAsked(change_id))
        await work.inputs.done()
        made = await work.profiles.change(change_id)
        await work.commit()
        assert made is not None, "it was just written"  # noqa: S101
        return made


async def take_back(ctx: Ctx, change_id: int) -> int:
    """Whoever asked has changed their mind; returns the child."""
    async with ctx.writing() as work:
        found = await work.profiles.change(change_id)
        if found is None or found.account_id != work.actor.account_id:
            raise NotFoundError(kind="change")
        await gate.student(work, found.student_id, Permission.REPORT_DATA_CHANGE)
        if not await work.profiles.settle(change_id, ChangeStatus.DROPPED):
            raise StaleError("change_decided")
        await work.commit()
        return found.student_id


async def waiting(ctx: Ctx, unit_id: int) -> tuple[Unit, list[tuple[Child, ProfileChange]]]:
    """What the families of a class want changed, the oldest first."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.EDIT_FAMILY_DATA)
        members = {person.id: person for person in await work.people.members(unit.id, work.today)}
        changes = await work.profiles.open_changes(members)
        return unit, [(child_of(members[one.student_id], unit), one) for one in changes]


async def decide(ctx: Ctx, change_id: int, *, confirmed: bool) -> tuple[Child, ProfileChange]:
    """Confirm a change, which takes effect now, or decline it; whoever asked is told.

    Raises `StaleError("change_decided")` where it was decided, taken back, or its asker lost the child.
    """
    async with ctx.writing() as work:
        found = await work.profiles.change(change_id)
        child = await gate.student(work, found.student_id if found else 0, Permission.EDIT_FAMILY_DATA)
        status = ChangeStatus.CONFIRMED if confirmed else ChangeStatus.DECLINED
        if found is None or not await work.profiles.settle(change_id, status):
            raise StaleError("change_decided")
        if confirmed:
            await work.profiles.write(found.person.id, found.field, found.value)
        work.audit(
            f"people.change_{status}",
            "person",
            found.person.id,
            unit_id=child.unit_id,
            before={"field": found.field, "value": found.before},
            after={"field": found.field, "value": found.value} if confirmed else None,
        )
        work.record(ProfileChangeDecided(change_id))
        await work.commit()
        return child, found


async def _family_data(work: Work, student_id: int) -> FamilyData:
    child = await gate.student(work, student_id, Permission.REPORT_DATA_CHANGE)
    own = (await mine_of(work, student_id)).person_id
    found = await work.profiles.profiles([own, student_id])
    open_changes = await work.profiles.open_changes([student_id])
    waiting = tuple(one for one in open_changes if one.account_id == work.actor.account_id)
    return FamilyData(child, found[own], found[student_id], waiting)


async def _drop_earlier(work: Work, student_id: int, person_id: int, field: Field) -> None:
    for one in await work.profiles.open_changes([student_id]):
        if (one.account_id, one.person.id, one.field) == (work.actor.account_id, person_id, field):
            await work.profiles.settle(one.id, ChangeStatus.DROPPED)


def _field(awaited: Awaited) -> Field:
    return Field(str(awaited.payload["field"]))
