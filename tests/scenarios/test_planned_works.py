"""A control work planned ahead: families see it, and one too close to another is warned of."""

from datetime import timedelta

import pytest

from journal.errors import JournalError
from journal.marks import planning
from tests.scenarios.presets import walk
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, CtxOf, lesson_id

THURSDAY = TODAY + timedelta(days=1)
ALGEBRA, RUSSIAN = lesson_id("7Б", THURSDAY, 1), lesson_id("7Б", THURSDAY, 2)
FRIDAY = lesson_id("7Б", TODAY + timedelta(days=2), 3)


async def test_a_second_control_work_of_the_day_is_warned_of_and_may_be_planned_all_the_same(
    stage: Stage, anna: Persona, maria: Persona, olga: Persona
) -> None:
    await walk.card(anna, ALGEBRA)
    await anna.press("Запланировать контрольную")
    await anna.sees("Какая это будет работа?")
    await anna.press("контрольная работа")
    await anna.sees("Запланировано: контрольная работа.")
    await olga.say("/debts")
    assert "алгебра, контрольная работа" in (await olga.sees("Контрольные на две недели")).text
    # Russian on the same day: one a day is the school's limit.
    await walk.card(maria, RUSSIAN)
    await maria.press("Запланировать контрольную")
    shown = await maria.sees("Какая это будет работа?")
    assert "В этот день у класса уже есть: алгебра, контрольная работа, 15.10" in shown.text
    await maria.press("диктант")
    await maria.sees("Всё равно запланировать?")
    await maria.press("Всё равно запланировать")
    await maria.sees("Запланировано: диктант.")
    # Algebra the next day: the subject's own gap.
    await walk.card(anna, FRIDAY)
    await anna.press("Запланировать контрольную")
    near = await anna.sees("Какая это будет работа?")
    assert "Рядом по этому предмету: алгебра, контрольная работа, 15.10" in near.text
    # Taken back, it leaves no trace with the family; the mark of the day finds the planned work.
    await walk.card(maria, RUSSIAN)
    await maria.press("Запланировать контрольную")
    await maria.press("Не планировать")
    await maria.sees("Какая это будет работа?")
    stage.clock.move(timedelta(days=1))
    saved = await walk.mark(anna, "Иванова", "5", kind="контрольная работа", lesson=ALGEBRA)
    assert "Сохранено оценок: 1" in saved.text


@pytest.mark.parametrize("who", ["maria", "pavel", "olga"])
async def test_nobody_plans_a_work_for_a_colleagues_lesson(ctx_of: CtxOf, who: str) -> None:
    with pytest.raises(JournalError):
        await planning.plan(ctx_of(who), ALGEBRA, "control", sure=True)


async def test_a_lesson_that_has_begun_is_past_planning(ctx_of: CtxOf) -> None:
    with pytest.raises(JournalError):
        await planning.plan(ctx_of("anna"), walk.ALGEBRA, "control", sure=True)
    with pytest.raises(JournalError):
        await planning.plan(ctx_of("anna"), ALGEBRA, "answer", sure=True)
