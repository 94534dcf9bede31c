"""The class teacher keeps the month's events; the class sees them in the diary and hears of them."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from journal.model.access import Privacy
from storage.tables.access import accounts
from storage.unit_of_work import SqlStore
from tests.notifications.writing import change
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id


async def add(maria: Persona, text: str) -> None:
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("События класса")
    await maria.sees("7Б: события")
    await maria.press("Добавить событие")
    await maria.sees("Напишите одной строкой")
    await maria.say(text)


@pytest.mark.requirement("R-075", "R-034")
async def test_an_event_is_in_the_diary_and_comes_with_the_evenings_news(
    maria: Persona, olga: Persona, stage: Stage
) -> None:
    await add(maria, "23.10 18:30 Собрание <b>, каб. 214, отв. Белова М. И.")
    done = await maria.sees("Готово: событие в дневнике")
    assert "пт 23.10, 18:30: Собрание <b>, каб. 214" in done.text
    assert "Отвечает: Белова М. И." in done.text
    await olga.say("/events")
    await olga.sees("Собрание <b>")
    stage.clock.move(timedelta(hours=10))
    told = await olga.sees("Аня, 7Б: пт 23.10, 18:30: Собрание <b>, каб. 214", within=10)
    assert "Почему это пришло?" in [button.text for row in told.buttons for button in row]


@pytest.mark.requirement("R-075")
async def test_who_was_told_of_an_event_hears_that_it_changed_and_that_it_is_cancelled(
    maria: Persona, olga: Persona
) -> None:
    await add(maria, "15.10 13:30 Музей, у входа")
    await maria.sees("семьи узнают о нём сейчас")
    await olga.sees("Аня, 7Б: чт 15.10, 13:30: Музей, у входа", within=10)
    await maria.press("Исправить")
    await maria.sees("что запланировано?")
    await maria.say("15.10 14:00 Музей, у входа")
    await maria.sees("чт 15.10, 14:00: Музей")
    await olga.sees("изменено: чт 15.10, 14:00: Музей", within=10)
    await maria.press("Отменить событие")
    await maria.sees("«Музей» не состоится?")
    await maria.press("Да, отменить")
    await maria.sees("Отменено.")
    await olga.sees("отменено: чт 15.10, 14:00: Музей", within=10)
    await olga.say("/events")
    assert "Музей" not in (await olga.sees("Аня")).text
    await maria.press("События класса")
    await maria.sees("Пока ничего нет")


async def test_who_hides_the_news_reads_that_an_event_is_cancelled(
    maria: Persona, olga: Persona, store: SqlStore
) -> None:
    hidden = update(accounts).where(accounts.c.id == person_id("olga")).values(privacy=Privacy.NOTHING)
    await change(store, hidden)
    await add(maria, "15.10 13:30 Музей, у входа")
    await maria.sees("семьи узнают о нём сейчас")
    await olga.sees("Новое сообщение из школы", within=10)
    await maria.press("Отменить событие")
    await maria.sees("«Музей» не состоится?")
    await maria.press("Да, отменить")
    await maria.sees("Отменено.")
    told = await olga.sees("Новое сообщение из школы", within=10)
    await olga.press("Открыть", told)
    await olga.sees("отменено: чт 15.10, 13:30: Музей")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Собрание в пятницу", "В какой день?"),
        ("10.10 Собрание", "прошёл или ещё слишком далеко"),
        ("23.10 25:30 Собрание", "Такого времени нет"),
        ("23.10 18:30", "Что будет?"),
    ],
)
async def test_an_unclear_line_is_asked_for_again_and_the_next_is_taken(
    line: str, asked: str, maria: Persona
) -> None:
    await add(maria, line)
    await maria.sees(asked)
    await maria.say("23 октября Собрание")
    await maria.sees("Готово")


async def test_the_same_line_twice_is_one_event(maria: Persona) -> None:
    for _ in range(2):
        await add(maria, "23.10 18:30 Собрание")
        await maria.sees("пт 23.10, 18:30: Собрание")
    await maria.press("События класса")
    seen = await maria.sees(with_button("23.10 Собрание"))
    assert seen.text.count("Собрание") == 1


@pytest.mark.requirement("R-005")
async def test_nobody_else_keeps_the_events_of_a_class(
    maria: Persona, svetlana: Persona, olga: Persona
) -> None:
    await add(maria, "23.10 Собрание")
    await maria.sees("Готово")
    number = maria.data("evx:").split(":")[1]
    forged = ("ev:11:", f"evc:{number}", "eva:11:0", f"eva:14:{number}", f"evx:{number}:1", "evx:99:1")
    refusals = ("Здесь для вас ничего нет", "Этим занимается другой сотрудник")
    for person in (svetlana, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in forged:
            said = await person.press_data(seen, data)
            assert any(words in said for words in refusals), (data, said)
