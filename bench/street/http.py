"""As little HTTP as the bench needs: requests and responses with a length, many on a connection."""

import asyncio
from collections.abc import Callable
from typing import cast

END = b"\r\n\r\n"


class Reader(asyncio.Protocol):
    """Cuts what comes into messages: the head and the body of each."""

    def __init__(self, take: Callable[["Reader", bytes, bytes], None]) -> None:
        self._take = take
        self._rest = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._rest += data
        while (cut := self._rest.find(END)) >= 0:
            head, start = self._rest[:cut], cut + len(END)
            end = start + _length(head)
            if len(self._rest) < end:
                return
            body, self._rest = self._rest[start:end], self._rest[end:]
            self._take(self, head, body)

    def write(self, message: bytes) -> None:
        if self._transport is None:
            raise ConnectionError("the connection is not open")
        self._transport.write(message)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def message(first: str, body: bytes, *headers: str) -> bytes:
    """A request or response of one piece."""
    lines = [first, *headers, "Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + END + body


def _length(head: bytes) -> int:
    _, found, after = head.lower().partition(b"content-length:")
    return int(after.split(b"\r\n", 1)[0]) if found else 0
