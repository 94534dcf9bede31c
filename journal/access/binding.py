"""From a code to a binding: the code, the consent, the birth date (R-014, R-019).

Wrong, used, expired, revoked, locked and foreign codes get the same answer after the same work: one look-up,
one attempt noted, one line in the log. Outcomes are values, not errors, since a failure is counted and
committed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.access import codes, limits
from journal.access.consent import ASKED_AT_BINDING, VERSION, lacks_consent, opens_at_once
from journal.access.linking import link
from journal.dates import read_past_date
from journal.errors import RefusedError
from journal.events import AccessWaiting, CodeLocked
from journal.model.access import Actor, BindingKind
from journal.model.codes import AccessEvent, AccessEventKind, Code
from journal.model.people import Capacity, Child, Person

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

# The typed answers that are awaited on the way.
CODE, OFFER, BIRTH_DATE = "code", "binding", "birth_date"


@dataclass(frozen=True, slots=True)
class Refused:
    """The code did not fit, whatever the reason; `until` is set where the account has to wait."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A good code: what it will make of the account. Names nobody before the second factor."""

    kind: BindingKind
    capacity: Capacity | None
    # Nobody is known behind this account yet: say who we are first.
    first: bool
    # The diary will open only when the school holds a consent that it lacks.
    lacks_consent: bool


@dataclass(frozen=True, slots=True)
class AskDate:
    """Consent was given; the child's birth date is awaited."""

    kind: BindingKind


@dataclass(frozen=True, slots=True)
class UnclearDate:
    """What was typed is no date; this counts as no failure."""


@dataclass(frozen=True, slots=True)
class WrongDate:
    """Not that child's birth date; so many tries are left."""

    left: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """All is well, but the class teacher's tick is still to come."""

    kind: BindingKind


@dataclass(frozen=True, slots=True)
class Bound:
    kind: BindingKind
    person: Person
    child: Child | None = None
    capacity: Capacity | None = None


async def ask_code(ctx: Ctx) -> None:
    """The next text is a code."""
    async with ctx.writing() as work:
        await work.inputs.expect(CODE)
        await work.commit()


async def present(ctx: Ctx, typed: str) -> Offer | Refused:
    """Somebody entered a code, by link, QR or keyboard.

    Raises `RefusedError` only for a good code that this account may not take.
    """
    async with ctx.writing() as work:
        await work.serialise("account", work.actor.account_id)
        if until := await _blocked(work):
            return Refused(until)
        found = await work.access.code_by_digest(codes.digest(codes.read_code(typed), work.ctx.secret))
        good = found is not None and found.usable(work.now)
        await work.access.attempt("code", succeeded=good)
        if found is None or not good:
            await work.access.log(AccessEvent(AccessEventKind.REFUSED, found.id if found else None))
            await work.inputs.done()
            await work.commit()
            return Refused()
        _ensure_fits(work.actor, found)
        await work.access.log(_event(AccessEventKind.ACCEPTED, found))
        await work.inputs.expect(OFFER, {"code": found.id, "kind": found.kind})
        await work.commit()
        return await _offer(work, found)


async def _offer(work: Work, code: Code) -> Offer:
    return Offer(code.kind, code.capacity, work.actor.hat is None, await lacks_consent(work, code))


async def offered(ctx: Ctx, code_id: int) -> Offer | None:
    """What the accepted code will make of the account; None where it is not good any more."""
    async with ctx.reading() as work:
        code = await work.access.code(code_id)
        return await _offer(work, code) if code is not None and code.usable(work.now) else None


async def accept(ctx: Ctx, code_id: int) -> AskDate | Bound | Refused:
    """Yes: a family accepted the consent, whose moment travels on to the binding; a colleague enters."""
    async with ctx.writing() as work:
        code = await work.access.code(code_id)
        if code is None or not code.usable(work.now):
            return await _refuse(work, code_id)
        if code.kind is BindingKind.STAFF:
            return await _enter(work, code)
        await work.access.log(_event(AccessEventKind.CONSENT_GIVEN, code))
        carried = {"code": code_id, "kind": code.kind, "accepted": work.now.isoformat()}
        await work.inputs.expect(BIRTH_DATE, carried)
        await work.commit()
        return AskDate(code.kind)


async def decline(ctx: Ctx, code_id: int) -> BindingKind:
    """No: the code stays good, nothing else is kept."""
    async with ctx.writing() as work:
        code = await work.access.code(code_id)
        await work.access.log(AccessEvent(AccessEventKind.CONSENT_DECLINED, code_id))
        await work.inputs.done()
        await work.commit()
        return code.kind if code is not None else BindingKind.GUARDIAN


async def confirm(
    ctx: Ctx, code_id: int, accepted_at: datetime, typed: str
) -> Bound | Waiting | WrongDate | UnclearDate | Refused:
    """The second factor: the child's birth date. Five failures lock the code and tell the class teacher."""
    async with ctx.writing() as work:
        await work.serialise("account", work.actor.account_id)
        if until := await _blocked(work):
            return Refused(until)
        typed_date = read_past_date(typed, work.today)
        if typed_date is None:
            return UnclearDate()
        code = await work.access.code(code_id)
        if code is None or code.student_id is None or not code.usable(work.now):
            return await _refuse(work, code_id)
        born = await work.access.birth_date(code.student_id)
        if born is not None and born != typed_date:
            return await _fail(work, code)
        return await _take(work, code, accepted_at, born)


async def _blocked(work: Work) -> datetime | None:
    """Until when the account has to wait; None if it may try now."""
    return limits.blocked_until(await work.access.failed_at(work.now - limits.LONGEST), work.now)


async def _refuse(work: Work, code_id: int) -> Refused:
    await work.access.attempt("code", succeeded=False)
    await work.access.log(AccessEvent(AccessEventKind.REFUSED, code_id))
    await work.inputs.done()
    await work.commit()
    return Refused()


async def _fail(work: Work, code: Code) -> WrongDate | Refused:
    allowed = work.regulation.access.code_failures
    await work.access.attempt("birth_date", succeeded=False)
    await work.access.log(_event(AccessEventKind.DATE_FAILED, code))
    counted = await work.access.fail(code.id, allowed)
    if counted is None:
        return await _refuse(work, code.id)
    if counted.locked_at is not None:
        await work.access.log(_event(AccessEventKind.LOCKED, code))
        work.record(CodeLocked(code.id))
        await work.inputs.done()
    await work.commit()
    return Refused() if counted.locked_at else WrongDate(allowed - counted.failures)


async def _enter(work: Work, code: Code) -> Bound | Refused:
    """A member of staff takes the own code: the account gets the person's roles."""
    _ensure_fits(work.actor, code)
    if not await work.access.redeem(code.id):
        return await _refuse(work, code.id)
    await link(work, code, work.actor.account_id)
    await work.inputs.done()
    person = await work.people.person(code.person_id)
    await work.commit()
    assert person is not None, "a foreign key holds it"  # noqa: S101
    return Bound(code.kind, person)


async def _take(
    work: Work, code: Code, accepted_at: datetime, born: date | None
) -> Bound | Waiting | Refused:
    _ensure_fits(work.actor, code)
    if not await work.access.redeem(code.id):
        return await _refuse(work, code.id)
    open_now = await opens_at_once(work, code, verified=born is not None)
    covered = open_now and work.regulation.access.consent_required.on_paper
    await work.access.add_consents(code, ASKED_AT_BINDING, VERSION, accepted_at, covered=covered)
    await work.access.attempt("birth_date", succeeded=True)
    await work.inputs.done()
    if not open_now:
        await work.access.log(_event(AccessEventKind.REDEEMED, code))
        work.record(AccessWaiting(code.id))
        await work.commit()
        return Waiting(code.kind)
    await link(work, code, work.actor.account_id)
    person = await work.people.person(code.person_id)
    child = await work.people.child(code.student_id or 0)
    await work.commit()
    assert person is not None, "a foreign key holds it"  # noqa: S101
    return Bound(code.kind, person, child, code.capacity)


def _ensure_fits(actor: Actor, code: Code) -> None:
    """A student's account is the student's alone (R-007), and a colleague's is one colleague's."""
    if code.kind is BindingKind.STUDENT:
        if actor.roles or actor.children or actor.student_id not in (None, code.student_id):
            raise RefusedError("student_code_elsewhere")
    elif actor.student_id is not None:
        raise RefusedError("code_not_for_students")
    elif code.kind is BindingKind.STAFF and actor.roles and actor.person_id != code.person_id:
        raise RefusedError("account_of_another_colleague")


def _event(kind: AccessEventKind, code: Code) -> AccessEvent:
    return AccessEvent(kind, code.id, code.person_id, code.student_id)
