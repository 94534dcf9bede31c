"""The class teacher's letter of the month: one screen, every family its own figures."""

import pytest
from sqlalchemy import select

from storage.tables.messages import messages
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import UNITS


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
        for act in ("v:0", "c:0", "f:0", "x:1", "s:1"):
            await outsider.say("/menu")
            words = await outsider.press_data(await outsider.sees(), f"mtm:{UNITS['7Б'][0]}:{act}")
            assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), words
