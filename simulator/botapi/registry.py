"""The methods of the Bot API by name: each module of this package registers its own."""

from collections.abc import Awaitable, Callable
from typing import Any

from simulator.decoding import Arguments
from simulator.parameters import PARAMETERS
from simulator.world import World

Method = Callable[[World, Arguments], Awaitable[Any]]

METHODS: dict[str, Method] = {}
_CANONICAL = {name.lower(): name for name in PARAMETERS}


def method(name: str) -> Callable[[Method], Method]:
    """Register the decorated function as the method `name`; the table of parameters must know it."""
    if name not in PARAMETERS:
        raise KeyError(name)

    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register


def canonical(name: str) -> str | None:
    """The documented spelling of a method (Telegram takes any case), None for an unknown one."""
    return _CANONICAL.get(name.lower())
