"""Who of a class is connected, who waits, who was never there (R-023)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from journal import gate
from journal.errors import NotFoundError
from journal.model.access import BindingKind
from journal.model.codes import Binding, Code, Consent, Guardianship
from journal.model.people import Capacity, Child, Person, Unit, child_of, name_key
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


class State(StrEnum):
    """How far somebody has come."""

    CONNECTED = "connected"
    # Linked, but the messenger refused the last message.
    UNREACHABLE = "unreachable"
    # Redeemed a code; the class teacher's tick is missing.
    WAITING = "waiting"
    INVITED = "invited"
    NEVER = "never"
    # Refused the diary in writing.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Access:
    """One person's access to one student's diary."""

    kind: BindingKind
    person: Person
    state: State
    capacity: Capacity | None = None
    last_seen_at: datetime | None = None
    # The open code behind `INVITED` and `WAITING`.
    code_id: int | None = None
    code_ends_at: datetime | None = None
    phones: int = 0
    # The consents that stand: their kinds.
    consents: tuple[str, ...] = ()
    refused_on: date | None = None
    # The last day of a linked representative's document.
    expires_on: date | None = None

    @property
    def reached(self) -> bool:
        """Whether a message would arrive, as far as is known."""
        return self.state is State.CONNECTED

    @property
    def linked(self) -> bool:
        return self.state in (State.CONNECTED, State.UNREACHABLE)


@dataclass(frozen=True, slots=True)
class StudentAccess:
    child: Child
    guardians: tuple[Access, ...]
    student: Access
    # Whether the results are printed for the family.
    printed: bool = False

    @property
    def family_linked(self) -> bool:
        return any(guardian.linked for guardian in self.guardians)


async def class_access(ctx: Ctx, unit_id: int) -> tuple[Unit, list[StudentAccess]]:
    """The class in list order; the number of statements does not grow with it."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.SEE_ACCESS)
        members = await work.people.members(unit.id, work.today)
        children = [child_of(person, unit) for person in members]
        return unit, await access_of(work, children)


async def student_access(ctx: Ctx, student_id: int) -> StudentAccess:
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.SEE_ACCESS)
        (found,) = await access_of(work, [child])
        return found


async def guardian_access(ctx: Ctx, student_id: int, guardian_id: int) -> Access:
    """One adult of a child; raises `NotFoundError` where the child has no such adult."""
    found = await student_access(ctx, student_id)
    for guardian in found.guardians:
        if guardian.person.id == guardian_id:
            return guardian
    raise NotFoundError(kind="guardian")


async def person_access(ctx: Ctx, student_id: int, person_id: int) -> Access:
    """One adult of a child, or the child itself."""
    if person_id == student_id:
        return (await student_access(ctx, student_id)).student
    return await guardian_access(ctx, student_id, person_id)


async def headed_classes(ctx: Ctx) -> list[Unit]:
    """The classes whose codes and links the actor may see, for the first screen of access."""
    async with ctx.reading() as work:
        scope = gate.scope(work, Permission.SEE_ACCESS)
        return await work.people.classes(scope)


async def access_of(work: Work, children: Sequence[Child]) -> list[StudentAccess]:
    """How far the families of these children have come, before any gate; seven statements at most."""
    ids = [child.student_id for child in children]
    bindings = await work.access.bindings_of(ids)
    codes = await work.access.open_codes(ids)
    guardianships = await work.access.guardianships(ids)
    consents = await work.access.consents_of(ids)
    printed = await work.access.printed(ids)
    known = {held.guardian_id for held in guardianships} | {held.person_id for held in bindings}
    known |= {code.person_id for code in codes} | set(ids)
    people = await work.people.persons(known)
    return [
        _of_student(
            child,
            [held for held in bindings if held.student_id == child.student_id],
            [code for code in codes if code.student_id == child.student_id],
            [held for held in guardianships if held.student_id == child.student_id],
            [one for one in consents if one.student_id == child.student_id and one.withdrawn_at is None],
            people,
            printed=child.student_id in printed,
        )
        for child in children
    ]


def _of_student(
    child: Child,
    bindings: Sequence[Binding],
    codes: Sequence[Code],
    guardianships: Sequence[Guardianship],
    consents: Sequence[Consent],
    people: dict[int, Person],
    *,
    printed: bool,
) -> StudentAccess:
    registered = {held.guardian_id: held for held in guardianships}
    adults = set(registered)
    adults |= {held.person_id for held in bindings if held.kind is BindingKind.GUARDIAN}
    adults |= {code.person_id for code in codes if code.kind is BindingKind.GUARDIAN}

    def access(kind: BindingKind, person_id: int) -> Access:
        found = _of_person(
            kind,
            people[person_id],
            registered.get(person_id),
            [held for held in bindings if held.kind is kind and held.person_id == person_id],
            [code for code in codes if code.kind is kind and code.person_id == person_id],
        )
        given = tuple(dict.fromkeys(one.kind for one in consents if one.person_id == person_id))
        return replace(found, consents=given)

    ordered = sorted(adults, key=lambda adult: name_key(people[adult]))
    return StudentAccess(
        child,
        tuple(access(BindingKind.GUARDIAN, adult) for adult in ordered),
        access(BindingKind.STUDENT, child.student_id),
        printed,
    )


def _of_person(
    kind: BindingKind,
    person: Person,
    registered: Guardianship | None,
    bindings: Sequence[Binding],
    codes: Sequence[Code],
) -> Access:
    capacity = registered.capacity if registered is not None else None
    if bindings:
        reachable = any(held.unreachable_at is None for held in bindings)
        return Access(
            kind,
            person,
            State.CONNECTED if reachable else State.UNREACHABLE,
            bindings[-1].capacity or capacity,
            _latest(held.last_seen_at for held in bindings),
            phones=len(bindings),
            expires_on=bindings[-1].expires_on,
        )
    if codes:
        code = codes[-1]
        state = State.INVITED if code.redeemed_at is None else State.WAITING
        return Access(kind, person, state, code.capacity or capacity, None, code.id, code.expires_at)
    if registered is not None and registered.refused_on is not None:
        return Access(kind, person, State.REFUSED, capacity, refused_on=registered.refused_on)
    return Access(kind, person, State.NEVER, capacity)


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)
