"""The page as a test sees it: phones, and what a person does with one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

T = TypeVar("T")

WIDE, SMALL = (1400, 860), (390, 844)
_UNREADY = (NoSuchElementException, StaleElementReferenceException)


class Page:
    """The whole page; waits instead of sleeping."""

    def __init__(self, driver: Chrome, url: str) -> None:
        self.driver = driver
        self.url = url

    def open(self, size: tuple[int, int] = WIDE, query: str = "") -> "Page":
        """Load the page and wait until it is on the wire and has read every chat."""
        self.resize(size)
        self.driver.get(self.url + query)
        self.until(lambda: "на связи" in self.text("connection"), "the page to be connected")
        self.until(lambda: self.part("phones").get_attribute("aria-busy") == "false", "the chats")
        return self

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window this many CSS pixels wide and high, narrower than any desktop window can be."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def theme(self, name: str) -> None:
        """«light» or «dark»."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def phone(self, person_id: int) -> "Phone":
        """One person's phone, as soon as it is there."""
        found = self.until(
            lambda: self.driver.find_element(By.CSS_SELECTOR, f'[data-person="{person_id}"]'),
            f"the phone of {person_id}",
        )
        return Phone(self, found)

    def part(self, testid: str, inside: WebElement | None = None) -> WebElement:
        """The part with this test id, waited for."""
        return self.until(lambda: (inside or self.driver).find_element(*by(testid)), testid)

    def parts(self, testid: str, inside: WebElement | None = None) -> list[WebElement]:
        """All parts with this test id that are there now."""
        return (inside or self.driver).find_elements(*by(testid))

    def text(self, testid: str) -> str:
        """What a part says, hidden parts too."""
        return self.part(testid).get_attribute("textContent") or ""

    def run(self, script: str, *args: Any) -> Any:
        """The value of some JavaScript."""
        return self.driver.execute_script(script, *args)

    def until(self, look: Callable[[], T], what: str, within: float = 8.0) -> T:
        """The first true thing that `look` returns."""
        wait = WebDriverWait(self.driver, within, poll_frequency=0.05, ignored_exceptions=_UNREADY)
        return wait.until(lambda _: look(), f"waited {within} s for {what}")


class Phone:
    """One phone and its holder's fingers."""

    def __init__(self, page: Page, node: WebElement) -> None:
        self.page = page
        self.node = node

    def part(self, testid: str) -> WebElement:
        """A part of this phone, waited for."""
        return self.page.part(testid, self.node)

    def has(self, testid: str) -> bool:
        """Whether a part is there and visible right now."""
        return any(part.is_displayed() for part in self.page.parts(testid, self.node))

    def tap(self, testid: str) -> None:
        """Click a part."""
        self.part(testid).click()

    def say(self, text: str) -> None:
        """Type and press Enter."""
        self.part("composer-text").send_keys(text, Keys.ENTER)

    def start(self) -> WebElement:
        """Press «Начать» and see the bot's greeting."""
        self.tap("start")
        return self.sees("Здравствуйте!")

    def attach(self, kind: str, *files: Path) -> None:
        """Choose files as the picker of this kind («photo», «document») would."""
        self.part(f"pick-{kind}").send_keys("\n".join(map(str, files)))

    def press(self, label: str) -> None:
        """Press the newest button that says this."""
        self.page.until(lambda: self._keys(label), f"a button «{label}»")[-1].click()

    def key(self, label: str) -> WebElement:
        """The newest button that says this."""
        return self.page.until(lambda: self._keys(label), f"a button «{label}»")[-1]

    def sees(self, words: str, author: str = "bot") -> WebElement:
        """The newest message of «bot» or «person» with these words."""
        return self.page.until(lambda: self._said(words, author), f"a message «{words}»")[-1]

    def messages(self) -> list[WebElement]:
        """All messages in their order."""
        return self.page.parts("message", self.node)

    def _keys(self, label: str) -> list[WebElement]:
        return [key for key in self.page.parts("key", self.node) if label in key.text]

    def _said(self, words: str, author: str) -> list[WebElement]:
        return [
            message
            for message in self.messages()
            if message.get_attribute("data-from") == author and words in message.text
        ]


def by(testid: str) -> tuple[str, str]:
    """A locator of a test id."""
    return By.CSS_SELECTOR, f'[data-testid="{testid}"]'
