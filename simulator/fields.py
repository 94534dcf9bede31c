"""Fields of the JSON objects inside parameters: known, present and of the right type, or refused."""

from collections.abc import Collection
from typing import Any

from simulator.errors import Error

Json = dict[str, Any]


def an_object(value: Any, fault: Error, why: str = "expected an Object") -> Json:
    """The value if it is an object; `fault` is an error that takes a `why`."""
    if not isinstance(value, dict):
        raise fault(why=why)
    return value


def only(name: str, given: Json, fields: Collection[str]) -> Json:
    """The object if all its fields are known; empty ones are forgiven."""
    for field, value in given.items():
        if field not in fields and value is not None:
            raise Error.UNKNOWN_FIELD(object=name, name=field)
    return given


def string(given: Json, name: str, fault: Error, default: str | None = None) -> str:
    """A field of type String; without a default it must be there."""
    value = given.get(name)
    if value is None:
        if default is None:
            raise fault(why=f'Can\'t find field "{name}"')
        return default
    if not isinstance(value, str):
        raise fault(why=f'Field "{name}" must be of type String')
    return value


def integer(given: Json, name: str, fault: Error, default: int | None = None) -> int:
    """A field of type Number, whole; without a default it must be there."""
    value = given.get(name)
    if value is None:
        if default is None:
            raise fault(why=f'Can\'t find field "{name}"')
        return default
    if not isinstance(value, int) or isinstance(value, bool):
        raise fault(why=f'Field "{name}" must be of type Number')
    return value


def array(given: Json, name: str, fault: Error) -> list[Any]:
    """A field of type Array that must be there."""
    value = given.get(name)
    if value is None:
        raise fault(why=f'Can\'t find field "{name}"')
    if not isinstance(value, list):
        raise fault(why=f'Field "{name}" must be of type Array')
    return value
