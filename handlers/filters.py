"""Filters that areas share."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.types import CallbackQuery, Message

from journal.model.access import Awaited
from journal.words.talk import changes_mind

# The kind of an open sheet: it listens to what is typed, but asks nothing.
SHEET = "marks"
# Between the parts of every button of ours: what stands before the first is its kind.
SEPARATOR = ":"


class Awaiting(Filter):
    """Passes the text (or file) that answers the question `kind`; the handler gets `awaited`.

    A command is never an answer: whoever types /menu or «отмена» has changed their mind. Another screen ends
    the waiting too, unless it is `lasting`.
    """

    def __init__(self, *kinds: str, lasting: bool = False) -> None:
        self.kinds = frozenset(kinds)
        self.lasting = lasting

    async def __call__(self, message: Message, awaited: Awaited | None = None, **_: Any) -> bool:
        if awaited is None or awaited.kind not in self.kinds:
            return False
        text = message.text or ""
        return not (text.startswith("/") or changes_mind(text))


class FirstOfAlbum(Filter):
    """Passes a message that is no picture of an album, or its first: ten pictures need no ten answers."""

    REMEMBERED = 1000

    def __init__(self) -> None:
        self._firsts: OrderedDict[tuple[int, str], int] = OrderedDict()

    async def __call__(self, message: Message) -> bool:
        if message.media_group_id is None:
            return True
        first = self._firsts.setdefault((message.chat.id, message.media_group_id), message.message_id)
        if len(self._firsts) > self.REMEMBERED:
            self._firsts.popitem(last=False)
        return first == message.message_id


first_of_album = FirstOfAlbum()


class Wordless(Filter):
    """Passes whatever is no text where one was asked for."""

    async def __call__(self, message: Message, awaited: Awaited | None = None, **_: Any) -> bool:
        return awaited is not None and message.text is None


class Possible(Filter):
    """Passes the buttons whose numbers a database can keep; others were never drawn by the bot."""

    _IMPOSSIBLE = re.compile(r"\d[\d_]{18}")

    async def __call__(self, query: CallbackQuery) -> bool:
        return self._IMPOSSIBLE.search(query.data or "") is None


class Listened(Filter):
    """Passes the buttons of a kind that some handler of the router takes: for others it asks none of them."""

    def __init__(self, kinds: Iterable[type[CallbackData]]) -> None:
        self._prefixes = frozenset(kind.__prefix__ for kind in kinds)

    async def __call__(self, query: CallbackQuery) -> bool:
        return (query.data or "").partition(SEPARATOR)[0] in self._prefixes


def listened(router: Router) -> list[Listened]:
    """That filter for the router and those below; none where a handler takes buttons of any kind."""
    kinds = [_kind(handler) for one in router.chain_tail for handler in one.callback_query.handlers]
    known = [kind for kind in kinds if kind is not None and kind.__separator__ == SEPARATOR]
    return [Listened(known)] if len(known) == len(kinds) else []


def _kind(handler: HandlerObject) -> type[CallbackData] | None:
    asked = (one.callback for one in handler.filters or ())
    return next((one.callback_data for one in asked if isinstance(one, CallbackQueryFilter)), None)
