"""The draft of what is to be set: suggestions taken in one tap, other values with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, RefusedError, StaleError
from journal.model.periods import PageState, Place
from journal.model.results import Choice, ResultRow, ResultSheet
from journal.periods import rule
from journal.periods.page import keyed, load, located, require_open
from journal.policy import Permission
from journal.ports import Work
from journal.regulation.values import MarkCorrection

LONGEST_REASON = 300
# Reasons one tap away; any other is typed.
REASONS = ("control", "progress", "lessons", "slip")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sheet after a choice; `asks` is the value that waits for its reason."""

    sheet: ResultSheet
    asks: str | None = None


async def sheet(ctx: Ctx, place: Place) -> ResultSheet:
    """The page as its teacher sees it, with the own draft. Raises as the gate does."""
    async with ctx.reading() as work:
        page, assessment = await located(work, place, Permission.ENTER_RESULTS)
        return await load(work, page, assessment)


async def accept(ctx: Ctx, place: Place, student_id: int) -> ResultSheet:
    """Take the suggested mark of a student into the draft, or out of it again.

    What cannot be taken in one tap changes nothing: the row says what is wrong with it.
    """
    async with ctx.writing() as work:
        found = await _own(work, place)
        row = _row(found, student_id)
        chosen = dict(found.draft.chosen)
        if row.choice is not None:
            del chosen[student_id]
        elif row.acceptable and row.grounds.suggested is not None:
            chosen[student_id] = Choice(row.grounds.suggested)
        else:
            return found
        return await _keep(work, found, chosen)


async def accept_all(ctx: Ctx, place: Place) -> ResultSheet:
    """Take every suggested mark that nothing speaks against."""
    async with ctx.writing() as work:
        found = await _own(work, place)
        taken = {
            row.student.id: Choice(row.grounds.suggested)
            for row in found.acceptable
            if row.grounds.suggested is not None
        }
        return await _keep(work, found, {**found.draft.chosen, **taken})


async def choose(
    ctx: Ctx, place: Place, student_id: int, value: str | None, reason: str | None = None
) -> Chosen:
    """Put a value into the draft, None takes the student's out of it.

    Where the value lies far from the average, or corrects one that is set, and no reason is given, the reason
    is asked for (`asks`) and may be typed. Raises `RefusedError("few_marks")` where the regulation wants more
    marks, `RefusedError("result_correction_forbidden")` where what is set stays.
    """
    async with ctx.writing() as work:
        found = await _own(work, place)
        row = _row(found, student_id)
        said = " ".join((reason or "").split()) or None
        if said is not None and len(said) > LONGEST_REASON:
            raise InvalidError("too_long", longest=LONGEST_REASON)
        chosen = dict(found.draft.chosen)
        chosen.pop(student_id, None)
        over = row.given.value if row.given else None
        if value is not None and value != over:
            if _wants_reason(work, found, row, value) and said is None:
                payload = {**keyed(found.place), "student": student_id, "value": value}
                await work.inputs.expect("result_reason", payload)
                await work.commit()
                return Chosen(found, asks=value)
            chosen[student_id] = Choice(value, said, over)
        await work.inputs.done()
        return Chosen(await _keep(work, found, chosen))


async def clear(ctx: Ctx, place: Place) -> ResultSheet:
    """Wipe the draft; what is set stays."""
    async with ctx.writing() as work:
        return await _keep(work, await _own(work, place), {})


async def _own(work: Work, place: Place) -> ResultSheet:
    """The sheet of whoever sets its marks, ready to be changed. Raises where it cannot be now."""
    page, assessment = await located(work, place, Permission.ENTER_RESULTS)
    await work.serialise(f"results:{assessment.code}:{page.subject_id}", page.unit_id)
    found = await load(work, page, assessment)
    require_open(work, found)
    return found


def _row(found: ResultSheet, student_id: int) -> ResultRow:
    row = found.of(student_id)
    if row is None:
        raise StaleError()
    return row


def _wants_reason(work: Work, found: ResultSheet, row: ResultRow, value: str) -> bool:
    """Whether the value may only stand with a reason. Raises where it may not stand at all."""
    if value not in rule.values(work.regulation):
        raise StaleError()
    if row.given is not None and found.state is not PageState.REOPENED:
        require_correctable(work, found)
    forms = {form for one in found.rows for form in one.grounds.figures.forms}
    against = rule.flaws(found.assessment.kind, value, row.grounds, forms, work.regulation)
    if against.blocked and not row.allowed:
        raise too_few(work, found, row)
    return row.given is not None or against.gap is not None


def too_few(work: Work, found: ResultSheet, row: ResultRow) -> RefusedError:
    """The refusal of a mark on too few marks, with its clause and how many there are (R-065)."""
    return RefusedError(
        "few_marks",
        clause=work.regulation.clause("periods.min_marks"),
        count=row.grounds.figures.count,
        least=work.regulation.periods.min_marks,
        place=found.place,
        student=row.student.id,
    )


def require_correctable(work: Work, found: ResultSheet) -> None:
    """Raises `RefusedError` where what is set stays: only the deputy head opens such a page (C6)."""
    if work.regulation.entry.mark_correction is MarkCorrection.FORBIDDEN:
        clause = work.regulation.clause("entry.mark_correction")
        raise RefusedError("result_correction_forbidden", clause=clause, place=found.place)


async def _keep(work: Work, found: ResultSheet, chosen: Mapping[int, Choice]) -> ResultSheet:
    """Store the draft, commit, and give the sheet to show."""
    draft = replace(found.draft, chosen=chosen, revision=found.draft.revision + 1)
    await work.periods.keep_draft(found.page, found.assessment, gate.author(work), draft, work.now)
    after = await load(work, found.page, found.assessment, draft)
    await work.commit()
    return after
