"""One's own access to a diary: each consent and each phone is decided upon by itself (R-020).

A withdrawal is a person's, on all of the person's phones; unlinking is a phone's. The journal itself stays in
either case: the law obliges the school to keep it, and the note of the withdrawal names that ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal import gate
from journal.access.consent import ConsentKind
from journal.access.ending import WITHDRAWN, end, end_unfounded
from journal.access.mine import mine_of
from journal.errors import RefusedError
from journal.events import FamilyDecided
from journal.model.access import BindingKind
from journal.model.access_news import Decision
from journal.model.codes import AccessEvent, AccessEventKind, Binding, Consent
from journal.model.people import Child
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

# Individual records of results are kept by law, whatever the family consents to.
GROUND = "152-ФЗ, ст. 6 ч. 1 п. 2, ст. 9 ч. 2; 273-ФЗ, ст. 28 ч. 3 п. 10, 11"
# Without these two nothing could be shown here: taking either back ends the access.
_CARRYING = {ConsentKind.PROCESSING: Decision.PROCESSING, ConsentKind.MESSENGER: Decision.MESSENGER}
_UNLINKED = "own_wish"


@dataclass(frozen=True, slots=True)
class OwnAccess:
    """One's own access to one diary: what was agreed to, and the phones under the own name."""

    child: Child
    binding: Binding
    phones: tuple[Binding, ...]
    consents: dict[ConsentKind, Consent]

    def standing(self, kind: ConsentKind) -> Consent | None:
        """The consent of that kind, where it stands now."""
        found = self.consents.get(kind)
        return found if found is not None and found.withdrawn_at is None else None

    @property
    def consents_asked(self) -> bool:
        """A student's own account rests on a guardian's consent and gives none itself."""
        return self.binding.kind is BindingKind.GUARDIAN


async def own_access(ctx: Ctx, student_id: int) -> OwnAccess:
    """The acting account's access to that diary; raises `NotFoundError` for anybody else's."""
    async with ctx.reading() as work:
        child = await gate.student(work, student_id, Permission.READ_DIARY)
        mine = await mine_of(work, student_id)
        consents = await work.access.consents_of([student_id])
        latest = {ConsentKind(one.kind): one for one in consents if one.person_id == mine.person_id}
        return OwnAccess(child, mine.binding, tuple(mine.phones), latest)


async def all_access(ctx: Ctx) -> list[Child]:
    """The children, or the student, whose diary is one's own."""
    student_id = ctx.actor.student_id
    if student_id is None:
        return list(ctx.actor.children)
    async with ctx.reading() as work:
        own = await work.people.child(student_id)
        return [*([own] if own is not None else []), *ctx.actor.children]


async def give(ctx: Ctx, student_id: int, kind: ConsentKind, version: str) -> None:
    """Consent to one thing more; consent that stands already is left as it is."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.GIVE_CONSENT)
        mine = await mine_of(work, student_id)
        if await _stands(work, student_id, mine.person_id, kind):
            return
        await work.access.give_consent(mine.binding, kind, version)
        await work.access.log(
            AccessEvent(AccessEventKind.CONSENT_GIVEN, None, mine.person_id, student_id, {"consent": kind})
        )
        work.audit(
            "access.consent",
            "student",
            student_id,
            unit_id=child.unit_id,
            after={"consent": kind, "person": mine.person_id, "version": version},
        )
        await work.commit()


async def withdraw(ctx: Ctx, student_id: int, kind: ConsentKind) -> bool:
    """Take a consent back; whether the access ended with it.

    Without the consent to processing none of the others can stand. Raises `RefusedError("consent_absent")`
    where none stands.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.GIVE_CONSENT)
        mine = await mine_of(work, student_id)
        if kind not in _CARRYING and not await _stands(work, student_id, mine.person_id, kind):
            raise RefusedError("consent_absent")
        await _note(work, child, mine.binding, kind)
        if kind in _CARRYING:
            await end(work, mine.phones, WITHDRAWN)
            await end_unfounded(work, student_id)
        work.record(FamilyDecided(mine.binding.id, _CARRYING.get(kind, Decision.PHOTO)))
        await work.commit()
        return kind in _CARRYING


async def unlink(ctx: Ctx, student_id: int) -> None:
    """A guardian, or a student, leaves the diary on this phone; others of the same person stay."""
    async with ctx.writing() as work:
        await gate.student(work, student_id, Permission.READ_DIARY)
        mine = await mine_of(work, student_id)
        here = [held for held in mine.phones if held.account_id == work.actor.account_id]
        await end(work, here, _UNLINKED)
        if mine.binding.kind is BindingKind.GUARDIAN:
            work.record(FamilyDecided(mine.binding.id, Decision.UNLINKED))
        await work.commit()


async def _stands(work: Work, student_id: int, person_id: int, kind: ConsentKind) -> bool:
    consents = await work.access.consents_of([student_id])
    return any(
        one.person_id == person_id and one.kind == kind and one.withdrawn_at is None for one in consents
    )


async def _note(work: Work, child: Child, mine: Binding, kind: ConsentKind) -> None:
    """Withdraw in the list of consents, in the log and in the audit chain, with the ground of what stays."""
    ended = tuple(ConsentKind) if kind is ConsentKind.PROCESSING else (kind,)
    await work.access.withdraw_consents(mine.person_id, child.student_id, ended)
    stays = {"stays": GROUND} if kind is ConsentKind.PROCESSING else {}
    details = {"consent": kind, **stays}
    await work.access.log(
        AccessEvent(AccessEventKind.CONSENT_WITHDRAWN, None, mine.person_id, child.student_id, details)
    )
    work.audit(
        "access.withdraw",
        "student",
        child.student_id,
        unit_id=child.unit_id,
        before={"consents": list(ended), "person": mine.person_id},
        after=stays or None,
        reason=f"consent_withdrawn:{kind}",
    )
