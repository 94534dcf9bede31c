"""A dated status is said once: registers are filled in ahead, and no family is alarmed."""

from datetime import timedelta

import pytest

from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage

HOLD = timedelta(minutes=6)


async def about(maria: Persona, name: str) -> None:
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("На дому, приказ, освобождение")
    await maria.sees("7Б: на дому, приказ, освобождение")
    await maria.press("Добавить")
    await maria.sees("О ком речь?")
    await maria.press(name)
    await maria.sees("Диагноз не нужен")


@pytest.mark.requirement("R-058")
async def test_who_is_away_by_an_order_is_proposed_absent_and_the_family_is_not_alarmed(
    maria: Persona, anna: Persona, olga: Persona, stage: Stage
) -> None:
    maria.rest()
    await about(maria, "Иванова А.")
    await maria.press("По приказу")
    await maria.sees("На какой срок?")
    await maria.press("Только сегодня")
    await maria.sees("Иванова Аня: по приказу, 14 октября")
    assert maria.taps <= 6
    await maria.press("О чём приказ")
    await maria.sees("Напишите коротко")
    await maria.say("олимпиада <b>")
    await maria.sees("Иванова Аня: по приказу (олимпиада <b>), 14 октября")
    await anna.say("/now")
    register = await anna.sees("Отметьте, кого нет")
    assert "Иванова А. (" in register.text
    await anna.press("Сохранить (нет: 1)")
    await anna.sees("Сохранено")
    stage.clock.move(HOLD)
    await maria.say("/class")
    card = await maria.sees("Сейчас нет: Иванова А.")
    assert "Без причины" not in card.text
    await olga.sees_nothing("нет на")


async def test_an_absence_that_stands_already_gets_its_reason(
    anna: Persona, maria: Persona, stage: Stage
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    await about(maria, "Иванова А.")
    await maria.press("Обучение на дому")
    await maria.sees("На какой срок?")
    await maria.press("Другие дни")
    await maria.sees("Напишите дни")
    await maria.say("когда-нибудь")
    await maria.sees("На какие дни?")
    await maria.say("с 14.10 по 23.10")
    await maria.sees("Иванова Аня: обучение на дому, 14–23 октября")
    await maria.say("/class")
    assert "Без причины" not in (await maria.sees("Сейчас нет: Иванова А.")).text


async def test_who_is_let_go_is_proposed_absent_from_that_lesson_on(
    maria: Persona, nikolai: Persona, stage: Stage
) -> None:
    await about(maria, "Сидоров Е.")
    await maria.press("Сегодня уходит раньше")
    await maria.sees("С какого урока отпускаем?")
    await maria.press("3. география")
    await maria.sees("Сидоров Егор: отпущен(а) с 3-го урока, 14 октября")
    stage.clock.move(timedelta(minutes=30))
    await nikolai.say("/now")
    assert "Сидоров Е. (" in (await nikolai.sees("Отметьте, кого нет")).text
    await maria.press("Больше не действует")
    await maria.sees("Пока никого")
    await nikolai.say("/now")
    assert "Сидоров Е. (" not in (await nikolai.sees("Отметьте, кого нет")).text


async def test_the_same_tapped_and_typed_is_one_status(maria: Persona) -> None:
    for typed in (False, True):
        await about(maria, "Иванова А.")
        await maria.press("По приказу")
        await maria.sees("На какой срок?")
        await (maria.say("с 14 по 18 октября") if typed else maria.press("До 18.10"))
        await maria.sees("Иванова Аня: по приказу, 14–18 октября")
    await maria.press("Все статусы")
    seen = await maria.sees(with_button("Иванова А."))
    assert seen.text.count("Иванова") == 1


async def test_a_class_without_sport_exempts_nobody(maria: Persona) -> None:
    await about(maria, "Иванова А.")
    await maria.press("Освобождение от физкультуры")
    await maria.sees("На какой срок?")
    assert "нет физкультуры" in await maria.press("Только сегодня")


@pytest.mark.requirement("R-005", "R-140")
async def test_nobody_else_says_a_status_or_reads_one(
    maria: Persona, svetlana: Persona, olga: Persona
) -> None:
    await about(maria, "Иванова А.")
    await maria.press("По приказу")
    await maria.sees("На какой срок?")
    await maria.press("Только сегодня")
    await maria.sees("Иванова Аня: по приказу")
    number = maria.data("stx:").split(":")[1]
    forged = (
        *("st:11", "stn:11", "sto:201:", "sto:201:home", "sts:201:order:0:0", "std:201:home"),
        *(f"stc:{number}", f"stw:{number}", f"stx:{number}"),
    )
    refusals = ("Здесь для вас ничего нет", "Этим занимается другой сотрудник")
    for person in (svetlana, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in forged:
            said = await person.press_data(seen, data)
            assert any(words in said for words in refusals), (data, said)
