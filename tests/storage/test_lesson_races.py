"""Two colleagues on one page at once: nothing is lost, and the audit tells what truly stood before."""

import asyncio
import itertools
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from journal import windows
from journal.context import Ctx
from journal.errors import RefusedError
from journal.lessons import homework, page
from journal.marks import brush, correcting, painting, saving
from journal.marks.typing import type_marks
from journal.model.painting import Painting
from storage.tables.control import audit
from storage.tables.lessons import homework_drafts, lessons
from storage.tables.marks import marks, page_closures, works
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)


@pytest.fixture
async def shared(store: SqlStore) -> None:
    """Nikolai keeps the lesson together with Anna."""
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(second_teacher_id=person_id("nikolai"))
        )
        await db.connection.commit()


async def entries(store: SqlStore, action: str) -> Sequence[tuple[str | None, str | None]]:
    """What the audit says stood before and after, in order."""
    async with store.connection() as db:
        rows = await db.all(
            select(audit.c.before, audit.c.after).where(audit.c.action == action).order_by(audit.c.id)
        )
        return [tuple(next(reversed(side.values())) for side in row) for row in rows]


def chained(pairs: Sequence[tuple[str | None, str | None]]) -> bool:
    """Whether each entry begins where the one before it ended."""
    return all(one[1] == other[0] for one, other in itertools.pairwise(pairs))


async def test_topics_typed_at_once_follow_one_another_in_the_audit(
    shared: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    for _ in range(4):
        await asyncio.gather(
            page.write_tasks(ctx_of("anna"), LESSON, f"Задание Анны {_}"),
            page.write_tasks(ctx_of("nikolai"), LESSON, f"Задание Николая {_}"),
        )
    told = await entries(store, "lesson.fill")
    assert len(told) == 8
    assert chained(told)


async def test_a_mark_corrected_at_once_by_two_follows_one_chain(
    shared: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    await painting.open_marks(ctx_of("anna"), LESSON)
    await type_marks(ctx_of("anna"), LESSON, "Иванова 5")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    async with store.connection() as db:
        number = await db.scalar(select(marks.c.id))
    for one, other in (("1", "2"), ("3", "0"), ("1", "2")):
        await asyncio.gather(
            correcting.change_mark(ctx_of("anna"), number, one, "typo"),
            correcting.change_mark(ctx_of("nikolai"), number, other, "typo"),
        )
    assert chained(await entries(store, "mark.correct"))


async def test_texts_and_files_sent_at_once_all_reach_the_draft_of_homework(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await asyncio.gather(*(homework.add(ctx_of("anna"), LESSON, f"№ {number}", ()) for number in range(1, 6)))
    async with store.connection() as db:
        text = await db.scalar(select(homework_drafts.c.text))
    assert sorted(text.split("\n")) == [f"№ {number}" for number in range(1, 6)]


async def painted(ctx: Ctx, name: str, value: str) -> Painting:
    """Open the marks and paint one."""
    sheet = await painting.open_marks(ctx, LESSON)
    code = brush.code((value,), ctx.regulation)
    return await painting.paint(ctx, LESSON, student_id(name), code, sheet.draft.revision)


async def test_of_two_colleagues_marks_at_once_the_second_is_told_of_the_first(
    shared: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    for who, own in (("anna", "vera"), ("nikolai", "gleb")):
        await painted(ctx_of(who), "anya", "5")
        await painted(ctx_of(who), own, "4")
    outcomes = await asyncio.gather(
        *(saving.save_marks(ctx_of(who), LESSON, 0) for who in ("anna", "nikolai", "anna", "nikolai"))
    )
    told = [one for one in outcomes if one.met]
    assert sum(one.changed for one in outcomes) == 1
    assert {(row.student.id, row.meanwhile) for one in told for row in one.met} == {
        (student_id("anya"), ("5",))
    }
    second = "nikolai" if gleb_waits(await painting.resume(ctx_of("nikolai"), LESSON)) else "anna"
    done = await saving.save_marks(ctx_of(second), LESSON, 0, beside=True)
    assert done.changed
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(marks)) == 4
        assert await db.scalar(select(func.count()).select_from(works)) == 1


def gleb_waits(sheet: Painting) -> bool:
    return student_id("gleb") in sheet.draft.marks


async def test_marks_saved_while_the_page_is_being_closed_wait_and_are_refused(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await painted(ctx_of("anna"), "anya", "5")
    here = {"unit_id": unit_id("7Б"), "subject_id": subject_id("algebra")}
    async with ctx_of("pavel").writing() as work:
        await windows.hold_page(work, **here)
        saving_it = asyncio.create_task(saving.save_marks(ctx_of("anna"), LESSON, 0))
        await asyncio.sleep(0.2)
        assert not saving_it.done()
        await work.db.insert(page_closures, period_id=1, closed_by=person_id("pavel"), closed_at=NOW, **here)
        await work.commit()
    with pytest.raises(RefusedError, match="page_closed"):
        await saving_it
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(marks)) == 0
    assert (await painting.see(ctx_of("anna"), LESSON)).count == 1, "the draft is safe"
