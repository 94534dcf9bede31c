"""Whether everybody can use the page: names, roles, the keyboard alone, both themes."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.page import Page, Phone
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

NAMELESS = """
return [...document.querySelectorAll('button, a, input:not([hidden]), textarea, [role]:not([role=status])')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.ariaLabel || node.textContent.trim() || node.title || node.closest('label')))
  .map((node) => node.outerHTML)
"""


def test_every_control_has_a_name(page: Page, olga: Phone) -> None:
    olga.start()
    olga.say("картинка")
    olga.sees("Неделя 7Б")
    assert page.run(NAMELESS) == []


def test_chat_is_a_log_that_is_read_out_and_can_be_scrolled_by_keys(olga: Phone, pavel: Phone) -> None:
    log = olga.part("messages")
    assert (log.get_attribute("role"), log.get_attribute("aria-live")) == ("log", "polite")
    assert log.get_attribute("aria-label") != pavel.part("messages").get_attribute("aria-label")
    assert log.get_attribute("tabindex") == "0"


def test_keyboard_alone_is_enough_to_answer_the_bot(page: Page, olga: Phone) -> None:
    """From the chat, Tab reaches the buttons of the message, and Enter presses one, with a visible focus."""
    olga.start()
    olga.part("messages").send_keys(Keys.TAB)
    for _ in range(10):
        if page.driver.switch_to.active_element.text == "Подсказка":
            break
        page.driver.switch_to.active_element.send_keys(Keys.TAB)
    focused = page.driver.switch_to.active_element
    assert focused.text == "Подсказка"
    assert focused.value_of_css_property("outline-style") == "solid"
    focused.send_keys(Keys.ENTER)
    assert olga.part("toast").text == "Короткий ответ"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_follows_the_theme_of_the_system(page: Page, theme: str) -> None:
    page.theme(theme)
    script = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    assert (min(page.run(script)) > 127) == (theme == "light")
    page.theme("light")


def test_page_asks_nobody_but_the_simulator(page: Page, olga: Phone, stage: Stage) -> None:
    """Everything that was loaded came from the same address."""
    olga.start()
    script = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    assert {name.startswith(stage.url) for name in page.run(script)} == {True}
