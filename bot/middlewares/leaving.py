"""Whoever goes on to another screen is not waited for any more: the next text answers no old question."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.filters import Awaiting
from handlers.home.callbacks import FoldCb
from journal import inputs
from journal.model.access import Awaited


class Leaving(BaseMiddleware):
    """Drops the awaited answer at a command, and at a button of any router but the one that takes the answer.

    It stands inside, where the router that handles the event is known. A handler may ask anew.
    """

    def __init__(self, takers: Mapping[str, str]) -> None:
        self.takers = takers

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        awaited: Awaited | None = data.get("awaited")
        taker = self.takers.get(awaited.kind) if awaited is not None else None
        if taker is not None and _goes_on(event, taker, data["event_router"]):
            await inputs.drop(data["ctx"])
            data["awaited"] = None
        return await handler(event, data)


def takers(root: Router) -> dict[str, str]:
    """The router that takes the typed answer of each kind; lasting kinds are left out."""
    return {
        kind: router.name
        for router in root.chain_tail
        for awaiting in _awaiting(router)
        if not awaiting.lasting
        for kind in awaiting.kinds
    }


def _awaiting(router: Router) -> Iterator[Awaiting]:
    for handler in router.message.handlers:
        for one in handler.filters or ():
            if isinstance(one.callback, Awaiting):
                yield one.callback


def _goes_on(event: TelegramObject, taker: str, router: Router) -> bool:
    if isinstance(event, CallbackQuery):
        # More buttons of a screen are the same screen.
        return router.name != taker and not (event.data or "").startswith(f"{FoldCb.__prefix__}:")
    return isinstance(event, Message) and (event.text or "").startswith("/")
