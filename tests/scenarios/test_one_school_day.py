"""One school day over HTTP, on both engines: what `make play` shows, held to the taps it may take."""

from datetime import datetime, timedelta

import pytest

from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import ZONE

HOLD = timedelta(minutes=6)


@pytest.mark.requirement("R-001", "R-011", "R-055", "R-083", "R-094", "R-097")
async def test_one_school_day(
    stage: Stage, anna: Persona, olga: Persona, igor: Persona, maria: Persona
) -> None:
    await take_the_register(stage, anna, olga, igor)
    await give_the_reason(olga, igor, maria)
    await set_homework(stage, anna, olga)
    await write_to_the_class(stage, maria, olga)
    await sum_up_the_week(stage, olga)


async def take_the_register(stage: Stage, anna: Persona, olga: Persona, igor: Persona) -> None:
    await anna.say("/now")
    await anna.sees("7Б, алгебра, 2-й урок")
    anna.rest()
    for name in ("Иванова А.", "Козлова В."):
        await anna.press(name)
        await anna.sees("7Б, алгебра")
    await anna.press("Сохранить")
    await anna.sees("Сохранено. Нет: 2.")
    # Two absent and Save; opening the bot was the fourth.
    assert anna.taps == 3
    await olga.sees_nothing("Аня: нет")
    stage.clock.move(HOLD)
    for parent in (olga, igor):
        await parent.sees("Аня: нет на 2-м уроке (алгебра, 9:25)")


async def give_the_reason(olga: Persona, igor: Persona, maria: Persona) -> None:
    olga.rest()
    await olga.press("Болеет")
    await olga.sees("Спасибо, передали классному руководителю: болеет.")
    assert olga.taps == 1
    await igor.sees("болеет")
    await maria.sees("Иванова Аня, 7Б")
    await maria.press("Принять")
    await maria.sees("Принято")
    await olga.sees("принял")


async def set_homework(stage: Stage, anna: Persona, olga: Persona) -> None:
    await anna.press("К уроку")
    await anna.sees("7Б, алгебра")
    await anna.press("Задание")
    await anna.sees("Для 7Б")
    await anna.say("№ 215")
    await anna.sees("№ 215")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    stage.clock.move(HOLD)
    await olga.say("что задали на завтра?")
    await olga.sees("№ 215")


async def write_to_the_class(stage: Stage, maria: Persona, olga: Persona) -> None:
    await maria.say("/notice")
    await maria.sees("Напишите объявление")
    maria.rest()
    await maria.say("Собрание 23.10 в 18:30")
    await maria.sees("ещё не отправлено")
    await maria.press("С ознакомлением")
    await maria.sees("ещё не отправлено")
    await maria.press("Отправить")
    await maria.sees("Ознакомились: 0 из 6")
    assert maria.taps <= 3
    await olga.sees("Собрание 23.10")
    await olga.press("Ознакомлен")
    stage.clock.move(timedelta(minutes=1))
    await maria.sees("Ознакомились: 1 из 6")


async def sum_up_the_week(stage: Stage, olga: Persona) -> None:
    stage.clock.move(datetime(2026, 10, 16, 18, 1, tzinfo=ZONE))
    await olga.sees("Аня, 12–16 октября", 10)
