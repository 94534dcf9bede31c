"""The sender: wakes at once when something is queued, looks by itself now and then, and never gives up."""

import asyncio
from contextlib import suppress

import structlog

from notifications.courier import Courier
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.shift import Shift

log = structlog.get_logger(__name__)

# How often the outbox is looked at although nobody called: for what becomes due by the clock.
POLL = 1.0
# How often leases of crashed senders are taken back.
RECOVERY = 5.0


class Sender:
    """Runs shifts until it is stopped."""

    def __init__(self, ledger: Ledger, courier: Courier, pace: Pace) -> None:
        self.ledger = ledger
        self.courier = courier
        self.pace = pace
        self._shift: Shift | None = None
        self._called = asyncio.Event()
        self._stopping = False
        self._recovered = False
        self._broke_down = False

    def wake(self) -> None:
        """Something was queued."""
        self._called.set()
        if self._shift is not None:
            self._shift.wake()

    def stop(self) -> None:
        """Send nothing more; `run` returns when everything is accounted for."""
        self._stopping = True
        self._called.set()
        if self._shift is not None:
            self._shift.stop()

    async def drain(self) -> None:
        """Send everything that is due now."""
        if not self._recovered:
            await self._recover()
        if self._broke_down:
            await self.ledger.recover_own()
        self._shift, self._broke_down = Shift(self.ledger, self.courier, self.pace), True
        try:
            await self._shift.work()
            self._broke_down = False
        finally:
            self._shift = None

    async def run(self) -> None:
        """Send whatever becomes due, until `stop`."""
        recovering = asyncio.create_task(self._keep_recovering())
        try:
            while not self._stopping:
                self._called.clear()
                try:
                    await self.drain()
                except Exception:
                    log.exception("sending_interrupted")
                with suppress(TimeoutError):
                    async with asyncio.timeout(POLL):
                        await self._called.wait()
        finally:
            recovering.cancel()
            await asyncio.wait({recovering})

    async def _keep_recovering(self) -> None:
        """Beside the shifts: one of them may last as long as there is something to send."""
        while True:
            await asyncio.sleep(RECOVERY)
            try:
                if self._recovered:
                    await self._recover()
            except Exception:
                log.exception("recovery_interrupted")

    async def _recover(self) -> None:
        """Take back leases of the dead; on SQLite, with no other sender, all of them at the start."""
        alone = not self._recovered and self.ledger.alone
        if taken := await self.ledger.recover(alone=alone):
            log.info("leases_taken_back", count=taken)
            self.wake()
        self._recovered = True
