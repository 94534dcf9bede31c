"""The websocket that tells the page of every event on every phone as it happens."""

import asyncio
import contextlib
import json
from collections.abc import Coroutine

from aiohttp import WSMsgType, web

from simulator.client.rendering import event_json
from simulator.events import Bell, Event

BACKLOG = 2000
HEARTBEAT = 20.0


class Live:
    """Hands each open page its own queue; a page that falls too far behind is dropped and reconnects."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._open: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One page's websocket until either side closes it."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        queue: asyncio.Queue[str] = asyncio.Queue(BACKLOG)
        behind = asyncio.Event()

        def tell(event: Event) -> None:
            try:
                queue.put_nowait(json.dumps(event_json(event), ensure_ascii=False))
            except asyncio.QueueFull:
                behind.set()

        silence = self._bell.listen(tell)  # before the handshake: an open page misses nothing
        try:
            await socket.prepare(request)
            self._open.add(socket)
            await _first_of(_send(socket, queue), _until_closed(socket), behind.wait())
            await socket.close()
        finally:
            silence()
            self._open.discard(socket)
        return socket

    async def close(self, _: web.Application) -> None:
        """Say goodbye to every page."""
        for socket in tuple(self._open):
            await socket.close(code=1001)


async def _first_of(*talks: Coroutine[object, object, object]) -> None:
    """Wait for the first to end and stop the others, when cancelled too."""
    tasks = [asyncio.ensure_future(talk) for talk in talks]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _send(socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
    with contextlib.suppress(ConnectionError):
        while True:
            await socket.send_str(await queue.get())


async def _until_closed(socket: web.WebSocketResponse) -> None:
    async for message in socket:
        if message.type == WSMsgType.ERROR:
            return
