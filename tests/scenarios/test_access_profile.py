"""A family says that its data changed; the class teacher confirms; the family hears."""

import pytest

from tests.support.persona import Persona


@pytest.mark.requirement("R-022")
async def test_a_new_phone_is_said_and_confirmed(olga: Persona, maria: Persona) -> None:
    await olga.say("/profile")
    await olga.sees("Выберите ребёнка")
    await olga.press("Аня")
    await olga.sees("доступ и согласия")
    await olga.press("Мои данные")
    shown = await olga.sees("Данные в школе")
    assert "Иванова Ольга Викторовна" in shown.text
    assert "телефон: не указан" in shown.text
    await olga.press("Изменить мои данные")
    await olga.sees("Что изменилось?")
    await olga.press("Телефон")
    await olga.sees("Сейчас: не указан.")
    await olga.say("<b>не скажу</b>")
    await olga.sees("Не похоже на телефон")
    await olga.say("8 900 111-22-33")
    await olga.sees("Отправлено классному руководителю")
    told = await maria.sees("Изменились данные: Иванова Ольга Викторовна")
    assert "телефон: не указан → +79001112233" in told.text
    await maria.press("Подтвердить")
    await maria.sees("данные обновлены")
    await olga.sees("Школа подтвердила изменение")
    await olga.press("Мои данные")
    assert "телефон: +79001112233" in (await olga.sees("Данные в школе")).text


@pytest.mark.requirement("R-022")
async def test_the_class_list_shows_what_waits_and_a_decline_is_told(
    tatyana: Persona, maria: Persona
) -> None:
    await tatyana.say("/profile")
    await tatyana.sees("Данные в школе")
    await tatyana.press("Изменить данные: Егор")
    await tatyana.sees("Что изменилось?")
    await tatyana.press("Адрес")
    await tatyana.sees("город, улица")
    await tatyana.say("Тула, Садовая ул., д. 5, кв. 10")
    await tatyana.sees("Отправлено")
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Подтвердить изменения данных: 1")
    await maria.sees("Сидоров Егор: адрес")
    await maria.press("1. Отклонить")
    await maria.sees("Отклонено")
    await tatyana.sees("Изменение не подтверждено")


@pytest.mark.requirement("R-143")
async def test_everything_held_comes_as_two_files(tatyana: Persona) -> None:
    await tatyana.say("/mydata")
    shown = await tatyana.sees("Егор: что хранит школа")
    assert shown.document is not None
    assert shown.document.name.endswith(".xlsx")
    shown = await tatyana.sees("То же для программ")
    assert shown.document is not None
    assert shown.document.data.startswith(b"{")
    for _ in range(2):
        await tatyana.say("/mydata")
        await tatyana.sees("То же для программ")
    await tatyana.say("/mydata")
    await tatyana.sees("На сегодня достаточно")
