"""The simulator's bar: controls of whoever runs it, and statuses kept fresh."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web
from selenium.webdriver import Chrome

from simulator import Control
from tests.browser.page import SMALL, WIDE, Page
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser


class Clock:
    """A pretended clock of the demo: a status and a button, plain HTTP."""

    def __init__(self) -> None:
        self.lesson = 1

    async def start(self) -> str:
        """Listen; the base address."""
        app = web.Application()
        app.add_routes([web.get("/now", self._now), web.post("/next", self._next)])
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _now(self, _: Any) -> web.Response:
        return web.json_response({"text": f"{self.lesson}-й урок"})

    async def _next(self, _: Any) -> web.Response:
        self.lesson += 1
        return web.json_response({"text": f"Настал {self.lesson}-й урок"})


@pytest.fixture
def page(browser: Chrome, stage: Stage) -> Iterator[Page]:
    """The page of a simulator with a status and two buttons."""
    clock = Clock()
    base = stage.do(clock.start())
    stage.sim.controls = [
        Control("Сейчас", f"{base}/now", "Часы", kind="status"),
        Control("Следующий урок", f"{base}/next", "Часы"),
        Control("Сломано", f"{base}/nowhere", "Прочее"),
    ]
    yield Page(browser, stage.url).open(WIDE)
    browser.get("about:blank")
    stage.do(clock.stop())


def test_status_is_shown_and_follows_a_pressed_control(page: Page) -> None:
    page.until(lambda: page.text("control-0") == "1-й урок", "the status")
    page.part("control-1").click()
    page.until(lambda: page.text("bar-answer") == "Настал 2-й урок", "the answer")
    page.until(lambda: page.text("control-0") == "2-й урок", "the new status")


def test_status_is_asked_again_by_itself(page: Page, stage: Stage) -> None:
    page.until(lambda: page.text("control-0") == "1-й урок", "the status")
    page.run("return fetch('/client/control/1', {method: 'POST'}).then(() => 1)")
    page.until(lambda: page.text("control-0") == "2-й урок", "the poll")


def test_controls_stand_in_named_groups(page: Page) -> None:
    groups = page.driver.find_elements("css selector", "#controls [role=group]")
    assert [group.get_attribute("aria-label") for group in groups] == ["Часы", "Прочее"]


def test_broken_control_says_so(page: Page) -> None:
    page.part("control-2").click()
    page.until(lambda: page.text("bar-answer") == "Не отвечает", "the refusal")


def test_small_screen_keeps_controls_behind_a_button(page: Page) -> None:
    page.resize(SMALL)
    toggle = page.part("bar-toggle")
    assert page.part("control-0").is_displayed()
    assert not page.part("control-1").is_displayed()
    toggle.click()
    assert toggle.get_attribute("aria-expanded") == "true"
    assert page.part("control-1").is_displayed()
