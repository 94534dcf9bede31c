"""The door of a process for posted updates: one port, a path for each school."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot import naming
from bot.listening import listen
from bot.settings import Settings

LARGEST = 1024 * 1024
# The messenger, or a web server in front, shall come again.
LATER = {"Retry-After": "2"}
Receive = Callable[[web.Request], Awaitable[web.Response]]


def path_of(settings: Settings) -> str:
    """Where a school's updates are posted."""
    return urlsplit(settings.webhook_url or "").path or "/"


class Door:
    """Hands what is posted to a path to whoever is at work there."""

    def __init__(self, expected: Iterable[str]) -> None:
        self._paths: dict[str, tuple[str, Receive]] = {}
        self._inside: dict[str, set[asyncio.Task[object] | None]] = {path: set() for path in expected}

    async def receive(self, request: web.Request) -> web.Response:
        """404 where no school is; 503 while one is there that cannot take anything in just now."""
        path = request.path
        if path not in self._paths:
            known = path in self._inside
            return web.Response(status=503, headers=LATER) if known else web.Response(status=404)
        school, receive = self._paths[path]
        inside, task = self._inside[path], asyncio.current_task()
        inside.add(task)
        try:
            with naming.within(school):
                return await receive(request)
        finally:
            inside.discard(task)

    @asynccontextmanager
    async def open(self, path: str, receive: Receive, patience: float) -> AsyncIterator[None]:
        """At work at that path; leaving it, whoever is inside is seen off first, for `patience` seconds."""
        inside = self._inside[path]
        self._paths[path] = (naming.present(), receive)
        try:
            yield
        finally:
            del self._paths[path]
            if left := {task for task in inside if task is not None}:
                await asyncio.wait(left, timeout=patience)


@asynccontextmanager
async def door(schools: Sequence[Settings]) -> AsyncIterator[Door]:
    """The process's door, open where the settings say so; whoever is not there yet is awaited."""
    made, settings = Door(map(path_of, schools)), schools[0]
    app = web.Application(client_max_size=LARGEST)
    app.router.add_post("/{path:.*}", made.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=settings.stop_patience)
    await runner.setup()
    try:
        await listen(runner, settings.webhook_host, settings.webhook_port, "WEBHOOK_PORT")
        yield made
    finally:
        await runner.cleanup()
