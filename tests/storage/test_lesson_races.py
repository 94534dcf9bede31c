"""Two colleagues on one page at once: nothing is lost, and the audit tells what truly stood before."""

import asyncio
import itertools
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from journal.lessons import homework, page
from journal.marks import correcting, painting, saving
from journal.marks.typing import type_marks
from storage.tables.control import audit
from storage.tables.lessons import homework_drafts, lessons
from storage.tables.marks import marks
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id

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
