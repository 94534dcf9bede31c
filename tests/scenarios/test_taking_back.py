"""A letter is taken back before its addressee is told, and what is new is counted until it is read."""

from datetime import datetime

import pytest
from sqlalchemy import select

from simulator import SimMessage
from storage.tables.messages import conversations, messages
from tests.support.letters import ALGEBRA, data_of, write
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import ZONE

EVENING = datetime(2026, 10, 14, 19, 30, tzinfo=ZONE)
MORNING = datetime(2026, 10, 15, 8, 0, 5, tzinfo=ZONE)


def entry(screen: SimMessage) -> str:
    return next(b.text for row in screen.buttons for b in row if b.text.startswith("Сообщения"))


@pytest.mark.requirement("R-086")
async def test_a_letter_taken_back_in_one_tap_is_told_to_nobody(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(EVENING)
    sent = await write(olga, ALGEBRA, "Не то письмо")
    assert "его можно отменить" in sent.text
    olga.rest()
    await olga.press("Отменить отправку")
    gone = await olga.sees("Отменено: об этом сообщении никому не сообщали")
    assert olga.taps == 1
    assert "Не то письмо" in gone.text
    stage.clock.move(MORNING)
    await anna.say("/menu")
    assert entry(await anna.sees(with_button("Сообщения"))) == "Сообщения"
    await anna.sees_nothing("Не то письмо")
    async with stage.house.store.connection() as db:
        assert await db.all(select(messages)) == []
        assert await db.all(select(conversations)) == []
    # The next one begins a thread anew.
    await write(olga, ALGEBRA, "То письмо")
    await anna.sees("То письмо", within=10)


async def test_a_letter_that_was_told_of_or_read_is_not_taken_back(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    told = await write(olga, ALGEBRA, "Первое")
    await anna.sees("Первое", within=10)
    assert "Отменить уже нельзя" in await olga.press("Отменить отправку", told)
    stage.clock.move(EVENING)
    read = await write(olga, ALGEBRA, "Второе")
    await anna.say("/messages")
    await anna.sees("Сообщения семей")
    await anna.press("● 2")
    await anna.sees("Второе")
    assert "Отменить уже нельзя" in await olga.press("Отменить отправку", read)
    await olga.press("Открыть переписку", read)
    assert "Второе" in (await olga.sees("Первое")).text


async def test_nobody_takes_back_the_letter_of_somebody_else(
    olga: Persona, anna: Persona, igor: Persona, egor: Persona, stage: Stage
) -> None:
    stage.clock.move(EVENING)
    sent = await write(olga, ALGEBRA, "Моё письмо")
    data = data_of(sent, "Отменить отправку")
    for outsider in (igor, egor, anna):
        await outsider.say("/menu")
        words = await outsider.press_data(await outsider.sees(), data)
        assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), words
    forged = data.rsplit(":", 1)[0] + ":999"
    assert "Этой кнопкой уже ничего не сделать" in await olga.press_data(sent, forged)
    await olga.press("Открыть переписку", sent)
    await olga.sees("Моё письмо")


async def test_one_of_two_letters_is_taken_back_and_the_other_goes(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(EVENING)
    await write(olga, ALGEBRA, "Первое")
    second = await write(olga, ALGEBRA, "Лишнее")
    await olga.press("Отменить отправку", second)
    await olga.sees("Отменено")
    stage.clock.move(MORNING)
    await anna.say("/menu")
    told = await anna.sees("Первое", within=10)
    assert "Лишнее" not in told.text


async def test_the_button_of_messages_counts_what_is_new_until_the_push_is_read(
    olga: Persona, anna: Persona
) -> None:
    await write(olga, ALGEBRA, "Раз")
    await anna.sees("Раз", within=10)
    await write(olga, ALGEBRA, "Два")
    got = await anna.sees("Два", within=10)
    await anna.say("/menu")
    assert entry(await anna.sees(with_button("Сообщения"))) == "Сообщения · 2 новых"
    assert await anna.press("Прочитано", got) == "Отмечено: прочитано."
    await anna.say("/menu")
    assert entry(await anna.sees(with_button("Сообщения"))) == "Сообщения"
    await anna.press("Спасибо, принято.", got)
    back = await olga.sees("Спасибо, принято.", within=10)
    await olga.say("/menu")
    assert entry(await olga.sees(with_button("Сообщения"))) == "Сообщения · 1 новое"
    await olga.press("Прочитано", back)
    await olga.say("/menu")
    assert entry(await olga.sees(with_button("Сообщения"))) == "Сообщения"
