"""What the diary's reads cost on both engines: as many statements for many rows as for few."""

from dataclasses import replace
from datetime import timedelta

from journal import diary, plain_words
from journal.context import Ctx
from journal.words import Intent, Reading
from storage.unit_of_work import SqlStore
from tests.storage.diary_pages import Subject, pages
from tests.support.given import give_mark, miss, plan_event, set_homework
from tests.support.school import TODAY, CtxOf, lesson_id, student_id, subject_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)


async def test_every_screen_takes_as_many_statements_for_many_rows_and_children_as_for_few(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    mark = await give_mark(store, "4")
    seen = Subject(ANYA, subject_id("algebra"), lesson_id("7Б", TODAY, 1), mark)
    olga = ctx_of("olga")
    # Only a look at new marks is noted.
    await diary.marks(olga, ANYA)

    async def cost(ctx: Ctx) -> dict[str, int]:
        counts = {}
        for name, page in pages(ctx, seen).items():
            statements.clear()
            await page()
            counts[name] = len(statements)
        return counts

    def with_children(many: int) -> Ctx:
        family = (*olga.actor.children, replace(olga.actor.children[0], student_id=EGOR, first_name="Егор"))
        return olga.as_actor(replace(olga.actor, children=family[:many]))

    few = await cost(with_children(1))
    for _ in range(12):
        await give_mark(store, "5")
        await give_mark(store, "5", student=PETYA)
        await set_homework(store, "ещё")
        await plan_event(store, "Музей", TODAY)
    await miss(store, 1)
    await miss(store, 2)
    await diary.marks(olga, ANYA)
    assert await cost(with_children(3)) == few
    assert max(few.values()) <= 16


async def test_a_question_takes_as_many_statements_for_many_rows_as_for_few(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    olga, question = ctx_of("olga"), Reading(Intent.HOMEWORK, subject=subject_id("algebra"))

    async def cost() -> list[int]:
        counts = []
        for ask in (diary.asked(olga, question), plain_words.understand(olga, "что задали по алгебре")):
            statements.clear()
            await ask
            counts.append(len(statements))
        return counts

    few = await cost()
    for _ in range(12):
        await set_homework(store, "ещё")
    assert await cost() == few
