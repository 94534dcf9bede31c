"""Buttons: styles, answers, edits in place, the bot's own keyboard."""

import pytest

from tests.browser.page import Page, Phone
from tests.browser.stage import OLGA, Stage

pytestmark = pytest.mark.browser


def test_press_edits_the_message_in_place(olga: Phone) -> None:
    """Same element, new words, the mark «изменено», no new message."""
    greeting = olga.start()
    count = len(olga.messages())
    olga.press("✓ Есть")
    edited = olga.sees("Отмечено: нет")
    assert edited == greeting
    assert "изменено" in olga.page.part("meta", edited).text
    assert len(olga.messages()) == count
    assert [key.text for key in olga.page.parts("key", edited)] == ["✗ Нет"]


def test_focus_stays_on_the_place_of_the_pressed_button(page: Page, olga: Phone) -> None:
    """A teacher with a keyboard goes through a register without beginning anew after each tap."""
    olga.start()
    olga.press("✓ Есть")
    olga.sees("Отмечено: нет")
    assert page.driver.switch_to.active_element.text == "✗ Нет"


def test_styles_have_their_colours_and_words(olga: Phone) -> None:
    olga.start()
    styles = {key.text: key.get_attribute("data-style") for key in olga.page.parts("key", olga.node)}
    assert (styles["✓ Есть"], styles["Сохранить"], styles["Подсказка"]) == ("success", "primary", "plain")
    colours = {
        olga.key(label).value_of_css_property("background-color")
        for label in ("✓ Есть", "Сохранить", "Подсказка")
    }
    assert len(colours) == 3


def test_short_answer_is_a_toast_and_the_wheel_stops(olga: Phone) -> None:
    olga.start()
    olga.press("Подсказка")
    assert olga.part("toast").text == "Короткий ответ"
    olga.page.until(lambda: not _waiting(olga), "the wheel to stop")


def test_alert_must_be_put_away_and_gives_the_focus_back(page: Page, olga: Phone, pavel: Phone) -> None:
    """The alert covers its own phone only."""
    olga.start()
    olga.press("Тревога")
    assert "Срок прошёл в 17:00" in olga.part("alert").text
    assert page.run("return arguments[0].querySelector('.phone-body').inert", olga.node)
    assert not page.run("return arguments[0].querySelector('.phone-body').inert", pavel.node)
    olga.tap("alert-ok")
    page.until(lambda: not olga.has("alert"), "the alert to go")
    assert page.driver.switch_to.active_element.text == "Тревога"


def test_link_button_opens_apart(olga: Phone) -> None:
    olga.start()
    link = olga.key("Сайт")
    assert (link.tag_name, link.get_attribute("href")) == ("a", "https://school.example/")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")


def test_reply_keyboard_is_shown_sends_its_words_and_goes(olga: Phone) -> None:
    olga.start()
    olga.say("клавиатура")
    keys = olga.part("reply-keys").find_elements("css selector", "button")
    assert [key.text for key in keys] == ["Сегодня", "Неделя"]
    keys[1].click()
    olga.sees("Вы: Неделя")
    olga.say("без клавиатуры")
    olga.sees("Убрано")
    olga.page.until(lambda: not olga.has("reply-keys"), "the keyboard to go")


def test_press_that_the_bot_never_answers_keeps_turning(olga: Phone, stage: Stage) -> None:
    """The wheel tells that the bot is slow; nothing else is blocked meanwhile."""
    olga.start()
    stage.do(stage.pause_bot())
    olga.press("Подсказка")
    olga.page.until(lambda: _waiting(olga), "the wheel")
    assert olga.key("Подсказка").get_attribute("aria-busy") == "true"
    olga.say("а я пишу")
    olga.sees("а я пишу", "person")
    assert stage.person(OLGA).messages[-1].text == "а я пишу"


def _waiting(phone: Phone) -> bool:
    return "waiting" in (phone.key("Подсказка").get_attribute("class") or "")
