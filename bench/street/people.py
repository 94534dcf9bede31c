"""The people: each writes or presses, waits for the answer, and lets the next one do so."""

import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bench.street.http import Reader, message

PATIENCE = 30.0
ANSWER = "answerCallbackQuery"


@dataclass(slots=True)
class Waiting:
    """One who has written or pressed, and for what is still waited."""

    began: float
    shown: asyncio.Future[float]
    # A press is also to be answered.
    answered: asyncio.Future[float] | None = None


@dataclass(slots=True)
class Times:
    """Seconds from posting an update: to its 200, to the screen, to the answer of its press."""

    posted: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)


class People:
    """Whoever uses the bot; `heard` is told of every call the bot makes."""

    def __init__(self) -> None:
        self._waiting: dict[str, Waiting] = {}
        self._numbers = itertools.count(int(time.time()))
        self.times = Times()

    def heard(self, method: str, about: str, at: float) -> None:
        waiting = self._waiting.get(about)
        if waiting is None:
            return
        told = waiting.answered if method == ANSWER else waiting.shown
        if told is not None and not told.done():
            told.set_result(at - waiting.began)

    async def live(self, door: "Door", deeds: deque[dict[str, Any]], until: float) -> None:
        """Do one deed after the other until that moment, each when the one before is answered."""
        while time.monotonic() < until:
            await self.act(door, deeds)

    async def act(self, door: "Door", deeds: deque[dict[str, Any]]) -> None:
        """Take the next deed, post it, and wait for what it brings."""
        deed = deeds.popleft()
        number = next(self._numbers)
        loop = asyncio.get_running_loop()
        press = "data" in deed
        waiting = Waiting(time.monotonic(), loop.create_future(), loop.create_future() if press else None)
        about = (str(deed["chat"]), str(number))
        self._waiting |= dict.fromkeys(about, waiting)
        try:
            self.times.posted.append(await door.post(update(number, deed)) - waiting.began)
            self.times.shown.append(await asyncio.wait_for(waiting.shown, PATIENCE))
            if waiting.answered is not None:
                self.times.answered.append(await asyncio.wait_for(waiting.answered, PATIENCE))
        finally:
            for name in about:
                self._waiting.pop(name, None)
            deeds.append(deed)


class Door:
    """One connection to the webhook."""

    def __init__(self, path: str, secret: str) -> None:
        self._first = f"POST {path} HTTP/1.1"
        self._headers = ("Host: bot", f"X-Telegram-Bot-Api-Secret-Token: {secret}")
        self._told: asyncio.Future[float] | None = None
        self._reader = Reader(self._take)

    async def open(self, port: int) -> None:
        await asyncio.get_running_loop().create_connection(lambda: self._reader, "127.0.0.1", port)

    async def post(self, raw: dict[str, Any]) -> float:
        """Post one update; the moment it was confirmed."""
        self._told = asyncio.get_running_loop().create_future()
        self._reader.write(message(self._first, json.dumps(raw).encode(), *self._headers))
        return await asyncio.wait_for(self._told, PATIENCE)

    def close(self) -> None:
        self._reader.close()

    def _take(self, _: Reader, head: bytes, __: bytes) -> None:
        if self._told is None or self._told.done():
            return
        if b" 200 " in head.split(b"\r\n", 1)[0]:
            self._told.set_result(time.monotonic())
        else:
            self._told.set_exception(RuntimeError(head.split(b"\r\n", 1)[0].decode()))


def spread(deeds: Iterable[dict[str, Any]], ways: int) -> list[deque[dict[str, Any]]]:
    """The deeds dealt to so many connections, all of one chat to the same, so that they keep their order."""
    hands: list[deque[dict[str, Any]]] = [deque() for _ in range(ways)]
    seats: dict[int, int] = {}
    for deed in deeds:
        hands[seats.setdefault(deed["chat"], len(seats) % ways)].append(deed)
    return hands


def update(number: int, deed: dict[str, Any]) -> dict[str, Any]:
    """The raw update as the messenger writes it."""
    person = {"id": deed["chat"], "is_bot": False, "first_name": "Ольга", "language_code": "ru"}
    chat = {"id": deed["chat"], "type": "private", "first_name": "Ольга"}
    if "text" in deed:
        text = deed["text"]
        marks = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text[0] == "/" else []
        said = {"message_id": number, "date": 1_791_968_160, "chat": chat, "from": person, "text": text}
        return {"update_id": number, "message": {**said, "entities": marks}}
    bot = {"id": 5000000005, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
    shown = {"message_id": 77, "date": 1_791_968_160, "chat": chat, "from": bot, "text": "…"}
    press = {"id": str(number), "from": person, "chat_instance": "1", "data": deed["data"], "message": shown}
    return {"update_id": number, "callback_query": press}
