"""The websocket that tells the page of every event on every phone as it happens."""

import asyncio
import contextlib
import json

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
        await socket.prepare(request)
        queue: asyncio.Queue[str] = asyncio.Queue(BACKLOG)

        def tell(event: Event) -> None:
            try:
                queue.put_nowait(json.dumps(event_json(event), ensure_ascii=False))
            except asyncio.QueueFull:
                sender.cancel()

        sender = asyncio.create_task(_send(socket, queue))
        silence = self._bell.listen(tell)
        self._open.add(socket)
        try:
            await _until_closed(socket)
        finally:
            silence()
            self._open.discard(socket)
            sender.cancel()
            await asyncio.wait({sender})
        return socket

    async def close(self, _: web.Application) -> None:
        """Say goodbye to every page."""
        for socket in tuple(self._open):
            await socket.close(code=1001)


async def _send(socket: web.WebSocketResponse, queue: asyncio.Queue[str]) -> None:
    try:
        while True:
            await socket.send_str(await queue.get())
    except ConnectionError:
        return
    finally:
        with contextlib.suppress(ConnectionError):
            await socket.close()


async def _until_closed(socket: web.WebSocketResponse) -> None:
    async for message in socket:
        if message.type == WSMsgType.ERROR:
            return
