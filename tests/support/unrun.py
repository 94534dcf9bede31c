"""Says aloud, at the end of a run, that the tests of the web page did not run."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line among hundreds of dots is easily missed, and a page that nobody looked at may be broken."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "browser" in report.keywords]
    if not skipped:
        return
    terminalreporter.section("THE WEB PAGE WAS NOT TESTED", sep="!", red=True, bold=True)
    reason = skipped[0].longrepr[2].removeprefix("Skipped: ")
    terminalreporter.line(
        f"{len(skipped)} browser tests did not run: {reason}. "
        "Debian and Ubuntu have both in the packages chromium and chromium-driver."
    )
