"""The messenger: answers every call at once, and tells which chat was shown something."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from bench.street.http import Reader, message

# Called with the method, the chat (or the press) it is about, and the moment it came.
Heard = Callable[[str, str, float], None]
SHOWN = ("send", "edit")


class Messenger:
    """A Bot API without a delay; a message sent or edited comes back with its words and buttons."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._last = 10_000
        self.calls = 0

    async def listen(self) -> int:
        """Listen on a port of loopback; returns which."""
        server = await asyncio.get_running_loop().create_server(lambda: Reader(self._take), "127.0.0.1", 0)
        return int(server.sockets[0].getsockname()[1])

    def _take(self, connection: Reader, head: bytes, body: bytes) -> None:
        at = time.monotonic()
        self.calls += 1
        method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode()
        given = _given(head, body)
        connection.write(message("HTTP/1.1 200 OK", self._answer(method, given)))
        self._heard(method, str(given.get("chat_id") or given.get("callback_query_id", "")), at)

    def _answer(self, method: str, given: dict[str, Any]) -> bytes:
        return json.dumps({"ok": True, "result": self._result(method, given)}).encode()

    def _result(self, method: str, given: dict[str, Any]) -> Any:
        if method == "getMe":
            return {"id": 5000000005, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
        if not method.startswith(SHOWN) or "chat_id" not in given:
            return True
        return self._shown(given)

    def _shown(self, given: dict[str, Any]) -> dict[str, Any]:
        self._last += 1
        buttons = {"reply_markup": given["reply_markup"]} if "reply_markup" in given else {}
        return {
            "message_id": int(given.get("message_id", self._last)),
            "date": 1_791_968_160,
            "chat": {"id": int(given["chat_id"]), "type": "private", "first_name": "A"},
            "from": {"id": 5000000005, "is_bot": True, "first_name": "bench"},
            "text": given.get("text", "-"),
            **buttons,
        }


def _given(head: bytes, body: bytes) -> dict[str, Any]:
    """What a call says, as JSON or as a form, where the buttons are JSON within it."""
    if b"application/json" in head:
        told: dict[str, Any] = json.loads(body)
        return told
    form: dict[str, Any] = dict(parse_qsl(body.decode()))
    return form | ({"reply_markup": json.loads(form["reply_markup"])} if "reply_markup" in form else {})
