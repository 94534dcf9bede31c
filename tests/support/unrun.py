"""Says aloud, at the end of a run, what was not tested because the machine lacks a program."""

from typing import NamedTuple

import pytest


class Unrun(NamedTuple):
    """Tests that need a program: what their not running means, and where the program comes from."""

    headline: str
    tests: str
    packages: str


# By the marker of the tests.
NEEDING = {
    "browser": Unrun(
        "THE WEB PAGE WAS NOT TESTED",
        "browser tests",
        "Debian and Ubuntu have both in the packages chromium and chromium-driver.",
    ),
    "nginx": Unrun(
        "REPLICAS BEHIND A WEB SERVER WERE NOT TESTED",
        "tests with nginx",
        "Debian and Ubuntu have it in the package nginx.",
    ),
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line among hundreds of dots is easily missed, and what nobody looked at may be broken."""
    for marker, unrun in NEEDING.items():
        skipped = [each for each in terminalreporter.stats.get("skipped", []) if marker in each.keywords]
        if skipped:
            terminalreporter.section(unrun.headline, sep="!", red=True, bold=True)
            reason = skipped[0].longrepr[2].removeprefix("Skipped: ")
            terminalreporter.line(f"{len(skipped)} {unrun.tests} did not run: {reason}. {unrun.packages}")
