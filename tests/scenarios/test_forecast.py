"""Forecasts by taps: a parent from the marks, a teacher from the first screen."""

import pytest

from tests.storage.test_forecast import ALGEBRA, ANYA, CLASS, EGOR
from tests.support.given import give
from tests.support.persona import Persona
from tests.support.scenario import Stage


@pytest.mark.requirement("R-155")
async def test_a_parent_opens_the_forecast_from_the_marks(stage: Stage, olga: Persona) -> None:
    await give(stage.house.store, ANYA, "4", "4", "5", "4", "4")
    await give(stage.house.store, ANYA, "5", subject="russian")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    olga.rest()
    await olga.press("Оценки")
    await olga.sees("Аня: оценки")
    await olga.press("Прогноз")
    seen = await olga.sees("Аня: прогноз, 1-я четверть")
    assert "Алгебра: скорее всего 4" in seen.text
    assert "по 5 оценкам" in seen.text
    assert "Пока рано судить: русский язык (1)." in seen.text
    assert "Для прогноза нужно 3 оценки." not in seen.text
    assert "Для прогноза нужны 3 оценки." in seen.text
    assert "итоговую ставит учитель" in seen.text
    assert olga.taps == 2
    await olga.press("Алгебра")
    seen = await olga.sees("Аня: прогноз, алгебра")
    assert "Средний 4,2, по 5 оценкам" in seen.text
    assert "▰" in seen.text
    await olga.press("Оценки: алгебра")
    seen = await olga.sees("Аня: алгебра, 1-я четверть")
    assert "Прогноз: скорее всего 4" in seen.text


async def test_a_parent_without_marks_is_told_what_a_forecast_needs(stage: Stage, olga: Persona) -> None:
    await olga.say("/forecast")
    await olga.sees("Пока слишком мало оценок для прогноза.")
    await olga.press("Главная")
    await olga.sees("Аня, 7Б")


@pytest.mark.requirement("R-155")
async def test_a_teacher_forecasts_for_the_group(stage: Stage, anna: Persona) -> None:
    await give(stage.house.store, ANYA, "5", "5", "5", "5")
    await give(stage.house.store, EGOR, "2", "2", "3", "2")
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    await anna.press("Прогноз")
    await anna.sees("Прогноз: какой класс?")
    await anna.press("7Б")
    await anna.sees("7Б: прогноз по какому предмету?")
    await anna.press("Алгебра")
    seen = await anna.sees("7Б: прогноз, алгебра")
    assert "Ожидается: 5 — 1, 2 — 1" in seen.text
    assert "Иванова Аня: " in seen.text
    assert "Ёлкин Борис: 0 оценок, пока рано" in seen.text
    assert "Нужна помощь: Сидоров Егор." in seen.text


async def test_a_student_reads_the_own_forecast_only(stage: Stage, egor: Persona) -> None:
    await give(stage.house.store, EGOR, "3", "3", "4")
    await egor.say("/forecast")
    seen = await egor.sees("Егор: прогноз")
    assert "Алгебра: " in seen.text
    said = await egor.press_data(seen, f"fo:{ANYA}:0")
    assert "Аня" not in said + egor.phone.last.text
    said = await egor.press_data(seen, f"foc:{CLASS}:{ALGEBRA}")
    assert "Иванова" not in said + egor.phone.last.text
