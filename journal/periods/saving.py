"""Saving the draft of an assessment: every mark in one transaction; a page with all its marks is closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from journal import gate, language, windows
from journal.context import Ctx
from journal.errors import InvalidError, StaleError
from journal.events import ResultsSaved
from journal.model.control import RequestStatus
from journal.model.periods import AskFor, PageState, Place
from journal.model.results import Choice, Given, ResultRow, ResultSheet, SavedResults
from journal.periods.drafting import REASONS, require_correctable, too_few
from journal.periods.page import load, located, require_open
from journal.policy import Permission
from journal.ports import Work


async def save(ctx: Ctx, place: Place, posted: int) -> SavedResults:
    """Set every mark of the draft; `posted` is the count the button showed: pressed again it does nothing.

    Where a colleague set or changed a student's mark meanwhile, theirs stands and is named (`clashes`). When
    nobody is without a mark, the page is closed to the teacher (R-051). Raises `RefusedError` with the clause
    outside the window or on a closed page, `InvalidError("empty")` for an empty draft.
    """
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.ENTER_RESULTS)
        await work.serialise(f"results:{assessment.code}:{page.subject_id}", page.unit_id)
        found = await load(work, page, assessment)
        if posted != found.draft.posted:
            return SavedResults(found, len(found.draft.saved), found.draft.tell_at, changed=False)
        require_open(work, found)
        if not found.draft.chosen:
            raise InvalidError("empty")
        return await _post(work, found)


async def undo(ctx: Ctx, place: Place, posted: int) -> SavedResults:
    """Take the last Save back inside the hold; the marks return to the draft, the page opens again.

    After the hold nothing is done (`changed` is False). Raises `StaleError` when it is not the last Save.
    """
    async with ctx.writing() as work:
        page, assessment = await located(work, place, Permission.ENTER_RESULTS)
        await work.serialise(f"results:{assessment.code}:{page.subject_id}", page.unit_id)
        found = await load(work, page, assessment)
        draft = found.draft
        if posted != draft.posted or not draft.saved:
            raise StaleError()
        require_correctable(work, found)
        if draft.tell_at is None or work.now >= draft.tell_at:
            return SavedResults(found, len(draft.saved), draft.tell_at, changed=False)
        back = [row for row in found.rows if _untouched(row, draft.saved)]
        await work.periods.withdraw([row.given.id for row in back if row.given])
        if found.state is PageState.CLOSED:
            await work.periods.unclose(page, assessment)
        chosen = {row.student.id: Choice(row.given.value, row.given.reason) for row in back if row.given}
        clean = replace(
            draft, chosen=chosen, saved=(), tell_at=None, posted=draft.posted + 1, revision=draft.revision + 1
        )
        await work.periods.keep_draft(page, assessment, gate.author(work), clean, work.now)
        before = {str(student): choice.value for student, choice in chosen.items()}
        work.audit("results.undo", "page", page.unit_id, unit_id=page.class_id, before=_said(found, before))
        # Replaces the held event; whoever expands it finds no mark to tell of.
        work.record(_event(found, sorted(chosen), posted))
        after = await load(work, page, assessment, clean)
        await work.commit()
        return SavedResults(after, len(chosen))


async def _post(work: Work, found: ResultSheet) -> SavedResults:
    rows = [row for row in found.chosen if row.choice is not None]
    clashes = tuple(row.student for row in rows if _clashes(row))
    kept = [row for row in rows if not _clashes(row)]
    allowed_by = await _leaves(work, found)
    for row in kept:
        _check(work, found, row)
    new = {row.student.id: _given(work, row, allowed_by) for row in kept if row.given is None}
    ids = await work.periods.set(found.page, found.assessment, new, work.now)
    for row in kept:
        if row.given is not None:
            await work.periods.correct(_given(work, row, allowed_by))
    touched = sorted(row.student.id for row in kept)
    tell_at = work.now + work.regulation.delivery.alert_hold
    posted = found.draft.posted + 1
    clean = replace(
        found.draft,
        chosen={},
        saved=tuple(ids),
        tell_at=tell_at if ids else None,
        posted=posted,
        revision=found.draft.revision + 1,
    )
    await work.periods.keep_draft(found.page, found.assessment, gate.author(work), clean, work.now)
    _note(work, found, kept)
    if touched:
        corrected = [row.student.id for row in kept if row.given is not None]
        work.record(_event(found, touched, posted, corrected), tell_at)
    after = await load(work, found.page, found.assessment, clean)
    if after.rows and not after.missing:
        await windows.hold_page(work, found.page.unit_id, found.page.subject_id)
        await work.periods.close(found.page, found.assessment, gate.author(work), work.now)
        work.audit(
            "page.close", "page", found.page.unit_id, unit_id=found.page.class_id, after=_said(found, {})
        )
        after = replace(after, state=PageState.CLOSED)
    await work.commit()
    return SavedResults(after, len(kept), tell_at if touched else None, clashes)


def _event(
    found: ResultSheet, students: list[int], saved: int, corrected: Collection[int] = ()
) -> ResultsSaved:
    page, code = found.page, found.assessment.code
    return ResultsSaved(page.unit_id, page.subject_id, page.year_id, code, students, saved, sorted(corrected))


def _untouched(row: ResultRow, saved: Collection[int]) -> bool:
    """The mark stands as that Save set it."""
    return row.given is not None and row.given.id in saved and row.given.revision == 0


def _clashes(row: ResultRow) -> bool:
    """A colleague set or changed the mark after it was chosen here."""
    set_now = row.given.value if row.given else None
    return row.choice is not None and set_now != row.choice.over


def _check(work: Work, found: ResultSheet, row: ResultRow) -> None:
    """Marks may have come and gone since the value was chosen."""
    choice = row.choice
    if choice is None:
        return
    if row.flaws.blocked and not row.allowed:
        raise too_few(work, found, row)
    if row.flaws.gap is not None and choice.reason is None:
        raise InvalidError("reason_wanted", place=found.place, student=row.student.id, value=choice.value)
    if choice.reason is not None and choice.reason not in REASONS:
        language.require(choice.reason, work.regulation)


def _given(work: Work, row: ResultRow, allowed_by: Mapping[int, int]) -> Given:
    if row.choice is None:
        raise ValueError("only what is chosen is set")
    before = row.given
    return Given(
        before.id if before else 0,
        row.student.id,
        row.choice.value,
        gate.author(work),
        work.now,
        row.choice.reason,
        allowed_by.get(row.student.id) if row.flaws.blocked else None,
        before.revision + 1 if before else 0,
    )


async def _leaves(work: Work, found: ResultSheet) -> dict[int, int]:
    """Who allowed the mark of which student on too few marks."""
    asked = await work.periods.requests_of(found.page, found.assessment)
    return {
        one.student.id: one.decided_by
        for one in asked
        if one.kind is AskFor.MARKS and one.status == RequestStatus.GRANTED and one.student and one.decided_by
    }


def _note(work: Work, found: ResultSheet, kept: list[ResultRow]) -> None:
    """The audit: new marks in one entry, each correction in one of its own with its reason."""
    new = {str(row.student.id): row.choice.value for row in kept if row.choice and row.given is None}
    page = found.page
    if new:
        work.audit("results.save", "page", page.unit_id, unit_id=page.class_id, after=_said(found, new))
    for row in kept:
        if row.given is not None and row.choice is not None:
            work.audit(
                "result.correct",
                "result",
                row.given.id,
                unit_id=page.class_id,
                before={"value": row.given.value},
                after={"value": row.choice.value},
                reason=row.choice.reason,
            )


def _said(found: ResultSheet, values: Mapping[str, str]) -> dict[str, object]:
    return {"subject": found.page.subject_id, "assessment": found.assessment.code, "marks": dict(values)}
