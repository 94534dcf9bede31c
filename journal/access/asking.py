"""The typed answers that the staff's part of access asks for; the gate stands at what they are used for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.dates import read_date
from journal.errors import InvalidError
from journal.model.access import Awaited

if TYPE_CHECKING:
    from journal.context import Ctx

DOCUMENT_END, REASON = "access_document_end", "access_reason"
EXTENSION = "access_extension"
ADULT, STAFF_REASON = "access_adult", "access_staff_reason"


async def ask_document_end(ctx: Ctx, student_id: int, guardian_id: int) -> None:
    """The last day of a power of attorney is awaited."""
    await _ask(ctx, DOCUMENT_END, student_id, guardian_id)


async def ask_extension(ctx: Ctx, student_id: int, guardian_id: int) -> None:
    """The last day of a new power of attorney is awaited."""
    await _ask(ctx, EXTENSION, student_id, guardian_id)


async def ask_reason(ctx: Ctx, student_id: int, person_id: int) -> None:
    """The reason for ending somebody's access is awaited."""
    await _ask(ctx, REASON, student_id, person_id)


async def ask_adult(ctx: Ctx, student_id: int) -> None:
    """The names of an adult of the child are awaited."""
    await _ask(ctx, ADULT, student_id, 0)


async def ask_staff_reason(ctx: Ctx, person_id: int) -> None:
    """The reason for ending a colleague's access is awaited."""
    await _ask(ctx, STAFF_REASON, 0, person_id)


async def answered(ctx: Ctx) -> None:
    async with ctx.writing() as work:
        await work.inputs.done()
        await work.commit()


def document_end(awaited: Awaited, typed: str, today: date) -> tuple[int, int, date]:
    """Student, adult and the day that was typed; raises `InvalidError("date_unclear")`."""
    day = read_date(typed, today)
    if day is None:
        raise InvalidError("date_unclear")
    return *whose(awaited), day


def whose(awaited: Awaited) -> tuple[int, int]:
    """Student and person that the question was about."""
    return int(str(awaited.payload["student"])), int(str(awaited.payload["person"]))


async def _ask(ctx: Ctx, kind: str, student_id: int, person_id: int) -> None:
    async with ctx.writing() as work:
        await work.inputs.expect(kind, {"student": student_id, "person": person_id})
        await work.commit()
