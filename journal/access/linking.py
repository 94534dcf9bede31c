"""The moment an account is linked: binding, log, audit, and who hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.events import AccessOpened, GuardianBound, PhoneAdded
from journal.model.access import BindingKind, Hat
from journal.model.codes import AccessEvent, AccessEventKind, Code

if TYPE_CHECKING:
    from journal.ports import Work

_HATS = {
    BindingKind.STAFF: Hat.STAFF,
    BindingKind.GUARDIAN: Hat.GUARDIAN,
    BindingKind.STUDENT: Hat.STUDENT,
}


async def open_waiting(work: Work, code: Code) -> int | None:
    """Link whoever redeemed the code and waited; the paper, or a guardian's consent, has come."""
    if code.redeemed_by is None or code.student_id is None:
        return None
    await work.access.receive_paper(code.student_id, code.redeemed_by)
    binding_id = await link(work, code, code.redeemed_by)
    if binding_id is not None:
        work.record(AccessOpened(binding_id))
    return binding_id


async def link(work: Work, code: Code, account_id: int) -> int | None:
    """Bind the account as its redeemed code says; None where it was bound so already.

    Whoever stands for the child hears that another adult was linked, and a person's other phones hear that
    one was added, so that a stolen slip does not stay unnoticed.
    """
    binding_id = await work.access.bind(code, account_id)
    if binding_id is None:
        return None
    await work.access.wear(account_id, _HATS[code.kind])
    await work.access.log(
        AccessEvent(AccessEventKind.BOUND, code.id, code.person_id, code.student_id, {"account": account_id})
    )
    child = await work.people.child(code.student_id) if code.student_id is not None else None
    work.audit(
        "access.bind",
        "binding",
        binding_id,
        unit_id=child.unit_id if child else None,
        after={"kind": code.kind, "person": code.person_id, "student": code.student_id},
    )
    if code.kind is BindingKind.GUARDIAN:
        work.record(GuardianBound(binding_id))
        await _open_to_student(work, code)
    others = await work.access.bindings_of_people([code.person_id])
    if any(binding.account_id != account_id for binding in others):
        work.record(PhoneAdded(binding_id))
    return binding_id


async def _open_to_student(work: Work, code: Code) -> None:
    """The guardian's consent stands from now on: a student who waited for it gets the own diary."""
    for waiting in await work.access.open_codes([code.student_id or 0]):
        if waiting.kind is BindingKind.STUDENT and waiting.redeemed_by is not None:
            await open_waiting(work, waiting)
