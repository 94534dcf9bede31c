"""Telling people, started and stopped together: events become pushes, pushes leave."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

import structlog

from journal.model.channels import Channel
from notifications.courier import Courier
from notifications.expander import Expander
from notifications.house import House
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.sender import POLL, Sender
from storage import outbox

log = structlog.get_logger(__name__)


class Notifier:
    """Tells people what happened. Give `wake` to the store, so that it knows at once."""

    def __init__(
        self,
        house: House,
        courier: Courier,
        pace: Pace | None = None,
        others: Mapping[Channel, tuple[Courier, Pace]] | None = None,
    ) -> None:
        """`others`: whoever carries news beside the messenger, each at a pace of its own."""
        self.house = house
        self.expander = Expander(house)
        self.sender = Sender(Ledger(house), courier, pace or Pace())
        self.others = [
            Sender(Ledger(house, channel), other, its_pace)
            for channel, (other, its_pace) in (others or {}).items()
        ]
        self._woken = asyncio.Event()
        self._stopping = False

    @property
    def _senders(self) -> list[Sender]:
        return [self.sender, *self.others]

    @property
    def holders(self) -> list[str]:
        """By which names messages are leased here."""
        return [sender.ledger.holder for sender in self._senders]

    def wake(self) -> None:
        """Something happened that somebody may have to be told."""
        self._woken.set()
        for sender in self._senders:
            sender.wake()

    async def catch_up(self) -> None:
        """Tell everything that is due by now, then return."""
        await self._serve()
        await self.expander.expand_due()
        for sender in self._senders:
            await sender.drain()

    async def run(self) -> None:
        """Tell whatever becomes due, until `stop`."""
        await self._serve()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._expand())
            for sender in self._senders:
                tasks.create_task(sender.run())

    def stop(self) -> None:
        """`run` returns when what is on its way has arrived and every receipt is saved."""
        self._stopping = True
        self.expander.stop()
        self._woken.set()
        for sender in self._senders:
            sender.stop()

    async def _serve(self) -> None:
        """From now on news goes on the channels that are set up today; they may have been others before."""
        served = [sender.ledger.channel for sender in self.others]
        async with self.house.store.connection() as db:
            if not await outbox.served_otherwise(db, served):
                return
        async with self.house.store.connection(writing=True, patient=True) as db:
            if moved := await outbox.serve(db, served, self.house.clock.now()):
                log.info("moved_to_the_messenger", count=moved)
            await db.connection.commit()

    async def _expand(self) -> None:
        while not self._stopping:
            self._woken.clear()
            pause = POLL
            try:
                if await self.expander.expand_due():
                    for sender in self._senders:
                        sender.wake()
                pause = min(POLL, await self.expander.next_due())
            except Exception:
                log.exception("expansion_interrupted")
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._woken.wait()
