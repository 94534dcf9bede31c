"""One school kept at work: what breaks it is told, and after a pause it is tried again."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress

import structlog
from prometheus_client.registry import Collector

from bot import naming
from bot.health import Check
from bot.intake.door import Door
from bot.run import Ended, Running, at_work
from bot.settings import Misconfigured, Settings

# Seconds before the next try: short at first, for a database that is being restarted.
PAUSES = (2.0, 5.0, 15.0, 60.0)
# So long at work, and the next failure is a first one again.
STEADY = 300.0
# So long at work after a failure, and the school is well again: a refused token takes its time to be known.
RECOVERED = 10.0
log = structlog.get_logger(__name__)


class Keeper:
    """Keeps one school; never raises, whatever is wrong with it."""

    def __init__(self, name: str, settings: Settings, door: Door | None) -> None:
        self.name = name
        self._settings = settings
        self._door = door
        self._fault = "not started yet"
        self._failed = False
        self._since = 0.0
        self._bot: Running | None = None
        self._stopped = asyncio.Event()
        self.tried = asyncio.Event()

    async def keep(self) -> None:
        """Until `stop`."""
        failures = 0
        with naming.within(self.name):
            while not self._stopped.is_set():
                began = time.monotonic()
                await self._run()
                self.tried.set()
                failures = 0 if time.monotonic() - began > STEADY else failures
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopped.wait(), PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1

    def stop(self) -> None:
        """Let the school finish what runs."""
        self._stopped.set()

    async def examine(self) -> list[Check]:
        """How the school is."""
        with naming.within(self.name):
            if self._bot is None or (self._failed and time.monotonic() - self._since < RECOVERED):
                return [Check("school", False, self._fault)]
            return await self._bot.doctor.examine()

    @property
    def measures(self) -> Sequence[Collector]:
        """What is measured of the school while it is at work."""
        return () if self._bot is None else self._bot.doctor.measures

    async def _run(self) -> None:
        try:
            async with at_work(self._settings, self._door) as bot:
                self._bot, self._since = bot, time.monotonic()
                self.tried.set()
                await self._until_ended(bot)
        except (Ended, Misconfigured) as error:
            self._fail(str(error))
        except Exception as error:  # noqa: BLE001 - whatever ails one school, the others go on
            self._fail(type(error).__name__, error)
        finally:
            self._bot = None

    async def _until_ended(self, bot: Running) -> None:
        """Raises what ended the bot."""
        ended, stopped = (asyncio.create_task(work) for work in (bot.ended(), self._stopped.wait()))
        try:
            await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                ended.result()
        finally:
            for task in (ended, stopped):
                task.cancel()

    def _fail(self, fault: str, error: Exception | None = None) -> None:
        self._fault, self._failed = fault, True
        log.error("school_failed", fault=fault, exc_info=error)
