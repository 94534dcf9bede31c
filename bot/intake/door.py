"""The door of a process for posted updates: one port, a path for each school."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot import naming
from bot.listening import listen
from bot.settings import Misconfigured, Settings

LARGEST = 1024 * 1024
# The messenger, or a web server in front, shall come again.
LATER = {"Retry-After": "2"}
Receive = Callable[[web.Request], Awaitable[web.Response]]


class Door:
    """Hands what is posted to a path to whoever is at work there."""

    def __init__(self) -> None:
        self._paths: dict[str, tuple[str, Receive]] = {}
        self._inside: dict[str, set[asyncio.Task[object] | None]] = {}

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

    def expect(self, path: str) -> None:
        """There will be somebody at that path, sooner or later. Raises `Misconfigured` for a second one."""
        if path in self._inside:
            raise Misconfigured(f"WEBHOOK_URL: the path {path} is another school's")
        self._inside[path] = set()

    @asynccontextmanager
    async def open(self, path: str, receive: Receive, patience: float) -> AsyncIterator[None]:
        """At work at that path; leaving it, whoever is inside is seen off first, for `patience` seconds."""
        inside = self._inside.setdefault(path, set())
        self._paths[path] = (naming.present(), receive)
        try:
            yield
        finally:
            del self._paths[path]
            if left := {task for task in inside if task is not None}:
                await asyncio.wait(left, timeout=patience)


@asynccontextmanager
async def door(settings: Settings) -> AsyncIterator[Door]:
    """The process's door, open where the settings say so."""
    made = Door()
    app = web.Application(client_max_size=LARGEST)
    app.router.add_post("/{path:.*}", made.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=settings.stop_patience)
    await runner.setup()
    try:
        await listen(runner, settings.webhook_host, settings.webhook_port, "WEBHOOK_PORT")
        yield made
    finally:
        await runner.cleanup()
