"""Use cases: a teacher brings a plan, sees what it would change, and saves it (R-077)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.imports.drafts import PLAN_SOURCE, Draft, DraftStatus
from journal.imports.problems import Problem
from journal.model.periods import ResultPage
from journal.plans import addressing
from journal.plans.previewing import PageEffect, effect, mark, open_page, write
from journal.plans.reading import read_plan
from journal.plans.wanted import Reading
from journal.policy import Permission
from journal.ports import Work

QUESTION = "plan"


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan with what saving it would do; nothing is saved. `choices` are asked about where there is none.

    `unit_id` and `subject_id` say which page was chosen; 0 where the file itself names its pages.
    """

    draft: int
    file: str
    reading: Reading
    effects: tuple[PageEffect, ...] = ()
    choices: tuple[ResultPage, ...] = ()
    unit_id: int = 0
    subject_id: int = 0

    @property
    def mark(self) -> str:
        return mark(self.effects)

    @property
    def is_typed(self) -> bool:
        return not self.file

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.reading.problems

    @property
    def refused(self) -> bool:
        return any(one.hours.refused and not one.change.empty for one in self.effects)

    @property
    def empty(self) -> bool:
        return all(one.change.empty for one in self.effects)


async def ask(ctx: Ctx, unit_id: int, subject_id: int) -> ResultPage | None:
    """Ask for the plan of a page, as a file or typed; 0 leaves open of which page."""
    async with ctx.writing() as work:
        gate.scope(work, Permission.LOAD_PLAN)
        page = (
            await open_page(work, unit_id, subject_id, Permission.LOAD_PLAN)
            if unit_id and subject_id
            else None
        )
        await work.inputs.expect(QUESTION, {"unit": unit_id, "subject": subject_id, "draft": 0})
        await work.commit()
        return page


async def bring(ctx: Ctx, file: str, data: bytes, unit_id: int = 0, subject_id: int = 0) -> Preview:
    """Keep a file until it is decided about, and say what it would do, or which pages it may be for.

    An earlier undecided file of the same person is let go. Raises `ImportRefused`, or as the gate does.
    """
    async with ctx.reading() as work:
        gate.scope(work, Permission.LOAD_PLAN)
    reading = await asyncio.to_thread(read_plan, file, data)
    async with ctx.writing() as work:
        await work.imports.discard_others(ctx.actor.person_id)
        draft = _draft(ctx, file, data, len(reading.problems))
        draft_id = await work.imports.keep(draft)
        found = await _preview(work, replace(draft, id=draft_id), reading, unit_id, subject_id)
        await work.commit()
        return found


async def type_in(ctx: Ctx, text: str, unit_id: int, subject_id: int, draft_id: int) -> Preview:
    """Take typed lines; a plan that came in several messages grows by each of them."""
    before = b""
    if draft_id:
        async with ctx.reading() as work:
            before = (await _kept(work, draft_id)).data + b"\n"
    found = await bring(ctx, "", before + text.encode(), unit_id, subject_id)
    async with ctx.writing() as work:
        await work.inputs.expect(QUESTION, {"unit": unit_id, "subject": subject_id, "draft": found.draft})
        await work.commit()
    return found


async def preview(ctx: Ctx, draft_id: int, unit_id: int, subject_id: int) -> Preview:
    """What the kept file would do to the page now."""
    async with ctx.reading() as work:
        draft = await _kept(work, draft_id)
    reading = await asyncio.to_thread(read_plan, draft.file, draft.data)
    async with ctx.reading() as work:
        return await _preview(work, draft, reading, unit_id, subject_id)


async def save(ctx: Ctx, draft_id: int, unit_id: int, subject_id: int, seen: str) -> Preview:
    """Save exactly what was previewed, under the mark `seen`; given lessons keep their topics.

    Raises `StaleError("plan_changed")` where the plan changed since, `NotFoundError("plan_decided")` where
    the file was decided about already, `RefusedError("plan_hours_differ")`.
    """
    async with ctx.reading() as work:
        draft = await _kept(work, draft_id)
    reading = await asyncio.to_thread(read_plan, draft.file, draft.data)
    async with ctx.writing() as work:
        await work.serialise("imports", draft_id)
        await _kept(work, draft_id)
        found = await _preview(work, draft, reading, unit_id, subject_id, lock=True)
        await write(work, found.effects, seen, "plan.load", draft.file)
        await work.imports.settle(draft_id, DraftStatus.APPLIED)
        await work.inputs.done()
        await work.commit()
        return found


async def discard(ctx: Ctx, draft_id: int) -> None:
    """Let a plan that was brought go."""
    async with ctx.writing() as work:
        await _kept(work, draft_id)
        await work.imports.settle(draft_id, DraftStatus.DISCARDED)
        await work.inputs.done()
        await work.commit()


async def _preview(
    work: Work, draft: Draft, reading: Reading, unit_id: int, subject_id: int, *, lock: bool = False
) -> Preview:
    """The effect on the chosen page, on those that the file names, or the pages to choose from."""
    if unit_id and subject_id:
        page = await open_page(work, unit_id, subject_id, Permission.LOAD_PLAN)
        chosen = [(page, addressing.for_page(reading, page))]
    else:
        own = await own_pages(work)
        if reading.is_named:
            chosen, reading = addressing.named(reading, own)
        elif len(fitting := addressing.fitting(reading, own, draft.file)) == 1:
            chosen = [(fitting[0], addressing.all_of(reading))]
            unit_id, subject_id = fitting[0].unit_id, fitting[0].subject_id
        else:
            return Preview(draft.id, draft.file, reading, choices=tuple(fitting))
    effects = []
    for page, rows in sorted(chosen, key=lambda one: one[0].unit_id):
        if lock:
            await work.serialise("plan", page.unit_id)
        effects.append(await effect(work, page, rows))
    return Preview(draft.id, draft.file, reading, tuple(effects), (), unit_id, subject_id)


async def own_pages(work: Work) -> list[ResultPage]:
    """The pages of the year that runs, or comes next, whose plans are the actor's own to load."""
    year = await work.plans.year(work.today)
    return await work.periods.pages(year.id, gate.author(work)) if year is not None else []


async def _kept(work: Work, draft_id: int) -> Draft:
    """A plan of the actor's own that waits for its decision."""
    draft = await work.imports.draft(draft_id)
    own = draft is not None and draft.source == PLAN_SOURCE and draft.created_by == work.actor.person_id
    if draft is None or not own or draft.status is not DraftStatus.PREVIEWED:
        raise NotFoundError("plan_decided")
    return draft


def _draft(ctx: Ctx, file: str, data: bytes, problems: int) -> Draft:
    return Draft(
        file=file,
        data=data,
        source=PLAN_SOURCE,
        closing=True,
        fingerprint="",
        counts={},
        problems=problems,
        created_by=ctx.actor.person_id,
    )
