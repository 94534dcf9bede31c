"""The simulator and the scripted bot on an event loop of their own, so the browser may block the test."""

import asyncio
import contextlib
import threading
from collections.abc import Coroutine
from typing import Any, Self, TypeVar

from aiohttp import ClientSession

from simulator import Person, Simulator
from tests.browser.bot import ScriptedBot

T = TypeVar("T")

TOKEN = "4242:SECRET"
OLGA, PAVEL = 1001, 1002


def people() -> list[Person]:
    """Two people who have not written to the bot yet."""
    return [Person(OLGA, "Ольга", "Иванова", "Родитель"), Person(PAVEL, "Павел", "Сергеев", "Учитель")]


class Stage:
    """`with Stage() as stage`: a running world; `stage.do(coroutine)` acts in it from the test's thread."""

    def __init__(self, cast: list[Person] | None = None, port: int = 0) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="stage", daemon=True)
        self._cast, self._port = cast or people(), port

    @property
    def url(self) -> str:
        """The page's address."""
        return self.sim.base_url + "/"

    @property
    def port(self) -> int:
        """Where the simulator listens, to come back to the same address after a restart."""
        return int(self.sim.base_url.rpartition(":")[2])

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the world and wait for its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=20)

    def person(self, person_id: int) -> Person:
        """Somebody of the cast, to look at the world's own truth."""
        return self.sim.person(person_id)

    async def pause_bot(self) -> None:
        """The bot hears nothing any more."""
        self._running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._running

    def __enter__(self) -> Self:
        self._thread.start()
        self.do(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the world; a test may do it before its time."""
        if self._loop.is_closed():
            return
        self.do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    async def _open(self) -> None:
        self.sim = Simulator(TOKEN, self._cast, self._port)
        self.sim.limits.enabled = False  # a test's fingers are faster than a person's
        await self.sim.start()
        self._session = ClientSession()
        self.bot = ScriptedBot(self._session, f"{self.sim.base_url}/bot{TOKEN}")
        self._running = asyncio.create_task(self.bot.run())

    async def _close(self) -> None:
        await self.pause_bot()
        await self._session.close()
        await self.sim.stop()
