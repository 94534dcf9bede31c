"""To which lesson a child comes late, after which it leaves: «ко второму уроку», «после 4 урока». Pure."""

import re
from collections.abc import Sequence
from datetime import time

from journal.words.grades import ordinal

MOST_LESSONS = 12
_NO_HOUR = r"урок|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|школ|класс|каб|числ|мин|чел"
_HOUR = re.compile(
    rf"\b(?:в|к|at|by)\s+([01]?\d|2[0-3])(?::([0-5]\d)|\.(00|15|30|45))?(?![\d.:/а-яё-])(?!\s+(?:{_NO_HOUR}))"
)
# «В 2» is after dinner: no lesson begins earlier.
EARLIEST, NOON = 7, 12
_TO, _AFTER = frozenset({"к", "ко"}), frozenset({"после", "с", "со"})


def arrives_at(words: Sequence[str]) -> int | None:
    """The lesson to which somebody comes: «ко второму уроку», «к 3 уроку»."""
    return _lesson(words, _TO)


def leaves_after(words: Sequence[str]) -> int | None:
    """The lesson after which somebody leaves: «после 4 урока», «с пятого урока»."""
    return _lesson(words, _AFTER)


def _lesson(words: Sequence[str], before: frozenset[str]) -> int | None:
    for place in range(1, len(words) - 1):
        if words[place - 1] not in before or not _speaks_of_lesson(words[place + 1 : place + 3]):
            continue
        number = int(words[place]) if words[place].isdecimal() else ordinal(words[place])
        if number is not None and 0 < number <= MOST_LESSONS:
            return number
    return None


def _speaks_of_lesson(following: Sequence[str]) -> bool:
    """«4 урока», «4-го урока»."""
    return any(re.match("урок|lesson", word) for word in following)


def clock_in(text: str) -> time | None:
    """The hour of the day that is named: «в 12», «к 10:30»; «на 20 минут» and «в 7б» are none."""
    found = _HOUR.search(text.casefold())
    if found is None:
        return None
    hour = int(found[1])
    return time(hour + NOON if 0 < hour < EARLIEST else hour, int(found[2] or found[3] or 0))
