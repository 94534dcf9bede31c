"""The class teacher enters what goes on after the lessons, and a family sees when the child is home."""

from datetime import timedelta

import pytest

from tests.support.persona import Persona
from tests.support.scenario import Stage


async def add(maria: Persona, text: str) -> None:
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("После уроков")
    await maria.sees("7Б: после уроков")
    await maria.press("Добавить занятие")
    await maria.sees("Напишите одной строкой")
    await maria.say(text)


@pytest.mark.requirement("R-026")
async def test_a_club_moves_the_hour_at_which_a_child_is_home(maria: Persona, olga: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Домой в 11:15")
    await add(maria, "Шахматы <b>, ср 14:00–15:00, каб. 12")
    await maria.sees("Готово: семьи видят это в дневнике.")
    await olga.say("/menu")
    seen = await olga.sees("Домой в 15:00")
    assert "После уроков: Шахматы <b> 14:00–15:00, каб. 12" in seen.text
    await olga.press("Сегодня")
    await olga.sees("После уроков: Шахматы <b>")


async def test_only_who_takes_part_stays(maria: Persona, olga: Persona, tatyana: Persona) -> None:
    await add(maria, "Хор, ежедневно 13:00-14:00")
    await maria.sees("Ходит весь класс")
    await maria.press("Иванова Аня")
    await maria.sees("Ходят: 1.")
    for parent, words in ((olga, "Домой в 14:00"), (tatyana, "Домой в 11:15")):
        await parent.say("/menu")
        await parent.sees(words)
    await maria.press("Весь класс")
    await maria.sees("Ходит весь класс")
    await tatyana.say("/menu")
    await tatyana.sees("Домой в 14:00")
    await maria.press("Занятий больше нет")
    await maria.sees("Семьи перестанут их видеть")
    await maria.press("Да, закончились")
    await maria.sees("Пока ничего нет")
    await tatyana.say("/menu")
    await tatyana.sees("Домой в 11:15")


async def test_a_club_that_its_last_student_has_left_is_nobodys(
    maria: Persona, olga: Persona, tatyana: Persona
) -> None:
    await add(maria, "Хор, ежедневно 13:00-14:00")
    await maria.sees("Ходит весь класс")
    await maria.press("Иванова Аня")
    await maria.sees("Ходят: 1.")
    await maria.press("✓ Иванова Аня")
    await maria.sees("Пока не ходит никто")
    for parent in (olga, tatyana):
        await parent.say("/menu")
        await parent.sees("Домой в 11:15")
    await maria.press("Весь класс")
    await maria.sees("Ходит весь класс")
    await tatyana.say("/menu")
    await tatyana.sees("Домой в 14:00")


async def test_today_turns_into_tomorrow_with_its_own_clubs(
    maria: Persona, olga: Persona, stage: Stage
) -> None:
    await add(maria, "Хор, чт 13:00-14:00")
    await maria.sees("Готово")
    stage.clock.move(timedelta(hours=6))
    await olga.say("/menu")
    await olga.sees("Домой в 14:00")


async def test_a_line_without_hours_is_asked_for_again(maria: Persona) -> None:
    await add(maria, "Шахматы по вторникам")
    await maria.sees("Со скольки и до скольки?")
    await maria.say("Шахматы по вторникам 14:00-15:00")
    await maria.sees("Готово")


@pytest.mark.requirement("R-140")
async def test_nobody_else_keeps_the_clubs_of_a_class(
    maria: Persona, svetlana: Persona, olga: Persona
) -> None:
    await add(maria, "Хор, чт 13:00-14:00")
    await maria.sees("Готово")
    club = maria.data("clt:").split(":")[1]
    forged = ("cl:11", f"clc:{club}", "cla:11", f"clt:{club}:201:1", f"clw:{club}", f"clx:{club}:1")
    refusals = ("Здесь для вас ничего нет", "Этим занимается другой сотрудник")
    for person in (svetlana, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in forged:
            said = await person.press_data(seen, data)
            assert any(words in said for words in refusals), (data, said)
    said = await maria.press_data(maria.screen, f"clt:{club}:209:1")
    assert "ничего нет" in said
