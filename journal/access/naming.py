"""Names of people as they are typed. Pure."""

import re

from journal.errors import InvalidError

NAME_LIMIT = 60
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")


def read_name(typed: str) -> tuple[str, str, str]:
    """Last name, first name, patronymic (may be empty); raises `InvalidError("name_unclear")`."""
    parts = typed.split()
    if not 2 <= len(parts) <= 3 or any(not _NAME.fullmatch(part) or len(part) > NAME_LIMIT for part in parts):
        raise InvalidError("name_unclear")
    last, first, *middle = (part if any(char.isupper() for char in part) else part.title() for part in parts)
    return last, first, " ".join(middle)
