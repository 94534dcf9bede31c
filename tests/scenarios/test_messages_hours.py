"""Office hours: what is written outside them waits, and says so."""

from datetime import datetime

from tests.support.letters import ALGEBRA, choose, write
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import ZONE


async def test_outside_office_hours_a_message_is_taken_and_told_in_the_morning(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 16, 19, 30, tzinfo=ZONE))
    await choose(olga, ALGEBRA)
    await olga.say("Первый вопрос")
    taken = await olga.sees("Отправлено: Кузнецова А. С.")
    assert "ответить смогут с пн 19.10, 8:00" in taken.text
    await olga.press("Открыть переписку")
    await olga.sees("Первый вопрос")
    await olga.press("Ответить")
    await olga.sees("Напишите сообщение")
    await olga.say("И второй")
    await olga.sees("Отправлено")
    await anna.sees_nothing("вопрос")
    stage.clock.move(datetime(2026, 10, 19, 8, 0, 5, tzinfo=ZONE))
    await anna.say("/menu")
    got = await anna.sees("Первый вопрос", within=10)
    # What waited comes together, once.
    assert "И второй" in got.text
    await anna.sees_nothing("И второй")


async def test_a_letter_in_the_holidays_waits_for_school_and_says_so(
    olga: Persona, anna: Persona, pavel: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 27, 10, 0, tzinfo=ZONE))
    taken = await write(olga, ALGEBRA, "Аня забыла тетрадь в школе")
    assert "ответить смогут с пн 02.11, 8:00" in taken.text
    # The administration works in the students' holidays.
    desk = await write(olga, "Администрация школы", "Нужна справка")
    assert "ответить смогут" not in desk.text
    await pavel.sees("Нужна справка", within=10)
    stage.clock.move(datetime(2026, 11, 2, 8, 0, 5, tzinfo=ZONE))
    await anna.say("/menu")
    await anna.sees("Аня забыла тетрадь в школе", within=10)


async def test_what_was_read_in_the_evening_is_not_told_in_the_morning(
    olga: Persona, anna: Persona, stage: Stage
) -> None:
    stage.clock.move(datetime(2026, 10, 14, 19, 30, tzinfo=ZONE))
    await write(olga, ALGEBRA, "Вечерний вопрос")
    await anna.say("/menu")
    assert "Новые сообщения: 1" in (await anna.sees(with_button("Сообщения"))).text
    await anna.press("Сообщения")
    await anna.sees("Новых: 1")
    await anna.press("● 1 · Аня Иванова, 7Б · Иванова О. В.")
    await anna.sees("Вечерний вопрос")
    stage.clock.move(datetime(2026, 10, 15, 8, 1, tzinfo=ZONE))
    await anna.say("/menu")
    assert "Новые сообщения" not in (await anna.sees(with_button("Сообщения"))).text
    await anna.sees_nothing("Вечерний вопрос")
