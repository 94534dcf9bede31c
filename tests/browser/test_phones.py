"""Several phones at once: live, added, put away, blocked, and alive again after a restart."""

import pytest
from selenium.webdriver.common.keys import Keys

from simulator import Person
from tests.browser.page import Page, Phone
from tests.browser.stage import OLGA, PAVEL, Stage, people

pytestmark = pytest.mark.browser


def test_every_person_has_a_phone_with_bot_and_title(page: Page, olga: Phone, pavel: Phone) -> None:
    assert olga.part("bot-name").text == "Дневничок"
    assert olga.part("persona").text == "Родитель · Ольга Иванова"
    assert pavel.part("persona").text == "Учитель · Павел Сергеев"
    assert len(page.parts("phone")) == 2


def test_phones_are_live_side_by_side_and_apart(stage: Stage, olga: Phone, pavel: Phone) -> None:
    """What happens in the world appears without touching the page, and on the right phone only."""
    stage.do(stage.person(OLGA).say("/start"))
    olga.sees("Здравствуйте!")
    assert pavel.messages() == []
    pavel.start()
    pavel.say("я учитель")
    pavel.sees("Вы: я учитель")
    assert not any("учитель" in message.text for message in olga.messages())


def test_deleted_message_goes(stage: Stage, olga: Phone) -> None:
    olga.start()
    message = stage.person(OLGA).last
    stage.do(stage.bot.call("deleteMessage", chat_id=OLGA, message_id=message.id))
    olga.page.until(lambda: len(olga.messages()) == 1, "one message less")


def test_reload_shows_the_same_chat(page: Page, olga: Phone) -> None:
    olga.start()
    olga.press("✓ Есть")
    olga.sees("Отмечено: нет")
    before = [message.text for message in olga.messages()]
    page.open()
    again = page.phone(OLGA)
    again.sees("Отмечено: нет")
    assert [message.text for message in again.messages()] == before


def test_page_comes_back_after_a_restart_of_the_simulator(page: Page, stage: Stage, olga: Phone) -> None:
    """No reload by hand: the wire mends itself and what the new world does not know is gone."""
    olga.start()
    port = stage.port
    stage.stop()
    page.until(lambda: "нет связи" in page.text("connection"), "the loss to be told")
    with Stage(people(), port) as again:
        page.until(lambda: "на связи" in page.text("connection"), "the wire to mend", within=15)
        page.until(lambda: olga.messages() == [], "the old chat to go")
        again.do(again.person(OLGA).say("/start"))
        olga.sees("Здравствуйте!")


def test_blocked_bot_leaves_no_message_box_until_unblocked(stage: Stage, olga: Phone) -> None:
    olga.start()
    olga.tap("phone-menu")
    olga.tap("toggle-block")
    olga.page.until(lambda: olga.has("unblock"), "the way back")
    assert not olga.has("composer-text")
    assert stage.person(OLGA).chat.blocked
    olga.tap("unblock")
    olga.page.until(lambda: olga.has("composer-text"), "the message box")
    assert not stage.person(OLGA).chat.blocked


def test_new_person_gets_a_phone(page: Page, stage: Stage) -> None:
    page.part("add-phone").click()
    dialog = page.part("add-phone-dialog")
    dialog.find_element("name", "first_name").send_keys("Вера")
    dialog.find_element("name", "title").send_keys("Завуч", Keys.ENTER)
    newcomer = max(person.id for person in page.until(lambda: _newcomers(stage), "a third person"))
    phone = page.phone(newcomer)
    assert phone.part("persona").text == "Завуч · Вера"
    phone.start()


def test_person_who_came_elsewhere_gets_a_phone_by_itself(page: Page, stage: Stage) -> None:
    """A second window, or a test, gave somebody a phone."""
    stage.do(_join(stage))
    assert page.phone(2001).part("persona").text == "Директор · Лев"


def test_crowd_without_phones_costs_the_page_nothing(page: Page, stage: Stage, olga: Phone) -> None:
    """A notice to a whole class must not make the page read everything anew for each parent."""
    olga.start()
    stage.sim.acquaint(3001, "Мама")
    page.run("performance.clearResourceTimings()")
    stage.do(stage.bot.call("sendMessage", chat_id=3001, text="не вам"))
    stage.do(stage.bot.call("sendMessage", chat_id=OLGA, text="вам"))
    olga.sees("вам")
    assert page.run("return performance.getEntriesByType('resource').length") == 0


def test_phone_put_away_stays_away_and_can_be_brought_back(page: Page, olga: Phone) -> None:
    """The address keeps it, so a reload shows the same phones."""
    olga.tap("phone-menu")
    olga.tap("hide-phone")
    page.until(lambda: len(page.parts("phone")) == 1, "one phone less")
    page.open(query=page.driver.current_url.removeprefix(page.url))
    page.phone(PAVEL)
    assert len(page.parts("phone")) == 1
    page.part("add-phone").click()
    page.part(f"show-{OLGA}").click()
    page.phone(OLGA).start()


async def _join(stage: Stage) -> None:
    stage.sim.add(Person(2001, "Лев", title="Директор"))


def _newcomers(stage: Stage) -> list[object]:
    return stage.sim.people if len(stage.sim.people) == 3 else []
