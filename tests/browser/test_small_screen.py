"""A screen of 390 pixels: one phone at a time, tabs with counters, controls behind a button."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.page import SMALL, Page
from tests.browser.stage import OLGA, PAVEL, Stage

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def small(page: Page) -> None:
    """Every test here holds the page in one hand."""
    page.open(SMALL)


def test_one_phone_at_a_time(page: Page) -> None:
    olga, pavel = page.phone(OLGA), page.phone(PAVEL)
    assert (olga.node.is_displayed(), pavel.node.is_displayed()) == (True, False)
    page.part(f"tab-{PAVEL}").click()
    assert (olga.node.is_displayed(), pavel.node.is_displayed()) == (False, True)
    assert page.part(f"tab-{PAVEL}").get_attribute("aria-selected") == "true"


def test_nothing_sticks_out_of_the_screen(page: Page) -> None:
    phone = page.phone(OLGA)
    phone.start()
    phone.say("длинноесловобезпробелов" * 12)
    phone.sees("Вы: длинное")
    assert page.run("return document.documentElement.scrollWidth") == SMALL[0]
    spare = "const list = arguments[0]; return list.clientWidth - list.scrollWidth"
    assert page.run(spare, phone.part("messages")) == 0


def test_tab_counts_what_came_to_the_other_phone(page: Page, stage: Stage) -> None:
    stage.do(stage.person(PAVEL).say("/start"))
    tab = page.part(f"tab-{PAVEL}")
    page.until(lambda: "1 новое" in (tab.get_attribute("textContent") or ""), "the counter")
    assert "1" not in page.part(f"tab-{OLGA}").text
    tab.click()
    page.until(lambda: "1" not in tab.text, "the counter to go")
    assert page.phone(PAVEL).sees("Здравствуйте!").is_displayed()


def test_tabs_obey_the_arrow_keys(page: Page) -> None:
    page.part(f"tab-{OLGA}").send_keys(Keys.ARROW_RIGHT)
    assert page.driver.switch_to.active_element == page.part(f"tab-{PAVEL}")
    assert page.phone(PAVEL).node.is_displayed()


def test_phone_keeps_its_place_while_another_is_in_front(page: Page) -> None:
    phone = page.phone(OLGA)
    phone.start()
    phone.say("длинно")
    phone.sees("Строка 59")
    log = phone.part("messages")
    page.run("arguments[0].scrollTop = 100", log)
    page.until(lambda: phone.has("new-badge"), "the way down")
    page.part(f"tab-{PAVEL}").click()
    page.part(f"tab-{OLGA}").click()
    assert page.run("return arguments[0].scrollTop", log) == 100
