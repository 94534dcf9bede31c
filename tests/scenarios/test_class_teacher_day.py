"""The class teacher's day in one card: who is here, what waits, whom to call, the week's review."""

import pytest

from storage.tables.access import accounts
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id


async def take(teacher: Persona, *names: str) -> None:
    await teacher.say("/now")
    await teacher.sees("Отметьте, кого нет")
    for name in names:
        await teacher.press(name)
    await teacher.press("Сохранить")
    await teacher.sees("Сохранено")


@pytest.mark.requirement("R-044")
async def test_the_card_of_the_day_is_one_tap_away_and_decides_notes_in_place(
    anna: Persona, maria: Persona, tatyana: Persona
) -> None:
    await take(anna, "Иванова", "Сидоров")
    await tatyana.say("/absent")
    await tatyana.sees("Егор, отсутствие")
    await tatyana.press("Болеет")
    await tatyana.sees("Спасибо")
    await maria.say("/menu")
    await maria.sees(with_button("Мой класс"))
    maria.rest()
    await maria.press("Мой класс")
    card = await maria.sees("7Б, среда, 14 октября")
    assert maria.taps == 1
    assert "На месте 4 из 6. Питаются (по 1-му уроку): 4 из 6." in card.text
    assert "Сейчас нет: Иванова А., Сидоров Е." in card.text
    assert "Без причины: Иванова А." in card.text
    assert "✉ Сидоров Е., 14 октября: болеет" in card.text
    assert "1. русский язык (Белова М. И.): перекличка, тема, задание" in card.text
    await maria.press("Принять: Сидоров Е.")
    await maria.sees("Принято")
    await maria.press("День класса")
    later = await maria.sees("7Б, среда, 14 октября")
    assert "Сидоров Е., 14" not in later.text
    assert "Сейчас нет: Иванова А., Сидоров Е. (болеет)" in later.text
    assert "Не подключены: Ёлкин Б., Козлова В., Орлов Г., Петрова Д." in later.text
    assert "не доходят" not in later.text


@pytest.mark.requirement("R-058", "R-059")
async def test_the_week_is_reviewed_with_one_tap_a_row(anna: Persona, maria: Persona) -> None:
    await take(anna, "Иванова", "Сидоров")
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("Пропуски за неделю")
    shown = await maria.sees("Без причины: 2")
    assert "? ср 14.10 Иванова Аня, урок 2: причины нет" in shown.text
    maria.rest()
    await maria.press("✓ Иванова А. ср")
    await maria.sees("✓ ср 14.10 Иванова Аня, урок 2: уважительная причина")
    await maria.press("✗ Сидоров Е. ср")
    done = await maria.sees("У каждого пропуска есть причина.")
    labels = [button.text for row in done.buttons for button in row]
    assert not any(label.startswith("✓") for label in labels)
    assert maria.taps == 2
    await maria.press("Изменить решённые")
    await maria.sees(with_button("✗ Иванова А. ср"))
    await maria.press("‹ Неделя с 05.10")
    await maria.sees("Пропусков нет.")


async def test_the_card_leads_to_whoever_is_not_connected_and_to_the_journal(
    anna: Persona, maria: Persona
) -> None:
    await take(anna, "Ёлкин")
    await maria.say("/class")
    card = await maria.sees("Позвонить: Ёлкин Б.")
    await maria.press("Кому позвонить", card)
    await maria.sees("взрослые не записаны")
    await maria.press("День класса")
    await maria.press("Связь с семьями")
    await maria.sees("Не подключены: Ёлкин Б., Козлова В., Орлов Г., Петрова Д.")
    await maria.press("День класса")
    await maria.press("Журнал")
    await maria.sees("2. 9:25 алгебра: перекличка есть, темы нет")
    await maria.press("2. алгебра")
    page = await maria.sees("Нет: Ёлкин Б.")
    assert "Только просмотр" in page.text


async def test_nobody_else_reaches_the_card_by_forged_buttons(anna: Persona, olga: Persona) -> None:
    for somebody in (anna, olga):
        await somebody.say("/menu")
        mine = await somebody.sees()
        for data in ("ct:11", "ctc:11", "ctu:11", "ct:0", "cc:11:0", "cp:1100092", "dm:0:0", "dd:1:1"):
            await somebody.press_data(mine, data)
            shown = somebody.phone.last.text
            assert "На месте" not in shown
            assert "Ёлкин" not in shown


async def test_an_adult_who_blocked_the_bot_is_seen_though_the_other_parent_is_reached(
    maria: Persona, stage: Stage
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        away = accounts.update().where(accounts.c.id == person_id("olga"))
        await db.run(away.values(unreachable_at=stage.clock.now()))
        await db.connection.commit()
    await maria.say("/class")
    card = await maria.sees("7Б, среда, 14 октября")
    told = "! Не получают сообщений: Иванова О."
    assert told in card.text
    await maria.press("Связь с семьями", card)
    listed = await maria.sees("7Б: связь с семьями")
    assert told in listed.text
    assert "(Аня)" in listed.text
    assert "Попросите разблокировать бота" in listed.text
    await maria.press("Коды и доступ")
    access = await maria.sees(with_button("! Иванова Аня"))
    assert told in access.text
    await maria.press("! Иванова Аня")
    assert "Попросите разблокировать бота" in (await maria.sees("сообщения не доходят")).text
