"""Tests name requirements that exist."""

import re

from tests.architecture.sources import ROOT
from tests.support.coverage import requirements

MARK = re.compile(r"mark\.requirement\(([^)]*)\)")


def test_the_document_numbers_its_requirements_without_gaps() -> None:
    numbers = sorted(int(number[2:]) for number in requirements())
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_marked_requirement_exists() -> None:
    known = requirements()
    unknown = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        for arguments in MARK.findall(path.read_text(encoding="utf-8")):
            unknown += [
                f"{path.name}: {number}" for number in re.findall(r"R-\d+", arguments) if number not in known
            ]
    assert unknown == []
