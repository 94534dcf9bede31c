"""«Ask the deputy head» about marks of a period; the decision is `journal.control.requests`."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from journal import gate, written
from journal.context import Ctx
from journal.errors import StaleError
from journal.events import ResultAsked
from journal.model.control import RequestStatus
from journal.model.periods import AskFor, Assessment, Place, ResultPage, ResultRequest
from journal.model.requests import OPEN_FOR, as_of
from journal.model.results import ResultSheet
from journal.periods.drafting import LONGEST_REASON
from journal.periods.page import keyed, load, located
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
    """Record the request; one that waits already is not doubled. Raises as `written.reason`."""
    reason = written.reason(text, LONGEST_REASON)
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
            if as_of(one, work.now).status is RequestStatus.WAITING
            and one.kind is kind
            and _student_of(one) == student_id
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


async def opened_page(work: Work, page: ResultPage, assessment: Assessment, reason: str) -> None:
    """Open the page until the end of tomorrow: it is no longer closed, nor is it too early or too late."""
    by = gate.author(work)
    await work.periods.reopen(page, assessment.code, by, work.now, reason)
    number = await work.periods.ask(page, assessment, None, AskFor.WINDOW, reason, by, work.now)
    found = await work.periods.request(number)
    if found is not None:
        until = work.school.moment(work.today + OPEN_FOR, time())
        granted = replace(found, status=RequestStatus.GRANTED, open_until=until)
        await work.control.decide(granted, by, work.now)


def _student_of(request: ResultRequest) -> int:
    return request.student.id if request.student else 0
