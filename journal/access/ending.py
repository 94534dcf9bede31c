"""How access ends: by the school's hand, by its holder's, by a document's end, by a departure.

One guardian never unlinks another, having equal rights: only the class teacher or the administrator (G17).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from journal import gate
from journal.errors import InvalidError, NotFoundError
from journal.events import AuthorityEnding, BindingDisowned
from journal.model.access import BindingKind
from journal.model.codes import AccessEvent, AccessEventKind, Binding
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


class EndReason(StrEnum):
    """The usual reasons; another one is written out."""

    FAMILY_ASKED = "family_asked"
    DOCUMENT = "document"
    PHONE_LOST = "phone_lost"
    OTHER = "other"


EXPIRED, DEPARTED, DISOWNED, WITHDRAWN = "document_over", "departed", "not_me", "consent_withdrawn"
REASON_LIMIT = 300


async def revoke(ctx: Ctx, student_id: int, person_id: int, reason: str) -> int:
    """End a person's access to the student's diary: every linked phone, every open code.

    The class teacher or the administrator does so, and says why. Returns how many links ended; raises
    `InvalidError("reason_missing")`.
    """
    said = " ".join(reason.split())[:REASON_LIMIT]
    if not said:
        raise InvalidError("reason_missing")
    async with ctx.writing() as work:
        await gate.student(work, student_id, Permission.SEE_ACCESS)
        ended = await cut_off(work, student_id, person_id, said)
        await work.commit()
        return ended


async def cut_off(work: Work, student_id: int, person_id: int, reason: str) -> int:
    """End every link and every open code of that person for that student, after the gate."""
    held = await work.access.bindings_of([student_id])
    ended = await end(work, [one for one in held if one.person_id == person_id], reason)
    for code in await work.access.open_codes([student_id]):
        if code.person_id == person_id and await work.access.cancel_code(code.id, reason):
            await work.access.log(
                AccessEvent(AccessEventKind.REVOKED, code.id, person_id, student_id, {"reason": reason})
            )
    return ended


async def revoke_staff(ctx: Ctx, person_id: int, reason: str) -> int:
    """End a colleague's access on every phone; the administrator's part."""
    said = " ".join(reason.split())[:REASON_LIMIT]
    if not said:
        raise InvalidError("reason_missing")
    async with ctx.writing() as work:
        gate.school(work, Permission.EDIT_ACCOUNTS)
        held = await work.access.bindings_of_people([person_id])
        ended = await end(work, [one for one in held if one.kind is BindingKind.STAFF], said)
        await work.access.replace_codes([(BindingKind.STAFF, person_id, None)])
        await work.commit()
        return ended


async def disown(ctx: Ctx, binding_id: int) -> None:
    """«Это был не я»: a person cuts off a phone that was linked under the own name; the school hears."""
    async with ctx.writing() as work:
        found = await work.access.binding(binding_id)
        own = await _own(work, found)
        if found is None or not own:
            raise NotFoundError(kind="binding")
        await end(work, [found], DISOWNED)
        # A slip that fell into other hands may not be the only one.
        for code in await work.access.open_codes([found.student_id] if found.student_id else []):
            if code.person_id == found.person_id:
                await work.access.cancel_code(code.id, DISOWNED)
        await work.access.log(_event(AccessEventKind.DISOWNED, found))
        work.record(BindingDisowned(binding_id))
        await work.commit()


async def end_expired(work: Work) -> int:
    """Representatives whose power of attorney ran out are unlinked (R-018); a daily job, which commits."""
    expired = await work.access.expired_bindings(work.today)
    for held in expired:
        if held.expires_on is not None:
            work.record(AuthorityEnding(held.id, held.expires_on.isoformat(), 0))
    return await end(work, expired, EXPIRED)


async def end_departed(work: Work) -> int:
    """Students who left lose every binding and every open code (R-025); a daily job, which commits."""
    departed = await work.access.departed_with_access(work.today)
    for code in await work.access.open_codes(departed):
        await work.access.cancel_code(code.id, DEPARTED)
    return await end(work, await work.access.bindings_of(departed), DEPARTED)


async def end(work: Work, bindings: Sequence[Binding], reason: str) -> int:
    """End the bindings, in the log and in the audit chain of the class."""
    for held in bindings:
        child = await work.people.child(held.student_id) if held.student_id is not None else None
        await work.access.log(_event(AccessEventKind.UNBOUND, held, reason))
        work.audit(
            "access.end",
            "binding",
            held.id,
            unit_id=child.unit_id if child else None,
            before={"kind": held.kind, "person": held.person_id, "student": held.student_id},
            reason=reason,
        )
    return await work.access.end_bindings([held.id for held in bindings], reason)


async def end_unfounded(work: Work, student_id: int) -> None:
    """A student's own account rests on a guardian's consent: with the last one it ends too."""
    on_paper = work.regulation.access.consent_required.on_paper
    if await work.access.consented(student_id, on_paper=on_paper):
        return
    held = await work.access.bindings_of([student_id])
    await end(work, [one for one in held if one.kind is BindingKind.STUDENT], WITHDRAWN)


async def _own(work: Work, found: Binding | None) -> bool:
    """Whether the acting account, linked before, is the same person's as the binding in question."""
    if found is None or found.account_id == work.actor.account_id:
        return False
    others = await work.access.bindings_of_people([found.person_id])
    return any(
        held.account_id == work.actor.account_id and held.bound_at <= found.bound_at for held in others
    )


def _event(kind: AccessEventKind, held: Binding, reason: str | None = None) -> AccessEvent:
    details = {"binding": held.id, **({"reason": reason} if reason else {})}
    return AccessEvent(kind, None, held.person_id, held.student_id, details)
