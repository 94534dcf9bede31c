"""A lesson given for a colleague and forgotten: found by its day, asked for, recorded with leave."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.lessons.callbacks import CardCb
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, person_id

YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.requirement("R-070")
async def test_a_forgotten_substitution_is_found_by_its_day_and_recorded_with_leave(
    nikolai: Persona, pavel: Persona, store: SqlStore
) -> None:
    await nikolai.say("/now")
    await nikolai.press("Все уроки", await nikolai.sees(with_button("Все уроки")))
    await nikolai.press("Я замещаю")
    await nikolai.press("Замещал(а) раньше")
    today = await nikolai.sees("Какой урок вы провели за коллегу?")
    assert with_button("3А")(today)
    assert not with_button("чт 15.10 ›")(today)
    await nikolai.press("‹ вт 13.10")
    await nikolai.sees("вторник, 13 октября")
    await nikolai.press("7Б")
    await nikolai.press("2. 7Б, алгебра")
    refused = await nikolai.sees("Замену записывают в день урока")
    await nikolai.press("Попросить завуча", refused)
    await nikolai.say("Вёл за Анну Сергеевну, забыл отметить")
    await nikolai.sees("Просьба записана")
    asked = await pavel.sees("Громов Н. П. просит открыть: 7Б, алгебра, 13.10, замена", within=10)
    await pavel.press("Открыть", asked)
    told = await nikolai.sees("Открыто до конца 15.10.", within=10)
    await nikolai.press("Я замещаю", told)
    await nikolai.sees("Урок ведёте вы; по расписанию Кузнецова А. С.")
    async with store.connection() as db:
        found = select(lessons.c.substitute_id).where(lessons.c.id == lesson_id("7Б", YESTERDAY, 2))
        assert await db.scalar(found) == person_id("nikolai")


async def test_a_colleagues_lesson_is_refused_with_the_way_to_say_who_gave_it(
    nikolai: Persona, maria: Persona, stage: Stage
) -> None:
    await nikolai.say("/menu")
    home = await nikolai.sees(with_button("Настройки"))
    await nikolai.press_data(home, CardCb(lesson=lesson_id("7Б", TODAY, 2)).pack())
    refused = await nikolai.sees("Этим занимается другой сотрудник.")
    await nikolai.press("Я замещаю", refused)
    await nikolai.sees("Урок ведёте вы")
    # What was taken over is offered to nobody else.
    await maria.say("/now")
    await maria.press("Все уроки", await maria.sees(with_button("Все уроки")))
    await maria.press("Я замещаю")
    await maria.press("Замещал(а) раньше")
    seen = await maria.sees(with_button("3А"))
    assert not with_button("7Б")(seen)
