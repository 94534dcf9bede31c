"""Teachers' requests to open a lesson: the deputy head allows or declines with a word, and it is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.events import EntryDecided
from journal.lessons.requests import LONGEST, WAITS
from journal.model.control import RequestStatus
from journal.model.requests import EntryRequest
from journal.policy import Permission
from journal.ports import Work

# An opened lesson stays open through the following day.
OPEN_FOR = timedelta(days=2)


async def waiting(ctx: Ctx) -> list[EntryRequest]:
    """The requests nobody has decided yet, oldest first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        return await work.control.requests(RequestStatus.WAITING)


async def ask_word(ctx: Ctx, request_id: int) -> EntryRequest:
    """Ask the deputy head for the word with which a request is declined; a decided one is only shown."""
    async with ctx.writing() as work:
        request = await _load(work, request_id)
        if request.status is RequestStatus.WAITING:
            await work.inputs.expect("entry_decline", {"request": request_id})
            await work.commit()
        return request


async def decide(ctx: Ctx, request_id: int, *, allow: bool, word: str = "") -> EntryRequest:
    """Open the lesson for that record until the end of tomorrow, or decline; decided once, and told.

    What was decided meanwhile is returned as it is. Raises `InvalidError("too_long")`.
    """
    answer = " ".join(word.split())
    if len(answer) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    async with ctx.writing() as work:
        await work.serialise("entry_request_decided", request_id)
        request = await _load(work, request_id)
        if request.status is not RequestStatus.WAITING:
            return request
        decided = replace(
            request,
            status=RequestStatus.GRANTED if allow else RequestStatus.DECLINED,
            answer=answer or None,
            open_until=work.school.moment(work.today + OPEN_FOR, time()) if allow else None,
        )
        await work.inputs.done()
        await _settle(work, decided, gate.author(work))
        await work.commit()
        return decided


async def expire(work: Work) -> int:
    """Requests that nobody answered while the matter was fresh; a daily job, which commits."""
    stale = [
        request for request in await work.control.requests(RequestStatus.WAITING) if _over(request, work.now)
    ]
    for request in stale:
        await _settle(work, replace(request, status=RequestStatus.EXPIRED), None)
    return len(stale)


def _over(request: EntryRequest, now: datetime) -> bool:
    return now >= request.asked_at + WAITS


async def _load(work: Work, request_id: int) -> EntryRequest:
    """The request; one that nobody answered in time has expired, whether the job came by already or not."""
    gate.school(work, Permission.OPEN_ENTRY)
    request = await work.control.request(request_id)
    if request is None:
        raise NotFoundError(kind="entry_request")
    if request.status is RequestStatus.WAITING and _over(request, work.now):
        return replace(request, status=RequestStatus.EXPIRED)
    return request


async def _settle(work: Work, decided: EntryRequest, by: int | None) -> None:
    await work.control.decide(decided, by, work.now)
    work.audit(
        f"entry.{decided.status}",
        "entry_request",
        decided.id,
        unit_id=decided.lesson.class_id,
        after={"lesson": decided.lesson.id, "record": decided.record},
        reason=decided.answer or decided.reason,
    )
    work.record(EntryDecided(decided.id))
