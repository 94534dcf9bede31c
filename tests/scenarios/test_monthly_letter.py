"""The class teacher's letter of the month: one screen, every family its own figures."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables.messages import messages
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import UNITS, student_id


@pytest.mark.requirement("R-087")
async def test_every_family_gets_its_own_figures_in_a_letter_it_can_answer(
    maria: Persona, olga: Persona, igor: Persona, tatyana: Persona, stage: Stage
) -> None:
    await maria.say("/class")
    await maria.sees(with_button("Письмо за месяц"))
    await maria.press("Письмо за месяц")
    shown = await maria.sees("7Б: письмо за месяц")
    assert "Так увидит семья:" in shown.text
    assert "[" not in shown.text.split("В него подставятся")[0]
    await maria.say("Добрый день! [имя] за месяц. [пропуски] Жду вас на собрании.")
    await maria.sees("Жду вас на собрании")
    await maria.press("Отправить всем")
    await maria.sees("Отправлено. Получателей:")
    told = await olga.sees("Жду вас на собрании", within=10)
    assert "Добрый день! Аня за месяц. " in told.text
    assert "пишет Белова М. И." in told.text
    other = await tatyana.sees("Жду вас на собрании", within=10)
    assert "Аня" not in other.text
    await igor.sees("Жду вас на собрании", within=10)
    await olga.press("Ответить", told)
    await olga.sees("Напишите сообщение")
    await olga.say("Спасибо, мы придём")
    await maria.sees("Спасибо, мы придём", within=10)
    # It is no flood: she goes on writing.
    await maria.press("Спасибо, принято.")
    await olga.sees("Спасибо, принято.", within=10)


@pytest.mark.requirement("R-087")
async def test_words_for_one_family_are_kept_until_the_letter_goes(
    maria: Persona, olga: Persona, tatyana: Persona, stage: Stage
) -> None:
    letter = f"mtm:{UNITS['7Б'][0]}:v:0"
    await maria.say("/class")
    await maria.press_data(await maria.sees("7Б"), letter)
    first = await maria.sees("Так увидит семья: Иванова Аня")
    await maria.press("Изменить для этой семьи", first)
    asked = await maria.sees("7Б, Иванова Аня: слова для этой семьи")
    assert "Аня: итоги за 30 дней" in asked.text
    await maria.say("[имя] выиграла олимпиаду! [средние]")
    own = await maria.sees("Аня выиграла олимпиаду!")
    assert "Своими словами написано: 1 из 2" in own.text
    # Other work in between loses nothing, and in the last days of the month she is reminded of what is left.
    await maria.say("/now")
    await maria.sees()
    stage.clock.move(timedelta(days=12, hours=6))
    due = await maria.sees("7Б: письмо за месяц ещё не отправлено", within=10)
    assert "Своими словами написано: 1 из 6." in due.text
    await maria.press("Открыть письмо", due)
    await maria.press("Другая семья ›", await maria.sees("Аня выиграла олимпиаду!"))
    await maria.sees("Егор: итоги за 30 дней")
    await maria.press("Кому не отправлять")
    await maria.sees(with_button("✎ Иванова Аня"))
    await maria.press("Готово")
    await maria.press("Отправить всем", await maria.sees("Своими словами написано: 1 из 2"))
    await maria.sees("Отправлено. Получателей:")
    assert "Аня выиграла олимпиаду!" in (await olga.sees("олимпиаду", within=10)).text
    assert "олимпиаду" not in (await tatyana.sees("Егор: итоги за 30 дней", within=10)).text
    stage.clock.move(timedelta(days=1))
    await maria.sees_nothing("ещё не отправлено")
    await maria.press_data(maria.screen, letter)
    fresh = await maria.sees("Так увидит семья: Иванова Аня")
    assert "олимпиаду" not in fresh.text


async def test_a_family_can_go_back_to_the_common_letter(maria: Persona) -> None:
    unit, anya = UNITS["7Б"][0], student_id("anya")
    await maria.say("/class")
    await maria.press_data(await maria.sees("7Б"), f"mtm:{unit}:o:{anya}")
    await maria.sees("слова для этой семьи")
    await maria.say("Только для вас")
    await maria.press("Общий текст", await maria.sees("Только для вас"))
    assert "Только для вас" not in (await maria.sees("итоги за 30 дней")).text
    stranger = await maria.press_data(maria.screen, f"mtm:{unit}:o:{student_id('petya')}")
    assert stranger.startswith("Здесь для вас ничего нет")


async def test_a_family_left_out_gets_nothing_and_a_second_press_sends_nothing(
    maria: Persona, olga: Persona, tatyana: Persona, stage: Stage
) -> None:
    await maria.say("/menu")
    await maria.press_data(await maria.sees(), f"mtm:{UNITS['7Б'][0]}:v:0")
    await maria.sees("7Б: письмо за месяц")
    await maria.press("Кому не отправлять")
    await maria.sees("кто получит письмо")
    await maria.press("● Иванова Аня")
    await maria.sees(with_button("○ Иванова Аня"))
    await maria.press("Готово")
    preview = await maria.sees("7Б: письмо за месяц")
    send = next(b.data or "" for row in preview.buttons for b in row if b.text == "Отправить всем")
    await maria.press("Отправить всем")
    await maria.sees("Отправлено. Получателей:")
    await tatyana.sees("итоги за 30 дней", within=10)
    await olga.sees_nothing("итоги за 30 дней")
    async with stage.house.store.connection() as db:
        sent = len(await db.all(select(messages.c.id)))
    assert "уже не ждёт" in await maria.press_data(maria.screen, send)
    await maria.press_data(maria.screen, f"mtm:{UNITS['7Б'][0]}:v:0")
    again = await maria.sees("Сегодня это письмо классу уже отправлено")
    assert not any(b.text == "Отправить всем" for row in again.buttons for b in row)
    async with stage.house.store.connection() as db:
        assert len(await db.all(select(messages.c.id))) == sent


async def test_only_the_class_teacher_sends_it(
    maria: Persona, anna: Persona, pavel: Persona, olga: Persona
) -> None:
    for outsider in (anna, pavel, olga):
        for act in ("v:0", "c:0", "f:0", "x:1", "s:1", "o:201", "a:201"):
            await outsider.say("/menu")
            words = await outsider.press_data(await outsider.sees(), f"mtm:{UNITS['7Б'][0]}:{act}")
            assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), words
