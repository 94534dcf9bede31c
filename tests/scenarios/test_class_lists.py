"""The class teacher confirms the list of the class, or says what is wrong; the school sees who has not."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables.class_lists import list_confirmations
from storage.tables.people import contacts
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import UNITS, person_id

UNIT = UNITS["7Б"][0]
REFUSALS = ("Здесь для вас ничего нет", "Этим занимается другой")


@pytest.mark.requirement("R-147")
async def test_a_mistake_goes_to_the_office_and_then_the_list_is_confirmed(
    maria: Persona, admin: Persona, pavel: Persona, stage: Stage
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(contacts, person_id=person_id("olga"), kind="phone", value="+7 900 111-22-33")
        await db.connection.commit()
    await maria.say("/class")
    card = await maria.sees("Список класса не подтверждён, срок был 1 октября")
    await maria.press("Список класса", card)
    shown = await maria.sees("7Б: список класса, учеников: 6")
    assert "Не подтверждён, срок был 1 октября." in shown.text
    assert "Иванова Аня: Иванова О. В. +7 900 111-22-33, Иванов И. С. без телефона" in shown.text
    assert "Нет телефона взрослых: Ёлкин Борис" in shown.text
    await maria.press("Есть ошибка")
    await maria.sees("7Б: что неверно в списке?")
    await maria.say("Ёлкин <b> Борис: нет телефона мамы")
    await maria.sees("Передано секретарю")
    told = await admin.sees("7Б: ошибка в списке класса", within=10)
    assert "Ёлкин <b> Борис: нет телефона мамы" in told.text
    mended = admin.data("lim:")
    assert "ещё ждёт секретаря" in await maria.press_data(maria.screen, f"lic:{UNIT}")
    await pavel.say("/morning")
    await pavel.press("Списки классов", await pavel.sees(with_button("Списки классов")))
    board = await pavel.sees("Списки классов к 1 октября")
    assert "Сообщили об ошибке: 7Б." in board.text
    assert "1А (Жукова С. Ю.)" in board.text
    assert "7А (классного руководителя нет)" in board.text
    assert not any("Исправлено" in b.text for row in board.buttons for b in row)
    await admin.press("Исправлено", told)
    await admin.sees("Готово: классный руководитель узнает об этом.")
    done = await maria.sees("7Б: в списке класса исправлено", within=10)
    await maria.press("Всё верно", done)
    await maria.sees("Подтверждён 14 октября, Белова М. И.")
    await maria.press_data(maria.screen, f"lic:{UNIT}")
    async with stage.house.store.connection() as db:
        assert len(await db.all(select(list_confirmations.c.id))) == 1
    await maria.say("/class")
    assert "Список класса не" not in (await maria.sees("7Б, среда")).text
    await admin.press_data(told, "lib")
    assert "уже исправлена" in await admin.press_data(told, mended)


@pytest.mark.requirement("R-147")
async def test_the_deputy_head_asks_who_is_silent_once_a_day(
    maria: Persona, svetlana: Persona, pavel: Persona
) -> None:
    await pavel.say("/morning")
    await pavel.press_data(await pavel.sees(with_button("Списки классов")), "lib")
    await pavel.press("Напомнить всем (2)", await pavel.sees("Подтвердили: 0 из 4."))
    await pavel.sees("Попросили 2 классных руководителей.")
    asked = await maria.sees("7Б: список класса не подтверждён, срок был 1 октября.", within=10)
    await svetlana.sees("1А: список класса не подтверждён", within=10)
    await pavel.press_data(pavel.screen, "lib")
    await pavel.press("Напомнить всем (2)", await pavel.sees("Подтвердили: 0 из 4."))
    await pavel.sees("Сегодня их уже просили.")
    await maria.press("Открыть список", asked)
    await maria.press("Всё верно", await maria.sees("7Б: список класса"))
    await maria.sees("Спасибо, список подтверждён.")


@pytest.mark.requirement("R-147")
async def test_each_month_the_list_is_asked_for_a_week_ahead_and_once_more_on_the_day(
    maria: Persona, svetlana: Persona, stage: Stage
) -> None:
    # Monday 26 October, after the Sunday on which November's asking begins.
    stage.clock.move(timedelta(days=12))
    asked = await maria.sees("7Б: проверьте список класса и подтвердите его до 1 ноября.", within=10)
    await maria.press("Открыть список", asked)
    await maria.press("Всё верно", await maria.sees("7Б: список класса"))
    await maria.sees("Спасибо, список подтверждён.")
    await svetlana.sees("1А: проверьте список класса", within=10)
    stage.clock.move(timedelta(days=7))
    await svetlana.sees("1А: список класса не подтверждён, срок был 1 ноября.", within=10)
    await maria.sees_nothing("список класса не подтверждён")


@pytest.mark.requirement("R-005")
async def test_nobody_else_confirms_reports_or_mends(
    maria: Persona, anna: Persona, svetlana: Persona, pavel: Persona, olga: Persona, admin: Persona
) -> None:
    for person in (anna, svetlana, pavel, olga, admin):
        await person.say("/menu")
        seen = await person.sees()
        for data in (f"li:{UNIT}:0", f"lic:{UNIT}", f"lif:{UNIT}"):
            assert (await person.press_data(seen, data)).startswith(REFUSALS), (person.name, data)
    for person in (anna, maria, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in ("lib", "lin", "lim:1"):
            assert (await person.press_data(seen, data)).startswith(REFUSALS), (person.name, data)
