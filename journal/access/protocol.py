"""The log of issued codes, as it is printed with lines for signatures (R-004)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from journal import gate
from journal.model.codes import Code
from journal.model.people import Child, Person, Unit, child_of
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


class CodeState(StrEnum):
    VALID = "valid"
    USED = "used"
    EXPIRED = "expired"
    LOCKED = "locked"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Issue:
    """One code that was handed out."""

    code: Code
    recipient: Person
    state: CodeState
    child: Child | None = None
    issuer: Person | None = None


async def class_protocol(ctx: Ctx, unit_id: int) -> tuple[Unit, list[Issue]]:
    """Every code of the class's families and students, in the order of issue."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.SEE_ACCESS)
        members = await work.people.members(unit.id, work.today)
        children = {person.id: child_of(person, unit) for person in members}
        return unit, await _issues(work, await work.access.issued_codes(children), children)


async def staff_protocol(ctx: Ctx) -> list[Issue]:
    """Every code of members of staff, in the order of issue."""
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        return await _issues(work, await work.access.issued_codes(None), {})


def state_of(code: Code, now: datetime) -> CodeState:
    """What became of a code by now."""
    if code.redeemed_at is not None:
        return CodeState.USED
    if code.revoked_at is not None:
        return CodeState.REVOKED
    if code.locked_at is not None:
        return CodeState.LOCKED
    return CodeState.VALID if now < code.expires_at else CodeState.EXPIRED


async def _issues(work: Work, codes: list[Code], children: dict[int, Child]) -> list[Issue]:
    issuers = {code.issued_by for code in codes if code.issued_by is not None}
    people = await work.people.persons(issuers | {code.person_id for code in codes})
    return [
        Issue(
            code,
            people[code.person_id],
            state_of(code, work.now),
            children.get(code.student_id or 0),
            people.get(code.issued_by or 0),
        )
        for code in codes
    ]
