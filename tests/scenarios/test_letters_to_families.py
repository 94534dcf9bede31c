"""A colleague writes to a family first."""

import pytest
from sqlalchemy import update

from storage.tables.access import bindings
from tests.support.letters import ALGEBRA, write
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id, student_id


@pytest.mark.requirement("R-086")
async def test_a_class_teacher_begins_a_thread_from_the_class_and_the_family_answers(
    maria: Persona, olga: Persona, igor: Persona
) -> None:
    await maria.say("/class")
    await maria.sees(with_button("Написать семье"))
    await maria.press("Написать семье")
    await maria.sees("чьей семье написать?")
    await maria.press("Иванова Аня")
    await maria.sees("кому написать?")
    await maria.press("Ольга")
    await maria.sees("Аня Иванова, 7Б → Иванова О. В.")
    await maria.say("Аня выиграла олимпиаду!")
    await maria.sees("Отправлено семье: Иванова О. В.")
    told = await olga.sees("Аня выиграла олимпиаду!", within=10)
    assert "Аня · пишет Белова М. И." in told.text
    await igor.sees_nothing("олимпиаду")
    await olga.press("Ответить")
    await olga.sees("Напишите сообщение")
    await olga.say("Как мы рады!")
    await olga.sees("Отправлено: Белова М. И.")
    await maria.sees("Как мы рады!", within=10)
    # The family that writes to her itself goes on in the same thread.
    await write(olga, "Белова М. И. · классный руководитель", "Спасибо ещё раз")
    await maria.sees("Спасибо ещё раз", within=10)
    await maria.press("Открыть переписку")
    await maria.sees("Аня выиграла олимпиаду!")


async def test_a_teacher_writes_from_the_inbox_in_the_thread_that_stands(
    anna: Persona, olga: Persona
) -> None:
    await write(olga, ALGEBRA, "Добрый день! Когда пересдача?")
    await anna.sees("Добрый день! Когда пересдача?", within=10)
    await anna.say("/messages")
    await anna.sees(with_button("Написать семье"))
    await anna.press("Написать семье")
    screen = await anna.sees()
    if "Какой класс?" in screen.text:
        await anna.press("7Б")
        await anna.sees("чьей семье написать?")
    await anna.press("Иванова Аня")
    await anna.sees("кому написать?")
    await anna.press("Ольга")
    await anna.sees("Напишите сообщение")
    await anna.say("В четверг")
    await anna.sees("Отправлено семье")
    await olga.sees("В четверг", within=10)
    await olga.press("Открыть переписку")
    await olga.sees("Добрый день! Когда пересдача?")


async def test_nobody_writes_to_a_strange_family_or_as_a_family(
    anna: Persona, svetlana: Persona, olga: Persona, tatyana: Persona
) -> None:
    student, person = student_id("anya"), person_id("olga")
    for outsider in (svetlana, olga, tatyana):
        for forged in (f"mtr:{student}:{person}", f"mtp:{student}"):
            await outsider.say("/menu")
            words = await outsider.press_data(await outsider.sees(), forged)
            assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), words
    await anna.say("/menu")
    stranger = f"mtr:{student}:{person_id('tatyana')}"
    assert "Ничего не отправлено" in await anna.press_data(await anna.sees(), stranger)


async def test_a_family_without_the_diary_is_said_to_be_out_of_reach(maria: Persona, stage: Stage) -> None:
    async with stage.house.store.connection(writing=True) as db:
        ended = update(bindings).where(bindings.c.student_id == student_id("anya"))
        await db.run(ended.values(ended_at=stage.clock.now()))
        await db.connection.commit()
    await maria.say("/menu")
    await maria.press_data(await maria.sees(), f"mtp:{student_id('anya')}")
    await maria.sees("дневник ещё никто не подключил")
    await maria.press("Назад")
    await maria.sees("чьей семье написать?")
