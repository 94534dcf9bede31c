"""The notifications of one running bot, started and stopped together: expanding, sending, jobs."""

import asyncio
from contextlib import suppress

import structlog

from notifications.courier import Courier
from notifications.expander import Expander
from notifications.house import House
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.scheduler import Scheduler
from notifications.sender import POLL, Sender

log = structlog.get_logger(__name__)


class Notifier:
    """Tells people what happened. Give `wake` to the store, so that it knows at once."""

    def __init__(self, house: House, courier: Courier, pace: Pace | None = None) -> None:
        self.expander = Expander(house)
        self.sender = Sender(Ledger(house), courier, pace or Pace())
        self.scheduler = Scheduler(house)
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Something happened that somebody may have to be told."""
        self._woken.set()

    async def catch_up(self) -> None:
        """Tell everything that is due by now, then return."""
        await self.expander.expand_due()
        await self.sender.drain()

    async def run(self) -> None:
        """Tell whatever becomes due, until `stop`."""
        self.scheduler.start()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._expand())
                tasks.create_task(self.sender.run())
        finally:
            await self.scheduler.stop()

    def stop(self) -> None:
        """`run` returns when what is on its way has arrived and every receipt is saved."""
        self._stopping = True
        self._woken.set()
        self.sender.stop()

    async def _expand(self) -> None:
        while not self._stopping:
            self._woken.clear()
            try:
                if await self.expander.expand_due():
                    self.sender.wake()
            except Exception:
                log.exception("expansion_interrupted")
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL):
                    await self._woken.wait()
