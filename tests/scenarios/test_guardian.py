"""A parent with a phone reads the diary."""

import pytest

from tests.storage.test_diary import give_mark, set_homework
from tests.support.persona import Persona
from tests.support.scenario import Stage


async def test_a_parent_reads_tomorrows_homework_with_one_tap(stage: Stage, olga: Persona) -> None:
    await set_homework(stage.house.store, "№ 215 <b>а</b>")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б: сегодня")
    olga.rest()
    await olga.press("Задания")
    seen = await olga.sees("Аня: задания на четверг, 15 октября")
    assert "№ 215 <b>а</b>" in seen.text
    assert olga.taps == 1


@pytest.mark.requirement("R-009", "R-017")
async def test_a_parent_walks_the_diary_and_every_page_has_a_way_back(stage: Stage, olga: Persona) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б: сегодня")
    for page, words in (
        ("Неделя", "12.10 – 18.10"),
        ("Оценки", "Русский язык: 5"),
        ("Пропуски", "Пропусков нет"),
        ("Сегодня", "Домой в 11:15"),
    ):
        await olga.press(page)
        await olga.sees(words)
    await olga.press("Главная")
    await olga.sees("Аня, 7Б: сегодня")


async def test_a_parent_of_two_switches_the_child_with_one_tap(stage: Stage, olga: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Петя")
    await olga.sees("Петя, 3А")


async def test_a_forged_child_in_a_button_finds_nothing(stage: Stage, tatyana: Persona) -> None:
    await tatyana.say("/menu")
    seen = await tatyana.sees("Егор, 7Б")
    said = await tatyana.press_data(seen, "di:201:d:0")
    assert "Здесь для вас ничего нет" in said


async def test_a_teacher_has_no_diary(stage: Stage, anna: Persona) -> None:
    await anna.say("/marks")
    await anna.sees("Здесь для вас ничего нет")
