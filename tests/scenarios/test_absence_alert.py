"""A register is saved, the hold passes, the family's phone rings."""

from datetime import timedelta

from tests.support.persona import Persona
from tests.support.scenario import Stage

HOLD = timedelta(minutes=5)


async def test_the_parents_phone_shows_the_absence_after_the_hold(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")
    await tatyana.sees_nothing("Егор")
    stage.clock.move(HOLD)
    seen = await tatyana.sees("Егор: нет на 2-м уроке (алгебра, 9:25).")
    assert [button.text for row in seen.buttons for button in row][-1] == "Почему это пришло?"


async def test_a_teachers_error_is_put_right_in_the_parents_message(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    stage.clock.move(HOLD)
    alarm = await tatyana.sees("Егор: нет")
    await anna.press("Исправить")
    await anna.press("Сидоров")
    await anna.press("Сидоров")
    await anna.press("Все на месте")
    stage.clock.move(HOLD)
    apologies = {(await tatyana.sees("Простите за беспокойство", within=10)).id for _ in range(2)}
    assert alarm.id in apologies
    assert len(apologies) == 2


async def test_an_error_the_family_points_out_is_put_right_by_two_taps_of_the_school(
    stage: Stage, anna: Persona, maria: Persona, tatyana: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.sees("Нет: 1")
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет")
    await tatyana.press("Это ошибка")
    asked = await maria.sees("Сидоров Егор", within=10)
    await maria.press("Принять", on=asked)
    await maria.sees("Учителя попросили исправить: 2-й урок, алгебра.")
    pushed = await anna.sees("семья говорит, что это ошибка", within=10)
    assert "Белова М. И.: просьба проверить" in pushed.text
    await anna.press("На месте: 2-й урок, алгебра", on=pushed)
    await anna.sees("Вопрос решён.")
    await tatyana.sees("Простите за беспокойство", within=10)
