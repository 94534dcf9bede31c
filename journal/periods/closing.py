"""A page opened again by the deputy head with a reason, and closed again."""

from __future__ import annotations

from journal import gate, windows, written
from journal.context import Ctx
from journal.errors import RefusedError
from journal.model.periods import PageState, Place
from journal.model.results import ResultDraft, ResultSheet
from journal.periods.drafting import LONGEST_REASON
from journal.periods.page import keyed, load, located
from journal.periods.requests import opened_page
from journal.policy import Permission


async def ask_reopen(ctx: Ctx, place: Place) -> ResultSheet:
    """Ask the deputy head for the reason of opening the page."""
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.OPEN_ENTRY)
        found = await load(work, page, assessment, ResultDraft())
        await work.inputs.expect("result_reopen", keyed(found.place))
        await work.commit()
        return found


async def reopen(ctx: Ctx, place: Place, text: str) -> ResultSheet:
    """Open the page to its teacher until the end of tomorrow, whatever had closed it; logged with the reason.

    The marks of these days are open again with it.
    """
    reason = written.reason(text, LONGEST_REASON)
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.OPEN_ENTRY)
        await work.serialise(f"results:{assessment.code}:{page.subject_id}", page.unit_id)
        await opened_page(work, page, assessment, reason)
        await work.inputs.done()
        after = {"subject": page.subject_id, "assessment": assessment.code}
        work.audit("page.reopen", "page", page.unit_id, unit_id=page.class_id, after=after, reason=reason)
        found = await load(work, page, assessment, ResultDraft())
        await work.commit()
        return found


async def close(ctx: Ctx, place: Place) -> ResultSheet:
    """Close the page again, with every mark or without; what is missing stays on the board.

    Raises `RefusedError("page_empty")` for a page without a single mark.
    """
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.OPEN_ENTRY)
        await work.serialise(f"results:{assessment.code}:{page.subject_id}", page.unit_id)
        found = await load(work, page, assessment, ResultDraft())
        if not any(row.given for row in found.rows):
            raise RefusedError("page_empty")
        if found.state is not PageState.CLOSED:
            await windows.hold_page(work, page.unit_id, page.subject_id)
            await work.periods.close(page, assessment, gate.author(work), work.now)
            after = {"subject": page.subject_id, "assessment": assessment.code}
            work.audit("page.close", "page", page.unit_id, unit_id=page.class_id, after=after)
            found = await load(work, page, assessment, ResultDraft())
            await work.commit()
        return found
