"""«Доступ и согласия»: a family reads, gives and takes back consents, sees its phones, leaves."""

import pytest

from tests.support.persona import Persona
from tests.support.scenario import Stage


async def open_own(persona: Persona, child: str | None = None) -> None:
    await persona.say("/consent")
    if child is not None:
        await persona.sees("Выберите ребёнка")
        await persona.press(child)
    await persona.sees("доступ и согласия")


@pytest.mark.requirement("R-020")
async def test_a_withdrawal_disconnects_and_the_class_teacher_hears_what_to_do(
    olga: Persona, maria: Persona
) -> None:
    await open_own(olga, "Аня")
    await olga.press("Персональные данные")
    await olga.sees("152-ФЗ")
    await olga.press("Отозвать согласие")
    asked = await olga.sees("Перестанем писать вам об этом ребёнке")
    assert "Без изменений: Петя." in asked.text
    await olga.press("Отозвать согласие")
    said = await olga.sees("Аня: согласие отозвано, больше сюда не пишем.")
    assert "Без изменений: Петя." in said.text
    assert "Всего вам доброго" not in said.text
    await olga.press("Главная")
    shown = await olga.sees("Петя")
    assert "Аня" not in shown.text
    told = await maria.sees("согласие на обработку персональных данных отозвано")
    assert "Иванова Ольга Викторовна (Иванова Аня, 7Б)" in told.text
    assert "273-ФЗ" in told.text
    await maria.press("Кто подключён")
    await maria.sees("Иванова Аня")


async def test_photos_are_agreed_to_apart_from_the_rest(tatyana: Persona, maria: Persona) -> None:
    await open_own(tatyana)
    await tatyana.press("Фото и видео")
    await tatyana.sees("На дневник это не влияет")
    await tatyana.press("Даю согласие")
    await tatyana.sees("✓ Фото и видео")
    await tatyana.press("Фото и видео")
    await tatyana.sees("Дано")
    await tatyana.press("Отозвать согласие")
    await tatyana.sees("Дневник останется открыт")
    await tatyana.press("Отозвать согласие")
    await tatyana.sees("– Фото и видео: согласия нет")
    await maria.sees("согласие на фото и видео отозвано")


async def test_a_phone_is_disconnected_by_its_owner(stage: Stage, tatyana: Persona, maria: Persona) -> None:
    await open_own(tatyana)
    await tatyana.press("Мои телефоны: 1")
    await tatyana.sees("этот телефон")
    await tatyana.press("Назад")
    await tatyana.sees("доступ и согласия")
    await tatyana.press("Отключить этот телефон")
    await tatyana.sees("перестанут сюда приходить")
    await tatyana.press("Отключить")
    await tatyana.sees("Этот телефон отключён")
    await maria.sees("телефон отключён по желанию владельца")
    await tatyana.say("/consent")
    await tatyana.sees("Дневник пока не подключён")
