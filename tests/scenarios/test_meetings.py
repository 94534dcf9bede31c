"""A parents' meeting from the class teacher's phone: invitations, answers, papers, a reminder."""

from datetime import timedelta

import pytest

from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import UNITS, student_id

UNIT = UNITS["7Б"][0]
ANYA, EGOR = student_id("anya"), student_id("egor")


async def invite(maria: Persona, line: str = "22.10 18:30 каб. 214") -> None:
    await maria.say("/class")
    await maria.press("Родительское собрание", await maria.sees(with_button("Родительское собрание")))
    await maria.press("Новое собрание", await maria.sees("7Б: родительские собрания"))
    await maria.sees("7Б: когда собрание?")
    await maria.say(line)
    await maria.sees("приглашение, ещё не отправлено")
    await maria.press("Пригласить")
    await maria.sees("Приглашения отправляются.")


@pytest.mark.requirement("R-075")
async def test_families_answer_until_it_begins_and_the_counter_lives(
    maria: Persona, olga: Persona, igor: Persona, tatyana: Persona, egor: Persona, stage: Stage
) -> None:
    await invite(maria)
    asked = await olga.sees("Аня, 7Б: чт 22.10, 18:30: Родительское собрание, каб. 214", within=10)
    assert [b.text for b in asked.buttons[0]] == ["Приду", "Не смогу", "Вопрос"]
    await olga.press("Приду")
    await olga.sees("Ваш ответ: придёте. До начала собрания ответ можно изменить.")
    counter = await maria.sees("Придут: 1 из 6, не смогут: 0.", within=10)
    assert "Ещё не ответили: 1." in counter.text
    assert "Не подключены: Ёлкин Б." in counter.text
    # Whoever comes speaks for the family, and the counter moves in its own message.
    await igor.press("Не смогу", await igor.sees("Родительское собрание", within=10))
    await igor.sees("Ваш ответ: не сможете.")
    await tatyana.press("Не смогу", await tatyana.sees("Родительское собрание", within=10))
    moved = await maria.sees("Придут: 1 из 6, не смогут: 1.", within=10)
    assert moved.id == counter.id
    await olga.press("Не смогу")
    await maria.sees("Придут: 0 из 6, не смогут: 2.", within=10)
    await egor.sees_nothing("Придёте?")
    # The answer is found later, too.
    await olga.say("/events")
    await olga.press("Собрание 22.10: вы не сможете", await olga.sees("Аня: что впереди"))
    await olga.press("Приду", await olga.sees("Ваш ответ: не сможете."))
    await olga.sees("Ваш ответ: придёте.")
    await maria.press("Кто придёт", await maria.sees("Придут: 1 из 6", within=10))
    named = await maria.sees("Придут (1)")
    assert named.id != counter.id
    assert "Придут (1)\nИванова А.\nНе смогут (1)\nСидоров Е." in named.text
    # On the day whoever means to come is reminded, whoever declined is not.
    stage.clock.move(timedelta(days=8))
    await olga.sees("напоминаем: чт 22.10, 18:30: Родительское собрание", within=10)
    await tatyana.sees_nothing("напоминаем")
    stage.clock.move(timedelta(hours=9))
    late = await olga.press_data(olga.screen, f"gtc:{_event(maria)}:{ANYA}:0")
    assert late == "Собрание уже началось: менять ничего нельзя."


def _event(maria: Persona) -> str:
    return maria.data("gta:").split(":")[1]


@pytest.mark.requirement("R-101")
async def test_papers_for_the_evening_lie_ready(maria: Persona) -> None:
    await invite(maria)
    await maria.press("Листы для семей")
    sheets = await maria.sees("7Б: листы для семей")
    assert "Страниц: 6. На каждой только свой ребёнок" in sheets.text
    assert sheets.document is not None
    assert sheets.document.data.startswith(b"%PDF")
    await maria.press_data(maria.screen, f"gt:{UNIT}:0")
    await maria.press("Лист регистрации", await maria.sees("Придут: 0 из 6"))
    signed = await maria.sees("7Б: лист регистрации")
    assert signed.document is not None
    assert signed.document.data.startswith(b"%PDF")
    await maria.press_data(signed, f"gt:{UNIT}:0")
    await maria.press("Талоны для неподключённых", await maria.sees("Не подключены: Ёлкин Б."))
    await maria.sees("7Б")


async def test_what_changes_is_told_and_a_planned_event_becomes_a_meeting(
    maria: Persona, olga: Persona, tatyana: Persona
) -> None:
    await maria.say("/class")
    await maria.press("События класса", await maria.sees(with_button("События класса")))
    await maria.press("Добавить событие", await maria.sees("7Б: события"))
    await maria.sees("что запланировано?")
    await maria.say("22.10 18:30 Собрание о поездке, каб. 114")
    await maria.sees("Готово: событие в дневнике")
    await maria.say("/class")
    await maria.press("Родительское собрание", await maria.sees(with_button("Родительское собрание")))
    offered = await maria.sees("никто ещё не приглашён")
    await maria.press("Пригласить: 22.10 Собрание о поездке", offered)
    await maria.press("Пригласить", await maria.sees("ещё не отправлено"))
    await maria.sees("Приглашения отправляются.")
    first = await olga.sees("каб. 114", within=10)
    await olga.press("Приду", first)
    await olga.sees("Ваш ответ: придёте.")
    await maria.press("Напомнить не ответившим (1)", await maria.sees("Придут: 1 из 6", within=10))
    await maria.sees("Напомним тем, кто ещё не ответил.")
    await tatyana.sees("напоминаем: чт 22.10", within=10)
    await olga.sees_nothing("напоминаем")
    await maria.press("Напомнить не ответившим (1)")
    await maria.sees("Сегодня им уже напоминали")
    number = _event(maria)
    await maria.press("Исправить")
    await maria.sees("когда собрание?")
    await maria.say("23.10 18:00 каб. 5")
    await maria.sees("Исправлено: семьи узнают сейчас.")
    await olga.sees("изменено: пт 23.10, 18:00: Собрание о поездке, каб. 5", within=10)
    await maria.press("Отменить собрание")
    await maria.press("Да, отменить", await maria.sees("Собрание не состоится?"))
    await maria.sees("Отменено. Все приглашённые узнают об этом.")
    await olga.sees("отменено: пт 23.10, 18:00", within=10)
    refused = await olga.press_data(first, f"gtc:{number}:{ANYA}:1")
    assert refused == "Это собрание отменено."


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("в пятницу", "В какой день?"),
        ("23.10 каб. 214", "Во сколько?"),
        ("14.10 9:00 каб. 214", "Собрание уже началось"),
    ],
)
async def test_an_unclear_meeting_is_asked_for_again(line: str, asked: str, maria: Persona) -> None:
    await maria.say("/class")
    await maria.press_data(await maria.sees("7Б"), f"gtn:{UNIT}:0")
    await maria.sees("когда собрание?")
    await maria.say(line)
    await maria.sees(asked)
    await maria.say("23 октября 18:30")
    await maria.sees("пт 23.10, 18:30: Родительское собрание")


@pytest.mark.requirement("R-005")
async def test_nobody_else_invites_or_answers(
    maria: Persona, anna: Persona, svetlana: Persona, pavel: Persona, olga: Persona, egor: Persona
) -> None:
    await invite(maria)
    number = _event(maria)
    mine = [f"gt:{UNIT}:1", f"gtn:{UNIT}:0", f"gtn:{UNIT}:{number}", f"gtd:{UNIT}:1"]
    mine += [f"gta:{number}:{act}" for act in "vwpinslxy"]
    for person in (anna, svetlana, pavel, olga, egor):
        await person.say("/menu")
        seen = await person.sees()
        for data in mine:
            words = await person.press_data(seen, data)
            assert words.startswith(("Здесь для вас ничего нет", "Этим занимается другой")), (data, words)
    theirs = [f"gtc:{number}:{EGOR}:1", f"gtf:{number}:{EGOR}", f"gtc:{number}:{student_id('petya')}:1"]
    for data in theirs:
        assert (await olga.press_data(olga.screen, data)).startswith("Здесь для вас ничего нет"), data
    own = await egor.press_data(egor.screen, f"gtc:{number}:{EGOR}:1")
    assert own.startswith("Здесь для вас ничего нет")
    assert "уже не ждёт" in await maria.press_data(maria.screen, f"gtd:{UNIT}:1")
