"""What the bot listens to, asked of the bot itself: its commands and the typed answers it may await."""

from collections.abc import Iterator
from typing import Any

from aiogram import Router
from aiogram.filters import Command

from bot.dispatcher import shared_dispatcher
from handlers.filters import Awaiting


def commands() -> list[str]:
    """Every command of every area, without its slash."""
    found = {str(name) for test in _filters() if isinstance(test, Command) for name in test.commands}
    return sorted(found)


def awaited_kinds() -> list[str]:
    """Every kind of question that a typed answer may follow."""
    return sorted({kind for test in _filters() if isinstance(test, Awaiting) for kind in test.kinds})


def _filters() -> Iterator[Any]:
    for router in _routers(shared_dispatcher()):
        for handler in router.message.handlers:
            yield from (test.callback for test in handler.filters or ())


def _routers(router: Router) -> Iterator[Router]:
    yield router
    for below in router.sub_routers:
        yield from _routers(below)
