"""What is wrong with a regulation file, all of it at once."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journal.errors import InvalidError


class Fault(StrEnum):
    NOT_TOML = "not_toml"
    UNKNOWN_PRESET = "unknown_preset"
    UNKNOWN_KEY = "unknown_key"
    WRONG_VALUE = "wrong_value"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the key as written, its value, what is allowed there and the nearest known word, if any."""

    fault: Fault
    key: str
    value: str = ""
    allowed: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        given = f" = {self.value}" if self.value else ""
        hints = [
            f"{name}: {text}" for name, text in (("nearest", self.nearest), ("allowed", self.allowed)) if text
        ]
        return f"{self.key}{given}: {self.fault}" + (f" ({'; '.join(hints)})" if hints else "")


class RegulationError(InvalidError):
    """A regulation file is refused; `problems` lists every fault found in it."""

    code = "regulation_invalid"

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems=tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def nearest(word: str, known: list[str]) -> str:
    """The known word `word` is most likely a misspelling of, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")


def shown(raw: Any) -> str:
    """A raw value as it may stand in a report: short, on one line."""
    text = f'"{raw}"' if isinstance(raw, str) else str(raw).lower() if isinstance(raw, bool) else str(raw)
    text = "".join(letter if letter.isprintable() else "�" for letter in text)
    return text if len(text) <= 80 else f"{text[:79]}…"
