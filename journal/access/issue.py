"""Codes for families: for one child, or for a whole class at once (R-003, R-018)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal import gate
from journal.access import codes
from journal.errors import InvalidError, NotFoundError, RefusedError
from journal.model.access import BindingKind
from journal.model.codes import AccessEvent, AccessEventKind, Guardianship, NewCode
from journal.model.people import Capacity, Child, Person, Unit, child_of, name_key
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


PERMISSIONS = {
    BindingKind.GUARDIAN: Permission.ISSUE_GUARDIAN_CODES,
    BindingKind.STUDENT: Permission.ISSUE_STUDENT_CODES,
}


@dataclass(frozen=True, slots=True)
class Issued:
    """A fresh code with its text, which exists only here and on the slip."""

    text: str = field(repr=False)
    kind: BindingKind
    person: Person
    expires_at: datetime
    child: Child | None = None
    capacity: Capacity | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a code is for."""

    kind: BindingKind
    person: Person
    child: Child | None = None
    capacity: Capacity | None = None
    capacity_expires_on: date | None = None


async def issue_guardian_code(
    ctx: Ctx, student_id: int, guardian_id: int, capacity: Capacity, expires_on: date | None = None
) -> Issued:
    """A code by which one adult will be linked to one child, in that capacity.

    A representative acts by a document that ends: `expires_on` is its last day. Raises `InvalidError` where
    it is missing or over, `NotFoundError` where the register knows no such adult of the child.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.ISSUE_GUARDIAN_CODES)
        known = await work.access.guardianships([student_id])
        person = await work.people.person(guardian_id)
        if person is None or all(held.guardian_id != guardian_id for held in known):
            raise NotFoundError(kind="guardian")
        if any(held.guardian_id == guardian_id and held.refused_on for held in known):
            raise RefusedError("service_refused")
        expires_on = document_end(capacity, expires_on, work.today)
        await work.access.set_capacity(guardian_id, student_id, capacity, expires_on)
        recipient = Recipient(BindingKind.GUARDIAN, person, child, capacity, expires_on)
        (issued,) = await issue(work, [recipient])
        await work.commit()
        return issued


async def issue_student_code(ctx: Ctx, student_id: int) -> Issued:
    """A code for the student's own account."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.ISSUE_STUDENT_CODES)
        (issued,) = await issue(work, [_student(child)])
        await work.commit()
        return issued


async def class_codes_wanted(ctx: Ctx, unit_id: int, kind: BindingKind) -> tuple[Unit, int]:
    """How many codes `issue_class_codes` would make now."""
    async with ctx.reading() as work:
        unit, recipients = await _class_recipients(work, unit_id, kind)
        return unit, len(recipients)


async def issue_class_codes(ctx: Ctx, unit_id: int, kind: BindingKind) -> tuple[Unit, list[Issued]]:
    """Codes for everybody of the class who is not connected yet: its guardians, or its students.

    Codes handed out before and not used stop working, since their texts are known to nobody. Raises
    `RefusedError("all_connected")` where nobody is left.
    """
    async with ctx.writing() as work:
        unit, recipients = await _class_recipients(work, unit_id, kind)
        issued = await issue(work, recipients)
        await work.commit()
        return unit, issued


async def issue(work: Work, recipients: Sequence[Recipient]) -> list[Issued]:
    """Make, store and log the codes; the caller has passed the gate and commits."""
    expires_at = work.now + timedelta(days=work.regulation.access.code_life_days)
    texts = [codes.new_code() for _ in recipients]
    await work.access.replace_codes([_holder(recipient) for recipient in recipients])
    ids = await work.access.add_codes(
        [
            NewCode(
                codes.digest(text, work.ctx.secret),
                recipient.kind,
                recipient.person.id,
                expires_at,
                recipient.child.student_id if recipient.child else None,
                recipient.capacity,
                recipient.capacity_expires_on,
            )
            for text, recipient in zip(texts, recipients, strict=True)
        ]
    )
    await work.access.log(
        *(
            AccessEvent(AccessEventKind.ISSUED, code_id, person_id, student_id)
            for code_id, (_, person_id, student_id) in zip(ids, map(_holder, recipients), strict=True)
        )
    )
    return [
        Issued(text, to.kind, to.person, expires_at, to.child, to.capacity)
        for text, to in zip(texts, recipients, strict=True)
    ]


def _holder(recipient: Recipient) -> tuple[BindingKind, int, int | None]:
    return recipient.kind, recipient.person.id, recipient.child.student_id if recipient.child else None


def _student(child: Child) -> Recipient:
    person = Person(child.student_id, child.last_name, child.first_name)
    return Recipient(BindingKind.STUDENT, person, child)


async def _class_recipients(work: Work, unit_id: int, kind: BindingKind) -> tuple[Unit, list[Recipient]]:
    if kind not in PERMISSIONS:
        raise NotFoundError(kind="unit")
    unit = await gate.unit(work, unit_id, PERMISSIONS[kind])
    members = await work.people.members(unit.id, work.today)
    recipients = await _not_connected(work, [child_of(person, unit) for person in members], kind)
    if not recipients:
        raise RefusedError("all_connected")
    return unit, recipients


async def _not_connected(work: Work, children: Sequence[Child], kind: BindingKind) -> list[Recipient]:
    """Whoever of that kind is neither linked nor waiting, in class list order; four statements at most."""
    by_id = {child.student_id: child for child in children}
    known = {(held.person_id, held.student_id) for held in await work.access.bindings_of(by_id)}
    waiting = [code for code in await work.access.open_codes(by_id) if code.redeemed_at is not None]
    known |= {(code.person_id, code.student_id) for code in waiting}
    if kind is BindingKind.STUDENT:
        return [_student(child) for child in children if (child.student_id, child.student_id) not in known]
    missing = [
        held
        for held in await work.access.guardianships(by_id)
        if (held.guardian_id, held.student_id) not in known
        and not held.over(work.today)
        and held.refused_on is None
    ]
    adults = await work.people.persons({held.guardian_id for held in missing})
    places = {student_id: place for place, student_id in enumerate(by_id)}
    missing.sort(key=lambda held: (places[held.student_id], name_key(adults[held.guardian_id])))
    return [_guardian(held, adults[held.guardian_id], by_id[held.student_id]) for held in missing]


def _guardian(held: Guardianship, person: Person, child: Child) -> Recipient:
    return Recipient(BindingKind.GUARDIAN, person, child, held.capacity, held.expires_on)


def document_end(capacity: Capacity, expires_on: date | None, today: date) -> date | None:
    """The last day of a representative's document; raises `InvalidError` where it is missing or over."""
    if capacity is not Capacity.REPRESENTATIVE:
        return None
    if expires_on is None:
        raise InvalidError("document_end_missing")
    if expires_on < today:
        raise InvalidError("document_over", day=expires_on)
    return expires_on
