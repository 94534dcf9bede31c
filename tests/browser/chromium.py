"""Finds the browser and starts it without a screen."""

import shutil
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing() -> str:
    """Why the browser tests cannot run here; empty when they can."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return "no chromium is installed"
    return "" if shutil.which("chromedriver") else "no chromedriver is installed"


def start(profile: Path, downloads: Path) -> Chrome:
    """A fresh browser with an own `profile`; what it downloads comes to `downloads`, what it logs is kept."""
    options = ChromeOptions()
    options.binary_location = str(next(filter(None, map(shutil.which, _BROWSERS))))
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=Service(shutil.which("chromedriver")))
