"""Names of people as they are typed. Pure."""

import re

from journal.errors import InvalidError

NAME_LIMIT = 60
_NAME = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")


def read_name(typed: str) -> tuple[str, str, str]:
    """Last name, first name, patronymic (may be empty); raises `InvalidError("name_unclear")`."""
    parts = typed.split()
    if not 2 <= len(parts) <= 3 or not all(_is_name(part) for part in parts):
        raise InvalidError("name_unclear")
    last, first, *middle = map(_capital, parts)
    return last, first, " ".join(middle)


def read_part(typed: str) -> str:
    """A last name, a first name or a patronymic by itself; raises `InvalidError("name_part_unclear")`."""
    if not _is_name(typed):
        raise InvalidError("name_part_unclear")
    return _capital(typed)


def _is_name(part: str) -> bool:
    return len(part) <= NAME_LIMIT and _NAME.fullmatch(part) is not None


def _capital(part: str) -> str:
    return part if any(char.isupper() for char in part) else part.title()
