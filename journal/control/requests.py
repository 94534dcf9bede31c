"""Teachers' requests to open a lesson: the deputy head allows or declines, and it is recorded."""

from dataclasses import replace
from datetime import time, timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.control import EntryRequest
from journal.policy import Permission

# An opened lesson stays open through the following day.
OPEN_FOR = timedelta(days=2)
WAITING, GRANTED, DECLINED = "waiting", "granted", "declined"


async def waiting(ctx: Ctx) -> list[EntryRequest]:
    """The requests nobody has decided yet, oldest first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        return await work.control.requests(WAITING)


async def decide(ctx: Ctx, request_id: int, *, allow: bool) -> EntryRequest:
    """Open the lesson for that record until the end of tomorrow, or decline; decided once."""
    async with ctx.writing() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        await work.serialise("entry_request_decided", request_id)
        request = await work.control.request(request_id)
        if request is None:
            raise NotFoundError(kind="entry_request")
        if request.status != WAITING:
            return request
        decided = replace(request, status=GRANTED if allow else DECLINED)
        until = work.school.moment(work.today + OPEN_FOR, time()) if allow else None
        await work.control.decide(decided, work.actor.person_id or 0, work.now, until)
        work.audit(
            f"entry.{decided.status}",
            "entry_request",
            request_id,
            unit_id=request.lesson.class_id,
            after={"lesson": request.lesson.id, "record": request.record},
            reason=request.reason,
        )
        await work.commit()
        return decided
