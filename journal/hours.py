"""Hours as somebody types them: `22:00–7:00`, `с 22 до 7.30`. Pure."""

import re
from datetime import time

from journal.errors import InvalidError

# Longer texts name no hours; nobody is kept waiting over them.
LONGEST = 60
_CLOCK = re.compile(r"(?<![0-9])([0-9]{1,2})(?:[:.]([0-9]{2}))?(?![0-9])")
_WORDS = re.compile(r"[\s,.;:–—-]+|\b(?:с|со|от|до|по|from|to|till|until|часов|часа|ч|h)\b", re.IGNORECASE)


def read(text: str) -> tuple[time, time]:
    """From when and until when. Raises `InvalidError("hours")` for anything but two times of a clock."""
    given = text.strip()
    found = _CLOCK.findall(given) if len(given) <= LONGEST else []
    rest = _WORDS.sub("", _CLOCK.sub("", given))
    if len(found) != 2 or rest:
        raise InvalidError("hours")
    start, end = (_time(int(hour), int(minute or 0)) for hour, minute in found)
    return start, end


def _time(hour: int, minute: int) -> time:
    if (hour, minute) == (24, 0):
        return time()
    if hour > 23 or minute > 59:
        raise InvalidError("hours")
    return time(hour, minute)
