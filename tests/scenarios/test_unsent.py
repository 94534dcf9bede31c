"""A letter is shown before it goes where nobody was surely meant, and nothing typed or sent along is lost."""

import pytest

from tests.simulator.pictures import PNG
from tests.support.letters import HEAD, choose, data_of
from tests.support.persona import Persona, with_button

ALGEBRA = "Кузнецова А. С. · алгебра"


@pytest.mark.requirement("R-086")
async def test_a_letter_begun_by_a_sentence_is_shown_before_it_goes(olga: Persona, maria: Persona) -> None:
    await olga.say("напиши классной")
    await olga.sees("Аня → Белова М. И.")
    await olga.say("Аня придёт ко 2-му уроку")
    shown = await olga.sees("Отправить это (Белова М. И.) или сделать это здесь?")
    await maria.sees_nothing("придёт")
    old = next(b.data or "" for row in shown.buttons for b in row if "Отправить" in b.text)
    await olga.press("Изменить")
    await olga.sees("Напишите сообщение")
    await olga.say("Аня придёт к 3-му уроку")
    again = await olga.sees("к 3-му уроку")
    # The button under the old words sends nothing else than the old words.
    await olga.press_data(shown, old)
    await maria.sees_nothing("ко 2-му")
    await olga.press("Отправить", again)
    await olga.sees("Отправлено: Белова М. И.")
    got = await maria.sees("к 3-му уроку", within=10)
    assert "ко 2-му" not in got.text


async def test_a_question_typed_into_a_letter_is_asked_about(olga: Persona, anna: Persona) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press(ALGEBRA)
    await olga.sees(with_button("Отмена"))
    await olga.say("какие оценки у Пети")
    await olga.sees("Отправить это (Кузнецова А. С.) или ответить здесь?")
    await olga.press("Это вопрос к дневнику")
    await olga.sees("Петя")
    await anna.sees_nothing("какие оценки")
    await olga.say("какие оценки у Ани")
    await olga.sees("Аня")
    await anna.sees_nothing("какие оценки")


@pytest.mark.requirement("R-086")
async def test_a_question_without_a_child_is_asked_about_too_and_goes_in_one_tap(
    olga: Persona, anna: Persona
) -> None:
    await choose(olga, ALGEBRA)
    await olga.say("когда контрольная?")
    shown = await olga.sees("Отправить это (Кузнецова А. С.) или ответить здесь?")
    assert any("Это вопрос к дневнику" in button.text for row in shown.buttons for button in row)
    await anna.sees_nothing("контрольная")
    await olga.press("Отправить")
    await olga.sees("Отправлено: Кузнецова А. С.")
    await anna.sees("когда контрольная?", within=10)


@pytest.mark.parametrize("letter", ["Добрый день! Когда контрольная?", "О поездке в музей", "Спасибо вам"])
async def test_what_is_clearly_a_letter_goes_with_no_further_tap(
    olga: Persona, anna: Persona, letter: str
) -> None:
    await choose(olga, ALGEBRA)
    olga.rest()
    await olga.say(letter)
    await olga.sees("Отправлено: Кузнецова А. С.")
    assert olga.taps == 0
    await anna.sees(letter, within=10)


async def test_a_cancelled_letter_leaves_nothing_waiting(olga: Persona, anna: Persona) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press(ALGEBRA)
    await olga.sees("Напишите сообщение")
    await olga.press("Отмена")
    await olga.sees("Ничего не отправлено")
    await olga.say("Олечка, купи молока")
    await olga.sees()
    await anna.sees_nothing("молока")


async def test_a_letter_typed_before_choosing_is_kept_and_asks_to_whom(olga: Persona, anna: Persona) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.say("Аня забыла тетрадь, можно сдать завтра?")
    await olga.sees("Нажмите, кому отправить")
    await olga.press(ALGEBRA)
    await olga.sees("Пока ничего не отправлено")
    await olga.press("Отправить")
    await olga.sees("Отправлено: Кузнецова А. С.")
    await anna.sees("Аня забыла тетрадь", within=10)


async def test_a_photo_sent_out_of_place_is_kept_and_goes_in_two_taps(olga: Persona, anna: Persona) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.send_photo(PNG)
    await olga.sees("Нажмите, кому отправить")
    olga.rest()
    await olga.press(ALGEBRA)
    await olga.sees("Пока ничего не отправлено")
    await olga.press("Отправить")
    await olga.sees("Отправлено")
    assert olga.taps == 2
    assert (await anna.sees("пишет Иванова О. В.", within=10)).file is not None


async def test_what_one_answers_is_read(olga: Persona, anna: Persona) -> None:
    await olga.say("/menu")
    await olga.sees(with_button("Написать"))
    await olga.press("Написать")
    await olga.sees("кому написать?")
    await olga.press(ALGEBRA)
    await olga.sees("Напишите сообщение")
    await olga.say("Добрый день! Когда пересдача?")
    await anna.sees("Добрый день! Когда пересдача?", within=10)
    await anna.press("Ответить")
    await anna.sees("Напишите сообщение")
    await anna.say("/menu")
    assert "Новые сообщения" not in (await anna.sees(with_button("Сообщения"))).text


@pytest.mark.parametrize(
    ("words", "label", "instead"),
    [
        ("аня завтра не придет, температура", "Сообщить об отсутствии", "Аня, отсутствие"),
        ("напиши учителю алгебры, что Аня забыла тетрадь", "Другое письмо", "Аня → Кузнецова А. С."),
        ("спасибо", "Это дневнику", "Пожалуйста!"),
        ("хочу поменять язык", "Настройки", "Язык"),
        ("попросить позвонить", "Попросить позвонить", "Попросить позвонить?"),
    ],
)
@pytest.mark.requirement("R-086")
async def test_what_says_something_else_too_is_asked_about(
    olga: Persona, maria: Persona, words: str, label: str, instead: str
) -> None:
    await choose(olga, HEAD)
    await olga.say(words)
    await olga.sees("Отправить это (Белова М. И.) или")
    await maria.sees_nothing(words)
    await olga.press(label)
    await olga.sees(instead)
    await olga.say("Олечка, купи молока")
    await olga.sees()
    await maria.sees_nothing("молока")


async def test_a_letter_that_was_another_keeps_its_words(olga: Persona, anna: Persona) -> None:
    await choose(olga, HEAD)
    await olga.say("напиши учителю алгебры, что Аня забыла тетрадь")
    await olga.sees("или сделать это здесь?")
    await olga.press("Другое письмо")
    shown = await olga.sees("Аня → Кузнецова А. С.")
    assert "Аня забыла тетрадь" in shown.text
    await olga.press("Отправить")
    await anna.sees("Аня забыла тетрадь", within=10)


async def test_a_letter_that_names_the_other_child_can_be_about_it(olga: Persona, anna: Persona) -> None:
    await choose(olga, ALGEBRA)
    await olga.say("Петя забыл дома сменку, простите нас")
    shown = await olga.sees("Письмо о ребёнке: Аня, а названо имя: Петя.")
    await anna.sees_nothing("сменку")
    turning = data_of(shown, "О ребёнке: Петя")
    await olga.press("О ребёнке: Петя")
    found = await olga.sees("Петя: кому написать?")
    assert "Петя забыл дома" in found.text
    await olga.press("Администрация школы")
    await olga.sees("Петя → Администрация школы")
    # The button under the old screen turns nothing else.
    assert "уже не ждёт" in await olga.press_data(shown, turning)
