"""Words in a chat: sending, markup, marks, typing, commands."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from tests.browser.page import Page, Phone
from tests.browser.stage import OLGA, Stage

pytestmark = pytest.mark.browser


def test_person_starts_the_bot_and_is_greeted(olga: Phone, stage: Stage) -> None:
    """An empty chat offers «Начать»; the button goes away once the chat has begun."""
    greeting = olga.start()
    assert greeting.get_attribute("data-message") == str(stage.person(OLGA).last.id)
    assert not olga.has("start")
    assert olga.sees("/start", "person").is_displayed()


def test_text_is_sent_by_enter_and_answered(olga: Phone) -> None:
    olga.start()
    olga.say("что задали?")
    olga.sees("что задали?", "person")
    olga.sees("Вы: что задали?")
    assert olga.part("composer-text").get_attribute("value") == ""


def test_shift_enter_makes_a_new_line(olga: Phone, stage: Stage) -> None:
    olga.start()
    box = olga.part("composer-text")
    box.send_keys("раз", Keys.SHIFT + Keys.ENTER + Keys.NULL, "два", Keys.ENTER)
    olga.sees("Вы: раз\nдва")
    assert any(message.text == "раз\nдва" for message in stage.person(OLGA).messages)


def test_markup_is_shown_and_foreign_markup_stays_words(olga: Phone) -> None:
    """Tags that the bot escaped are letters on the screen, not elements."""
    olga.start()
    olga.say("разметка")
    message = olga.sees("Аня")
    assert olga.page.run("return arguments[0].querySelector('b').textContent", message) == "Аня"
    assert "<img src=x onerror=alert(1)>" in message.text
    assert olga.page.run("return arguments[0].querySelectorAll('img').length", message) == 0


def test_what_the_person_types_is_never_markup(olga: Phone) -> None:
    olga.start()
    olga.say("<b>жирно</b><script>document.title='взлом'</script>")
    message = olga.sees("<b>жирно</b>", "person")
    assert olga.page.run("return arguments[0].querySelectorAll('.text b, script').length", message) == 0
    assert "взлом" not in olga.page.driver.title


def test_spoiler_opens_by_a_click(olga: Phone) -> None:
    olga.start()
    olga.say("разметка")
    message = olga.sees("Аня")
    spoiler = message.find_element("css selector", "tg-spoiler")
    assert spoiler.get_attribute("role") == "button"
    spoiler.click()
    assert spoiler.get_attribute("class") == "open"


def test_command_in_a_text_is_sent_by_a_click(olga: Phone) -> None:
    olga.start()
    olga.say("разметка")
    olga.sees("Аня").find_element("css selector", ".command").click()
    olga.sees("Вы: /week")


def test_silent_and_protected_messages_bear_their_marks(olga: Phone) -> None:
    olga.start()
    olga.say("тихо")
    meta = olga.page.part("meta", olga.sees("Тихое и закрытое"))
    names = [mark.get_attribute("aria-label") for mark in meta.find_elements("css selector", "[role=img]")]
    assert names == ["Без звука", "Пересылать и сохранять нельзя"]


def test_bot_is_seen_typing_until_it_writes(olga: Phone) -> None:
    olga.start()
    olga.say("печатай")
    olga.page.until(lambda: "печатает" in olga.part("typing").text, "typing")
    olga.say("готово")
    olga.sees("Вы: готово")
    assert olga.part("typing").text == ""


def test_menu_lists_the_commands_of_the_bot(olga: Phone) -> None:
    olga.start()
    olga.tap("menu")
    olga.page.until(lambda: olga.has("commands"), "the menu")
    assert [line.split("\n")[0] for line in _options(olga)] == ["/start", "/now", "/week"]


def test_slash_narrows_the_menu_and_arrows_choose(olga: Phone) -> None:
    olga.start()
    box = olga.part("composer-text")
    box.send_keys("/")
    olga.page.until(lambda: len(_options(olga)) == 3, "all commands")
    box.send_keys("w")
    olga.page.until(lambda: len(_options(olga)) == 1, "one command")
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    olga.sees("Вы: /week")


def test_reply_quotes_the_message(olga: Phone, stage: Stage) -> None:
    greeting = olga.start()
    reply = greeting.find_element("css selector", ".reply")
    olga.page.run("arguments[0].click()", reply)
    olga.say("спасибо")
    own = olga.sees("спасибо", "person")
    assert "Здравствуйте!" in own.find_element("css selector", ".quote").text
    sent = next(message for message in stage.person(OLGA).messages if message.text == "спасибо")
    assert sent.reply_to == int(greeting.get_attribute("data-message"))


def test_rich_table_is_drawn_as_a_table(olga: Phone) -> None:
    olga.start()
    olga.say("таблица")
    table = olga.part("table")
    assert [cell.text for cell in table.find_elements("css selector", "th, td")] == ["Учитель", "Соколова"]


def test_button_inside_a_rich_message_is_pressed(olga: Phone) -> None:
    olga.start()
    olga.say("таблица")
    olga.part("rich").find_element("css selector", "button").click()
    assert olga.part("toast").text == "Короткий ответ"


def test_expandable_quotation_unfolds_by_a_click(olga: Phone) -> None:
    olga.start()
    olga.say("цитата")
    quote = olga.sees("Повторить").find_element("css selector", "blockquote")
    assert quote.get_attribute("class") == "folded"
    quote.click()
    assert quote.get_attribute("class") == ""


def test_what_came_while_scrolled_up_is_counted_not_jumped_to(page: Page, olga: Phone, stage: Stage) -> None:
    olga.start()
    olga.say("длинно")
    olga.sees("Строка 59")
    log = olga.part("messages")
    page.until(lambda: _distance(page, log) < 2, "the bottom")
    page.run("arguments[0].scrollTop = 0", log)
    page.until(lambda: olga.has("new-badge"), "the way down")
    stage.do(_tell(stage, "пока вы читали"))
    page.until(lambda: "1 новое" in olga.part("new-badge").text, "the counter")
    assert page.run("return arguments[0].scrollTop", log) == 0
    olga.tap("new-badge")
    page.until(lambda: _distance(page, log) < 2 and not olga.has("new-badge"), "the bottom again")


def _options(phone: Phone) -> list[str]:
    return [option.text for option in phone.part("commands").find_elements("css selector", ".option")]


def _distance(page: Page, log: object) -> float:
    return page.run("const l = arguments[0]; return l.scrollHeight - l.scrollTop - l.clientHeight", log)


async def _tell(stage: Stage, text: str) -> None:
    await stage.bot.call("sendMessage", chat_id=OLGA, text=text)


def test_messages_bear_the_hour_of_the_simulated_clock_in_its_zone(stage: Stage, browser: Chrome) -> None:
    """A school whose clock says Wednesday 9:36 shows phones that say so, wherever the looker sits."""
    moment = datetime(2026, 10, 14, 9, 36, tzinfo=ZoneInfo("Asia/Vladivostok"))
    stage.sim.clock.zone = "Asia/Vladivostok"
    stage.sim.clock.wall = moment.timestamp
    olga = Page(browser, stage.url).open().phone(OLGA)
    assert "9:36" in olga.start().text
    assert [day.text for day in olga.page.parts("day", olga.node)] == ["Сегодня"]
    stage.sim.clock.wall = (moment + timedelta(days=2)).timestamp
    olga.say("что задали?")
    olga.sees("Вы: что задали?")
    assert [day.text for day in olga.page.parts("day", olga.node)] == ["14 октября", "Сегодня"]
