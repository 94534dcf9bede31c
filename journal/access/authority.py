"""A representative's power of attorney: warned of before its end, extended by the class teacher (R-018).

What ends the access itself on the day is `ending.end_expired`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal import gate
from journal.access.issue import document_end
from journal.errors import NotFoundError
from journal.events import AuthorityEnding
from journal.model.codes import AccessEvent, AccessEventKind
from journal.model.people import Capacity
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

# Days before the last one on which whoever is concerned is warned.
WARNED = (14, 3)


async def extend(ctx: Ctx, student_id: int, guardian_id: int, until: date) -> None:
    """The adult brought a new document: the access stays open to its last day, without a new code.

    Raises `InvalidError("document_over")` for a day gone by, `NotFoundError` where there is no such access.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.ISSUE_GUARDIAN_CODES)
        last = document_end(Capacity.REPRESENTATIVE, until, work.today)
        if last is None or not await work.access.extend_bindings(guardian_id, student_id, last):
            raise NotFoundError(kind="binding")
        await work.access.set_capacity(guardian_id, student_id, Capacity.REPRESENTATIVE, last)
        details = {"until": last.isoformat()}
        await work.access.log(AccessEvent(AccessEventKind.EXTENDED, None, guardian_id, student_id, details))
        after = {"person": guardian_id, **details}
        work.audit("access.extend", "student", student_id, unit_id=child.unit_id, after=after)
        await work.inputs.done()
        await work.commit()


async def due_warnings(work: Work) -> list[AuthorityEnding]:
    """The warnings that are due by now, told or not; the caller leaves out those that were."""
    held = await work.access.expiring_bindings(work.today, work.today + timedelta(days=max(WARNED)))
    return [
        AuthorityEnding(one.id, one.expires_on.isoformat(), _stage((one.expires_on - work.today).days))
        for one in held
        if one.expires_on is not None
    ]


def _stage(left: int) -> int:
    """The warning that so many days call for: the nearest one not yet past."""
    return min(days for days in WARNED if days >= left)
