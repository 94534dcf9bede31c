"""Phones, addresses and names as families type them: read, tidied, or refused with a code. Pure."""

import re

from journal.access.naming import read_part
from journal.errors import InvalidError
from journal.model.profile import Field

ADDRESS_LIMIT, EMAIL_LIMIT = 200, 100
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
# Addresses in whatever letters: a mail server need not know any but Latin ones.
_FOREIGN = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+")
_SEVERAL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_PHONE = re.compile(r"\+?[\d\s()\-.]{7,30}")
_RUSSIAN, _SHORTEST, _LONGEST = 11, 10, 15


def read(field: Field, typed: str) -> str:
    """The value as it is kept. Raises `InvalidError` where it cannot be one of that kind."""
    said = " ".join(typed.split())
    match field:
        case Field.PHONE:
            return _phone(said)
        case Field.EMAIL:
            return _email(said)
        case Field.ADDRESS:
            return _address(said)
        case _:
            return _name(field, said)


def _phone(said: str) -> str:
    digits = re.sub(r"\D", "", said)
    if not _PHONE.fullmatch(said) or not _SHORTEST <= len(digits) <= _LONGEST:
        raise InvalidError("phone_unclear")
    if said.startswith("+"):
        return f"+{digits}"
    if len(digits) == _SHORTEST:
        return f"+7{digits}"
    if len(digits) == _RUSSIAN and digits[0] in "78":
        return f"+7{digits[1:]}"
    raise InvalidError("phone_unclear")


def _email(said: str) -> str:
    if len(_SEVERAL.findall(said)) > 1:
        raise InvalidError("email_several")
    if not said.isascii() and _FOREIGN.fullmatch(said):
        raise InvalidError("email_not_latin")
    if len(said) > EMAIL_LIMIT or not _EMAIL.fullmatch(said):
        raise InvalidError("email_unclear")
    return said.casefold()


def _address(said: str) -> str:
    if not 5 <= len(said) <= ADDRESS_LIMIT or not any(char.isalpha() for char in said):
        raise InvalidError("address_unclear")
    return said


def _name(field: Field, said: str) -> str:
    # Not everybody has a patronymic.
    if field is Field.MIDDLE_NAME and said in ("-", "–", "—"):
        return ""
    return read_part(said)
