"""Use cases: preview a file, decide about it, apply exactly what was previewed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from journal import gate, timetable
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.imports import concern, trail
from journal.imports.difference import Difference, SchoolState, difference
from journal.imports.drafts import PLAN_SOURCE, Draft, DraftStatus
from journal.imports.formats import read_bytes
from journal.imports.measuring import measured
from journal.imports.problems import Code, Place, Problem, Severity
from journal.imports.rows import ClassRow, Kind, PlanRow, YearRow
from journal.imports.staging import SchoolImport
from journal.lessons.bells import LateBell, after_deadline
from journal.policy import Permission, allows, scope_of
from journal.ports import Work

# After a change of these the coming lessons are planned anew.
_PLANNED_BY = frozenset({Kind.YEAR, Kind.PERIOD, Kind.BELL, Kind.CLASS, Kind.LESSON})
_LOCK = 1


@dataclass(frozen=True, slots=True)
class Preview:
    """A file with what confirming it would do; nothing of it is saved. `closing`: missing rows are closed."""

    id: int
    file: str
    closing: bool
    change: Difference


async def ensure_brings_anything(ctx: Ctx) -> None:
    """Refuse whoever may bring no file at all, before anything is fetched or read. Raises as `preview`."""
    async with ctx.reading() as work:
        if all(scope_of(each, work.actor, work.regulation).empty for each in concern.BRINGERS):
            gate.refuse(work, Permission.IMPORT_DATA, "import", None)


async def templates(ctx: Ctx) -> frozenset[str]:
    """The sheets that the actor may load: no other template is worth filling in. Raises as `preview`."""
    await ensure_brings_anything(ctx)
    async with ctx.reading() as work:
        return frozenset(
            name for name, kinds in concern.SHEETS.items() if all(_may_bring(work, kind) for kind in kinds)
        )


async def preview(ctx: Ctx, file: str, data: bytes, *, closing: bool = True) -> Preview:
    """Read and compare a file, and keep it until it is decided about.

    An earlier undecided file of the same person is let go. Raises `ImportRefused`, or `RefusedError` where
    the actor may not bring what is in the file.
    """
    await ensure_brings_anything(ctx)
    staged = await asyncio.to_thread(read_bytes, file, data)
    change = await compare(ctx, staged, closing=closing)
    draft = _register(ctx, file, data, closing, change, DraftStatus.PREVIEWED)
    async with ctx.writing() as work:
        await work.imports.discard_others(ctx.actor.person_id)
        draft_id = await work.imports.keep(draft)
        await work.commit()
    return Preview(draft_id, file, closing, change)


async def preview_again(ctx: Ctx, draft_id: int, *, closing: bool | None = None) -> Preview:
    """A kept file previewed anew against the school as it is now, perhaps with another `closing`."""
    async with ctx.reading() as work:
        draft = await _draft(work, draft_id)
    wanted = draft.closing if closing is None else closing
    return await preview(ctx, draft.file, draft.data, closing=wanted)


async def details(ctx: Ctx, draft_id: int) -> Preview:
    """All that was previewed, to be read at leisure. Raises as `confirm` where it would be another by now."""
    async with ctx.reading() as work:
        draft = await _draft(work, draft_id)
    staged = await asyncio.to_thread(read_bytes, draft.file, draft.data)
    change = await compare(ctx, staged, closing=draft.closing)
    if change.fingerprint != draft.fingerprint:
        raise StaleError("import_changed", draft=draft_id)
    return Preview(draft_id, draft.file, draft.closing, change)


async def confirm(ctx: Ctx, draft_id: int, mark: str = "") -> Difference:
    """Apply exactly what was previewed; `mark` is the beginning of the fingerprint that the actor saw.

    Raises `StaleError("import_changed")` where the data changed since, `NotFoundError` where the file was
    decided about already.
    """
    async with ctx.reading() as work:
        draft = await _draft(work, draft_id)
    if not draft.fingerprint.startswith(mark):
        raise StaleError("import_changed", draft=draft_id)
    staged = await asyncio.to_thread(read_bytes, draft.file, draft.data)
    return await apply(ctx, staged, draft.fingerprint, closing=draft.closing, draft_id=draft_id)


async def discard(ctx: Ctx, draft_id: int) -> None:
    """Let a previewed file go."""
    async with ctx.writing() as work:
        await _draft(work, draft_id)
        await work.imports.settle(draft_id, DraftStatus.DISCARDED)
        await work.commit()


async def compare(ctx: Ctx, staged: SchoolImport, *, closing: bool = True) -> Difference:
    """What importing `staged` would do now. Raises as `preview`."""
    _, change = await _compared(ctx, staged, closing)
    async with ctx.reading() as work:
        await _authorise(work, change)
    return change


async def apply(
    ctx: Ctx,
    staged: SchoolImport,
    fingerprint: str,
    *,
    closing: bool = True,
    file: str = "",
    draft_id: int | None = None,
) -> Difference:
    """Write the difference with that fingerprint, all of it or nothing; then plan the coming lessons.

    `file` is its name in the register of imports, where no draft holds it.

    The comparison runs outside the transaction, so that nobody's tap waits for it; inside it is only made
    sure that the school is still the same. Raises as `confirm`.
    """
    state, change = await _compared(ctx, staged, closing)
    if change.fingerprint != fingerprint:
        raise StaleError("import_changed", draft=draft_id)
    async with ctx.writing() as work:
        await work.serialise("imports", _LOCK)
        if draft_id is not None:
            await _draft(work, draft_id)
        await _authorise(work, change)
        if await work.imports.state(concern.needed(staged)) != state:
            raise StaleError("import_changed", draft=draft_id)
        ids = await work.imports.apply(change)
        for entry in trail.entries(change, ids):
            work.audit(
                entry.action,
                entry.kind,
                entry.object_id,
                unit_id=entry.unit_id,
                before=entry.before,
                after=entry.after,
            )
        if draft_id is not None:
            await work.imports.settle(draft_id, DraftStatus.APPLIED)
        else:
            await work.imports.keep(_register(ctx, file, b"", closing, change, DraftStatus.APPLIED))
        await work.commit()
    if _PLANNED_BY & set(change.counts()):
        await timetable.plan_ahead(ctx)
    return change


def _register(
    ctx: Ctx, file: str, data: bytes, closing: bool, change: Difference, status: DraftStatus
) -> Draft:
    return Draft(
        file=file,
        data=data,
        source=str(change.source),
        closing=closing,
        fingerprint=change.fingerprint,
        counts={str(kind): numbers for kind, numbers in change.counts().items()},
        problems=len(change.problems),
        status=status,
        created_by=ctx.actor.person_id,
    )


async def _compared(ctx: Ctx, staged: SchoolImport, closing: bool) -> tuple[SchoolState, Difference]:
    await ensure_brings_anything(ctx)
    async with ctx.reading() as work:
        state = await work.imports.state(concern.needed(staged))
    into = measured(_in_a_year(ctx, staged, state), ctx.regulation)
    return state, await asyncio.to_thread(difference, state, into, closing=closing)


async def late_bells(ctx: Ctx) -> list[LateBell]:
    """The shifts of the school as it is whose lessons end after the deadline. Raises as `preview`."""
    await ensure_brings_anything(ctx)
    async with ctx.reading() as work:
        planned = await work.timetable.plan(ctx.today, ctx.today)
    return after_deadline(planned[1].bells, ctx.regulation) if planned else []


def _in_a_year(ctx: Ctx, staged: SchoolImport, state: SchoolState) -> SchoolImport:
    """The import with a school year to go into: an empty school gets the customary one, and is told."""
    if state.of(YearRow) or staged.of(YearRow):
        return staged
    autumn = ctx.today.year if ctx.today.month >= 6 else ctx.today.year - 1
    year = YearRow(
        key=f"year:{autumn}",
        name=f"{autumn}/{(autumn + 1) % 100:02}",
        starts_on=ctx.today.replace(year=autumn, month=9, day=1),
        ends_on=ctx.today.replace(year=autumn + 1, month=5, day=31),
    )
    told = Problem(Place(""), Code.YEAR_ASSUMED, Severity.WARNING, {"year": year.name})
    return replace(staged, rows={**staged.rows, Kind.YEAR: (year,)}, problems=(*staged.problems, told))


async def _authorise(work: Work, change: Difference) -> None:
    """The administrator brings anything; others what their duties let them change, judged by the effect."""
    if _may(work, Permission.IMPORT_DATA):
        return
    if _appoints(change):
        gate.refuse(work, Permission.IMPORT_DATA, "class_teacher", None)
    for kind in change.counts():
        if kind is Kind.PLAN:
            for unit, subject in _pages(change):
                await gate.page(work, unit, subject, Permission.LOAD_PLAN)
        elif not any(_may(work, each) for each in concern.PERMISSIONS[kind]):
            gate.refuse(work, Permission.IMPORT_DATA, str(kind), None)


def _appoints(change: Difference) -> bool:
    """Whether the import makes anybody a class teacher: a role is given by order, not by a list."""
    rows = change.added.get(Kind.CLASS, ())
    changed = (field for each in change.changed.get(Kind.CLASS, ()) for field in each.changes)
    return any(isinstance(row, ClassRow) and row.teacher for row in rows) or any(
        each.field == "teacher" for each in changed
    )


def _may_bring(work: Work, kind: Kind) -> bool:
    if _may(work, Permission.IMPORT_DATA):
        return True
    if kind is Kind.PLAN:
        return not scope_of(Permission.LOAD_PLAN, work.actor, work.regulation).empty
    return any(_may(work, each) for each in concern.PERMISSIONS[kind])


def _may(work: Work, permission: Permission) -> bool:
    return allows(permission, work.actor, (), work.regulation)


def _pages(change: Difference) -> list[tuple[int, int]]:
    """The unit and subject of every lesson plan that the import touches; a plan alone adds neither."""
    rows = (
        *change.added.get(Kind.PLAN, ()),
        *(each.row for each in change.changed.get(Kind.PLAN, ())),
        *(each.row for each in change.gone.get(Kind.PLAN, ())),
    )
    pages = {(row.subgroup or row.school_class, row.subject) for row in rows if isinstance(row, PlanRow)}
    return sorted((_id(unit), _id(subject)) for unit, subject in pages)


def _id(reference: str | None) -> int:
    """The key in a token of what is there; 0, which nobody may touch, for what is only being added."""
    return int(reference[1:]) if reference and reference.startswith("#") else 0


async def _draft(work: Work, draft_id: int) -> Draft:
    """A kept file that waits for its decision, of the actor's own or for an administrator's eyes."""
    draft = await work.imports.draft(draft_id)
    kept = draft is not None and draft.source != PLAN_SOURCE and draft.status is DraftStatus.PREVIEWED
    if draft is None or not kept or not _is_theirs(work, draft):
        raise NotFoundError("import_decided")
    return draft


def _is_theirs(work: Work, draft: Draft) -> bool:
    own = draft.created_by is not None and draft.created_by == work.actor.person_id
    return own or _may(work, Permission.IMPORT_DATA)
