"""Typed marks: understood against the class list, doubtful names asked, then saved like painted ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal.context import Ctx
from journal.errors import StaleError
from journal.marks import brush, typed
from journal.marks.painting import keep, load, own_draft
from journal.model.attendance import Presence
from journal.model.painting import MarkDraft, Painting
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Understood:
    """The sheet after a typed line, and the words nobody understood."""

    painting: Painting
    unknown: tuple[str, ...] = ()


async def type_marks(ctx: Ctx, lesson_id: int, text: str) -> Understood:
    """Put what a typed line says into the draft: `Иванов 5, Петров 4 3, нет: Сидорова`."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        members = [row.student for row in (await load(work, lesson, draft)).rows]
        said = typed.read(text, members, brush.palette(work.regulation))
        draft = brush.given(draft, said.marks)
        draft = replace(
            draft,
            doubts=(*draft.doubts, *said.doubts),
            presence={**draft.presence, **dict.fromkeys(said.absent, Presence.ABSENT)},
        )
        await work.inputs.expect("marks", {"lesson": lesson_id})
        return Understood(await keep(work, lesson, draft), said.unknown)


async def settle_doubt(ctx: Ctx, lesson_id: int, place: int, student_id: int | None, seen: int) -> Painting:
    """Say whom the doubtful name at `place` means; None drops it. Raises `StaleError` on an older picture."""
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        if seen != draft.revision or place >= len(draft.doubts):
            raise StaleError(lesson_id=lesson_id)
        doubt = draft.doubts[place]
        if student_id is not None and student_id not in doubt.students:
            raise StaleError(lesson_id=lesson_id)
        return await keep(work, lesson, _settled(work, draft, place, student_id))


def _settled(work: Work, draft: MarkDraft, place: int, student_id: int | None) -> MarkDraft:
    doubt = draft.doubts[place]
    rest = replace(draft, doubts=draft.doubts[:place] + draft.doubts[place + 1 :])
    if student_id is None:
        return replace(rest, revision=rest.revision + 1)
    if not doubt.values:
        presence = {**rest.presence, student_id: Presence.ABSENT}
        return replace(rest, presence=presence, revision=rest.revision + 1)
    return brush.given(rest, [(student_id, doubt.values)])
