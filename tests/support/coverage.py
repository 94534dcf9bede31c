"""A pytest plugin: prints which requirements have a test that fails without them, and which have none.

`make coverage-of-requirements`; tests name what they hold with `@pytest.mark.requirement("R-055")`.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).parents[2] / "docs" / "requirements.md"
ROW = re.compile(r"^\| (R-\d{3}) \| (.+) \| (core|full|beyond)[^|]*\|$", re.MULTILINE)
PRIORITIES = ("core", "full", "beyond")


def requirements() -> dict[str, tuple[str, str]]:
    """Every requirement of the document: id → (sentence, priority)."""
    rows = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    return {number: (rest.split(" | ")[0], priority) for number, rest, priority in rows}


def covered(items: list[pytest.Item]) -> dict[str, list[str]]:
    """The tests of each requirement, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for mark in item.iter_markers("requirement"):
            for number in mark.args:
                found[number].append(item.nodeid)
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    session = terminalreporter._session
    known, tests = requirements(), covered(session.items if session else [])
    for priority in PRIORITIES:
        ids = [number for number, (_, held) in known.items() if held == priority]
        lacking = [number for number in ids if number not in tests]
        terminalreporter.section(f"{priority}: {len(ids) - len(lacking)} of {len(ids)} have a test")
        for number in lacking:
            terminalreporter.line(f"{number}  {known[number][0]}")
