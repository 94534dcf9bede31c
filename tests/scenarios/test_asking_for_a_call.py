"""«Попросить позвонить»: from a push in large and simple to the class teacher's phone, once a day."""

from datetime import timedelta

import pytest

from tests.scenarios.test_settings import labels, register
from tests.support.letters import HEAD, data_of, write
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import student_id

HOLD = timedelta(minutes=5)


async def large_push(stage: Stage, anna: Persona, tatyana: Persona) -> None:
    await tatyana.say("/settings")
    await tatyana.sees("Настройки")
    await tatyana.press("Крупно и просто: нет")
    await register(anna)
    stage.clock.move(HOLD)
    await tatyana.sees("Егор: нет")


@pytest.mark.requirement("R-095")
async def test_a_family_asks_for_a_call_from_the_push_and_the_class_teacher_hears_once(
    stage: Stage, anna: Persona, maria: Persona, tatyana: Persona
) -> None:
    await large_push(stage, anna, tatyana)
    assert all(len(row) == 1 for row in tatyana.screen.buttons)
    assert len(labels(tatyana.screen)) == 4
    tatyana.rest()
    push = tatyana.screen
    await tatyana.press("Попросить позвонить")
    asks = await tatyana.sees("Попросить позвонить?")
    assert "Мария Ивановна" in asks.text
    assert "Егор Сидоров, 7Б" in asks.text
    await maria.sees_nothing("просят позвонить")
    await tatyana.press("Да, попросить")
    sent = await tatyana.sees("Просьба отправлена: Белова М. И.")
    assert "И.." not in sent.text
    assert tatyana.taps == 2
    asked = await maria.sees("Сидоров Егор, 7Б: просят позвонить.")
    assert "Сидорова Татьяна Павловна" in asked.text
    await tatyana.press("Попросить позвонить", on=push)
    await tatyana.sees("Попросить позвонить?")
    await tatyana.press("Да, попросить")
    await maria.sees_nothing("просят позвонить")
    await maria.press("День класса", on=asked)
    await maria.sees("7Б")


async def test_the_reason_of_a_call_goes_to_whoever_is_asked(olga: Persona, maria: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press("Попросить позвонить")
    await olga.sees("Попросить позвонить?")
    await olga.press("Да, попросить")
    await olga.sees("Просьба отправлена: Белова М. И.")
    await maria.sees("Иванова Аня, 7Б: просят позвонить.")
    await olga.press("Написать, в чём дело")
    await olga.sees("Аня → Белова М. И.")
    await olga.say("О поездке в музей")
    await maria.sees("О поездке в музей", within=10)


async def test_a_call_that_is_thought_better_of_is_not_asked_for(olga: Persona, maria: Persona) -> None:
    await olga.say("/menu")
    await olga.sees("Аня, 7Б")
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press("Попросить позвонить")
    await olga.sees("Попросить позвонить?")
    await olga.press("Нет")
    await olga.sees("Аня, 7Б")
    await maria.sees_nothing("просят позвонить")


async def test_the_other_answers_open_in_the_same_message(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await large_push(stage, anna, tatyana)
    push = tatyana.screen
    await tatyana.press("Другие ответы")
    shown = await tatyana.sees("Егор: нет")
    assert shown.id == push.id
    assert {"Опоздает", "Это ошибка", "Почему это пришло?"} <= set(labels(shown))


async def test_nobody_asks_for_a_call_about_another_familys_child(
    stage: Stage, maria: Persona, olga: Persona
) -> None:
    await olga.say("/menu")
    seen = await olga.sees("Аня, 7Б")
    for sure in (0, 1):
        forged = f"msc:{student_id('egor')}:{sure}"
        assert "Здесь для вас ничего нет" in await olga.press_data(seen, forged)
    await maria.sees_nothing("просят позвонить")


@pytest.mark.requirement("R-095")
@pytest.mark.parametrize(
    "words", ["попросить позвонить", "пусть мне позвонит классная", "Здравствуйте! Позвоните мне, пожалуйста"]
)
async def test_a_call_is_asked_for_in_words(olga: Persona, maria: Persona, words: str) -> None:
    await olga.say(words)
    await olga.sees("Попросить позвонить?")
    await maria.sees_nothing("просят позвонить")
    await olga.press("Да, попросить")
    await olga.sees("Просьба отправлена: Белова М. И.")
    await maria.sees("Иванова Аня, 7Б: просят позвонить.")


async def test_no_number_is_given_away_but_both_ways_are(olga: Persona) -> None:
    await olga.say("номер телефона классной")
    shown = await olga.sees("Телефоны сотрудников я не даю")
    await olga.press("Попросить позвонить")
    await olga.sees("Попросить позвонить?")
    await olga.press("Написать", on=shown)
    await olga.sees("Аня → Белова М. И.")


async def test_where_letters_are_stopped_no_call_is_asked_for_either(
    olga: Persona, maria: Persona, pavel: Persona
) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    old = await olga.sees("кому написать?")
    asking = data_of(old, "Попросить позвонить")
    await olga.press("Попросить позвонить")
    confirming = await olga.sees("Попросить позвонить?")
    await write(olga, HEAD, "Грубые слова")
    await maria.sees("Грубые слова", within=10)
    await maria.press("Открыть переписку")
    await maria.sees("Грубые слова")
    await maria.press("Пожаловаться")
    await maria.sees("смогут прочитать")
    await maria.press("Пожаловаться")
    await pavel.sees("Жалоба на переписку", within=10)
    await pavel.press("Прочитать и решить")
    await pavel.sees("Грубые слова")
    await pavel.press("Остановить переписку")
    await pavel.sees("Остановлено")
    for data in (asking, data_of(confirming, "Да, попросить"), "msc:0:1"):
        assert "Школа остановила эту переписку" in await olga.press_data(confirming, data)
    await maria.sees_nothing("просят позвонить")
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    shown = await olga.sees("кому написать?")
    assert "Попросить позвонить" not in labels(shown)
