"""JSON from outside: parsed once, refused when it is broken, too deep, or no proper Unicode."""

import json
from typing import Any

from simulator.errors import Error, Refusal

_ESCAPE = "\\u"


def parse_json(text: str | bytes, broken: Refusal) -> Any:
    """The value, or `broken` raised; half a surrogate pair (only `\\u` can smuggle it in) is refused too."""
    try:
        value = json.loads(text)
        if _ESCAPE in text if isinstance(text, str) else _ESCAPE.encode() in text:
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Error.NOT_UTF8() from None
    except (ValueError, RecursionError):
        raise broken from None
    return value
