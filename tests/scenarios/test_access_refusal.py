"""A family that writes a refusal: noted by the class teacher in three taps, with paper offered."""

import pytest

from tests.support.persona import Persona


@pytest.mark.requirement("R-021")
async def test_a_written_refusal_is_noted_and_paper_offered(maria: Persona, tatyana: Persona) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Сидоров Егор")
    await maria.sees("Сидорова Татьяна")
    await maria.press("Отключить: Татьяна Павловна")
    await maria.sees("Почему")
    await maria.press("Письменный отказ от дневника")
    shown = await maria.sees("Отказ от дневника: Сидорова Татьяна Павловна")
    assert "заявление на имя директора" in shown.text
    await maria.press("Заявление получено")
    await maria.sees("Отказ записан")
    await maria.press("Печатать")
    shown = await maria.sees("письменный отказ от дневника")
    assert "Результаты печатаются для семьи" in shown.text
    await tatyana.say("/menu")
    assert "Егор" not in (await tatyana.sees("Это дневник")).text
    await maria.press("Снять отказ")
    await maria.sees("пока не на связи")
