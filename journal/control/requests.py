"""Teachers' requests: the deputy head allows or declines with a word, and it is recorded.

One piece for what is asked about a lesson and about marks of a period.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.events import EntryDecided, ResultDecided
from journal.model.control import RequestStatus
from journal.model.periods import AskFor
from journal.model.requests import LONGEST, OPEN_FOR, EntryRequest, Request, as_of
from journal.policy import Permission
from journal.ports import Work


async def waiting(ctx: Ctx) -> list[Request]:
    """The requests nobody has decided yet, oldest first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        return [one for one in await _undecided(work) if as_of(one, work.now) == one]


async def ask_word(ctx: Ctx, request_id: int) -> Request:
    """Ask the deputy head for the word with which a request is declined; a decided one is only shown."""
    async with ctx.writing() as work:
        request = await _load(work, request_id)
        if request.status is RequestStatus.WAITING:
            await work.inputs.expect("entry_decline", {"request": request_id})
            await work.commit()
        return request


async def decide(ctx: Ctx, request_id: int, *, allow: bool, word: str = "") -> Request:
    """Open what is asked for until the end of tomorrow (or allow the mark), or decline; decided once, told.

    A page of a period that is closed is opened again with the teacher's reason. What was decided meanwhile is
    returned as it is. Raises `InvalidError("too_long")`.
    """
    answer = " ".join(word.split())
    if len(answer) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    async with ctx.writing() as work:
        await work.serialise("entry_request_decided", request_id)
        request = await _load(work, request_id)
        if request.status is not RequestStatus.WAITING:
            return request
        decided = _granted(work, request) if allow else replace(request, status=RequestStatus.DECLINED)
        decided = replace(decided, answer=answer or None)
        await work.inputs.done()
        await _settle(work, decided, gate.author(work))
        await work.commit()
        return decided


async def expire(work: Work) -> int:
    """Requests that nobody answered while the matter was fresh; a daily job, which commits."""
    stale = [now for one in await _undecided(work) if (now := as_of(one, work.now)) != one]
    for request in stale:
        await _settle(work, request, None)
    return len(stale)


async def _undecided(work: Work) -> list[Request]:
    found: list[Request] = [
        *await work.control.requests(RequestStatus.WAITING),
        *await work.periods.requests(RequestStatus.WAITING),
    ]
    return sorted(found, key=lambda one: one.id)


async def _load(work: Work, request_id: int) -> Request:
    gate.school(work, Permission.OPEN_ENTRY)
    entry = await work.control.request(request_id)
    if entry is not None:
        return as_of(entry, work.now)
    result = await work.periods.request(request_id)
    if result is None:
        raise NotFoundError(kind="entry_request")
    return as_of(result, work.now)


def _granted(work: Work, request: Request) -> Request:
    until = work.school.moment(work.today + OPEN_FOR, time())
    opens = isinstance(request, EntryRequest) or request.kind is AskFor.WINDOW
    return replace(request, status=RequestStatus.GRANTED, open_until=until if opens else None)


async def _settle(work: Work, decided: Request, by: int | None) -> None:
    await work.control.decide(decided, by, work.now)
    entry = isinstance(decided, EntryRequest)
    if not isinstance(decided, EntryRequest) and by is not None and decided.open_until is not None:
        await work.periods.reopen(decided.page, decided.assessment, by, work.now, decided.reason)
    work.audit(
        f"entry.{decided.status}" if entry else f"result.{decided.status}",
        "entry_request",
        decided.id,
        unit_id=decided.lesson.class_id if isinstance(decided, EntryRequest) else decided.page.class_id,
        after=_about(decided),
        reason=decided.answer or decided.reason,
    )
    work.record(EntryDecided(decided.id) if entry else ResultDecided(decided.id))


def _about(request: Request) -> dict[str, object]:
    if isinstance(request, EntryRequest):
        return {"lesson": request.lesson.id, "record": request.record}
    return {"subject": request.page.subject_id, "assessment": request.assessment}
