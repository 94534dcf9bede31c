"""Advisory locks: numbers of one's own, and none outside the register."""

from pathlib import Path

from storage import locks
from tests.architecture.sources import ROOT

NAMED = ("from storage import locks", "from storage.locks import")


def test_no_two_locks_have_the_same_number() -> None:
    numbers = [number for name, number in vars(locks).items() if name.isupper()]
    assert len(numbers) == len(set(numbers)) >= 4


def test_whoever_locks_takes_the_number_from_the_register() -> None:
    def locking(path: Path) -> bool:
        return "advisory_" in path.read_text("utf-8") or "'advisory'" in path.read_text("utf-8")

    files = [path for path in (ROOT / "storage").rglob("*.py") if locking(path)]
    assert len(files) >= 6
    strays = [path.name for path in files if not any(one in path.read_text("utf-8") for one in NAMED)]
    assert strays == []
