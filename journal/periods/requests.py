"""What the regulation refuses and the deputy head may allow: asked with a reason, decided once, logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, StaleError
from journal.events import ResultAsked, ResultDecided
from journal.model.control import RequestStatus
from journal.model.periods import AskFor, Assessment, Place, ResultPage, ResultRequest
from journal.model.results import ResultSheet
from journal.periods.drafting import LONGEST_REASON
from journal.periods.page import OPEN_FOR, keyed, load, located
from journal.policy import Permission
from journal.ports import Work


async def ask_why(ctx: Ctx, place: Place, student_id: int = 0) -> ResultSheet:
    """Ask the teacher what the deputy head is to be told; a student is named where marks are too few."""
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.ENTER_RESULTS)
        found = await load(work, page, assessment)
        if student_id and found.of(student_id) is None:
            raise StaleError()
        await work.inputs.expect("result_request", {**keyed(place), "student": student_id})
        await work.commit()
        return found


async def ask(ctx: Ctx, place: Place, student_id: int, text: str) -> ResultSheet:
    """Record the request; one that waits already is not doubled. Raises `InvalidError("reason_missing")`."""
    reason = " ".join(text.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise InvalidError("reason_missing")
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.ENTER_RESULTS)
        await work.serialise(f"result_request:{assessment.code}:{page.subject_id}", page.unit_id)
        found = await load(work, page, assessment)
        if student_id and found.of(student_id) is None:
            raise StaleError()
        kind = AskFor.MARKS if student_id else AskFor.WINDOW
        asked = [
            one
            for one in await work.periods.requests_of(page, assessment)
            if one.status == RequestStatus.WAITING and one.kind is kind and _student_of(one) == student_id
        ]
        if not asked:
            person = gate.author(work)
            number = await work.periods.ask(
                page, assessment, student_id or None, kind, reason, person, work.now
            )
            work.audit(
                "result.ask",
                "entry_request",
                number,
                unit_id=page.class_id,
                after={
                    "subject": page.subject_id,
                    "assessment": assessment.code,
                    "student": student_id or None,
                },
                reason=reason,
            )
            work.record(ResultAsked(number))
        await work.inputs.done()
        await work.commit()
        return found


async def waiting(ctx: Ctx) -> list[ResultRequest]:
    """The requests about period marks that nobody has decided yet, oldest first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        return await work.periods.requests(RequestStatus.WAITING)


async def decide(ctx: Ctx, request_id: int, *, allow: bool) -> ResultRequest:
    """Open the page until the end of tomorrow, or allow the student's mark, or decline; decided once.

    A page that is closed is opened again with the teacher's reason.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.OPEN_ENTRY)
        await work.serialise("entry_request_decided", request_id)
        request = await work.periods.request(request_id)
        if request is None:
            raise NotFoundError(kind="entry_request")
        if request.status != RequestStatus.WAITING:
            return request
        decided = replace(request, status=RequestStatus.GRANTED if allow else RequestStatus.DECLINED)
        until = work.school.moment(work.today + OPEN_FOR, time())
        opens = allow and request.kind is AskFor.WINDOW
        by = gate.author(work)
        await work.periods.decide(decided, by, work.now, until if opens else None)
        if opens:
            await work.periods.reopen(request.page, request.assessment, by, work.now, request.reason)
        work.audit(
            f"result.{decided.status}",
            "entry_request",
            request_id,
            unit_id=request.page.class_id,
            after={"subject": request.page.subject_id, "assessment": request.assessment},
            reason=request.reason,
        )
        work.record(ResultDecided(request_id))
        await work.commit()
        return decided


async def opened_page(work: Work, page: ResultPage, assessment: Assessment, reason: str) -> None:
    """Open the page until the end of tomorrow: it is no longer closed, nor is it too early or too late."""
    by = gate.author(work)
    await work.periods.reopen(page, assessment.code, by, work.now, reason)
    number = await work.periods.ask(page, assessment, None, AskFor.WINDOW, reason, by, work.now)
    found = await work.periods.request(number)
    if found is not None:
        until = work.school.moment(work.today + OPEN_FOR, time())
        await work.periods.decide(replace(found, status=RequestStatus.GRANTED), by, work.now, until)


def _student_of(request: ResultRequest) -> int:
    return request.student.id if request.student else 0
