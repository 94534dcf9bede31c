"""Typed marks: understood against the class list, doubtful names asked, then saved like painted ones."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from journal.context import Ctx
from journal.errors import StaleError
from journal.marks import brush, dictated, typed
from journal.marks.painting import keep, load, own_draft
from journal.model.painting import MarkDraft, Painting


async def type_marks(ctx: Ctx, lesson_id: int, text: str) -> Painting:
    """Put what a typed line says into the draft: `Иванов 5, Петров 4 3, нет: Сидорова`.

    What nobody understands stays on the sheet until the next line or Save.
    """
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        members = [row.student for row in (await load(work, lesson, draft)).rows]
        said = typed.read(text, members, brush.palette(work.regulation))
        draft = brush.given(draft, said.marks)
        draft = replace(
            draft,
            doubts=(*draft.asked, *said.doubts, *said.unknown),
            presence={**draft.presence, **dict(said.presence)},
        )
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return await keep(work, lesson, draft)


async def dictate(ctx: Ctx, lesson_id: int, text: str, students: Collection[int], value: str) -> Painting:
    """Put what a sentence says into the draft, where it was read as that mark for these students."""
    async with ctx.reading() as work:
        people = list((await work.people.persons(students)).values())
    return await type_marks(ctx, lesson_id, dictated.line(text, people, value, brush.palette(ctx.regulation)))


async def settle_doubt(ctx: Ctx, lesson_id: int, place: int, student_id: int | None, seen: int) -> Painting:
    """Say whom the doubtful name at `place` means; None drops it. Raises `StaleError` on an older picture."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        if seen != draft.revision or place >= len(draft.doubts):
            raise StaleError(lesson_id=lesson_id)
        doubt = draft.doubts[place]
        if student_id is not None and student_id not in doubt.students:
            raise StaleError(lesson_id=lesson_id)
        return await keep(work, lesson, _settled(draft, place, student_id))


async def skip_doubts(ctx: Ctx, lesson_id: int) -> Painting:
    """Drop every doubtful name with what was said of it."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        rest = tuple(doubt for doubt in draft.doubts if not doubt.students)
        return await keep(work, lesson, replace(draft, doubts=rest, revision=draft.revision + 1))


def _settled(draft: MarkDraft, place: int, student_id: int | None) -> MarkDraft:
    doubt = draft.doubts[place]
    rest = replace(draft, doubts=draft.doubts[:place] + draft.doubts[place + 1 :])
    if student_id is None:
        return replace(rest, revision=rest.revision + 1)
    if doubt.presence is not None:
        rest = replace(rest, presence={**rest.presence, student_id: doubt.presence})
    return brush.given(rest, [(student_id, doubt.values)] if doubt.values else [])
