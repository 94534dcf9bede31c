"""The diary's answers to questions on both engines: about the right child, and nobody else's."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal import diary, plain_words
from journal.model.span import Span
from storage.unit_of_work import SqlStore
from tests.support.given import set_homework
from tests.support.school import TODAY, CtxOf, lesson_id, student_id, subject_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)


async def test_a_question_without_a_name_is_about_the_child_who_has_the_subject(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    looking_at_petya = olga.as_actor(replace(olga.actor, current_student_id=PETYA))
    for text, child in (("что задали по алгебре", ANYA), ("что задали", PETYA), ("оценки Ани", ANYA)):
        question = (await plain_words.understand(looking_at_petya, text)).sure
        assert question is not None
        assert (await diary.asked(looking_at_petya, question)).child.student_id == child


@pytest.mark.requirement("R-016")
async def test_a_question_about_another_familys_child_never_reaches_it(ctx_of: CtxOf) -> None:
    question = (await plain_words.understand(ctx_of("olga"), "какие оценки у Егора")).sure
    assert question is not None
    found = await diary.asked(ctx_of("olga"), question)
    assert (found.child.student_id, found.question.stranger) == (ANYA, "егора")


async def test_a_subject_that_is_not_taught_on_the_day_asked_for_tells_its_next_homework(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "№ 215")
    olga, algebra, monday = ctx_of("olga"), subject_id("algebra"), date(2026, 10, 19)
    found = await diary.tasks_of(olga, ANYA, algebra, Span(monday, monday))
    assert found.untaught == Span(monday, monday)
    assert [task.text for task in found.coming] == ["№ 215"]
    found = await diary.tasks_of(olga, ANYA, algebra, Span(TOMORROW, TOMORROW))
    assert (found.untaught, found.unset, [task.text for task in found.coming]) == (None, None, ["№ 215"])
    found = await diary.tasks_of(olga, ANYA, algebra, Span(date(2026, 10, 16), date(2026, 10, 16)))
    assert (found.coming, found.unset) == ((), date(2026, 10, 16))
