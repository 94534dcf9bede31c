"""A browser for the whole run, a fresh world and page for each test."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.browser import chromium
from tests.browser.page import Page, Phone
from tests.browser.stage import OLGA, PAVEL, Stage


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One headless Chromium; without one the tests of the page are skipped and the summary says so."""
    if reason := chromium.missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("chromium")
    driver = chromium.start(folder / "profile", folder / "downloads")
    yield driver
    driver.quit()


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A world with Olga and Pavel and a bot that answers."""
    with Stage() as running:
        yield running


@pytest.fixture
def page(browser: Chrome, stage: Stage) -> Iterator[Page]:
    """The page, loaded; afterwards the browser's console must hold no complaint."""
    opened = Page(browser, stage.url).open()
    yield opened
    browser.get("about:blank")
    # A page of an earlier test may complain late that its own world is gone.
    severe = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert [message for message in severe if stage.url in message] == []


@pytest.fixture
def olga(page: Page) -> Phone:
    """The parent's phone."""
    return page.phone(OLGA)


@pytest.fixture
def pavel(page: Page) -> Phone:
    """The teacher's phone."""
    return page.phone(PAVEL)
