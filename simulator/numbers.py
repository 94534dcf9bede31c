"""Whole numbers from outside, bounded before they are read: no text is too long or too odd for `int`."""

import re
from typing import Any

_WHOLE = re.compile(r"-?[0-9]{1,19}", re.ASCII)


def whole(value: Any) -> int | None:
    """The int that a JSON number or a decimal string means, None for anything else (booleans too)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if abs(value) < 10**19 else None
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    return None
