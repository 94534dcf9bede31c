"""One shift of the sender: works until nothing is due, then goes home with everything accounted for.

Three things go on at once: claiming and checking a little ahead, sending one parcel a slot, and saving
receipts in batches. Every push that was leased ends sent, released or dead, whatever is raised.
"""

import asyncio

import structlog

from notifications.courier import Courier, Delivered, Failed, Limited, Outcome
from notifications.ledger import Ledger, Result
from notifications.pace import Pace
from notifications.packing import Ready
from notifications.retry import fate
from notifications.trays import Trays

log = structlog.get_logger(__name__)

# Longer freezes give the claimed parcels back: the world may change meanwhile.
PATIENCE = 5.0
DELIVERY_TIMEOUT = 60.0
# A chat that rests longer was refused: what is due for it is the matter of a later shift.
LINGER = 1.5
# What is on its way when the bot stops may still arrive.
GRACE = 5.0
# Between attempts at saving receipts: losing one would tell somebody twice.
SAVE_AGAIN = 1.0
LAST_TRIES = 5


class Shift:
    """Use once: `await Shift(…).work()`."""

    def __init__(self, ledger: Ledger, courier: Courier, pace: Pace) -> None:
        self.ledger = ledger
        self.courier = courier
        self.pace = pace
        self._trays = Trays(pace.ahead)
        self._flying: set[asyncio.Task[None]] = set()
        self._results: list[Result] = []
        self._saving = False
        self._stopped = asyncio.Event()
        # For the claimer: a tray has room, a receipt is saved, news came. For the others: there is work.
        self._moved, self._filled, self._came_back = asyncio.Event(), asyncio.Event(), asyncio.Event()

    def stop(self) -> None:
        """Claim and send nothing more; `work` returns when what is on its way has come back."""
        self._stopped.set()
        self.wake()

    def wake(self) -> None:
        """Something may have become due."""
        self._moved.set()

    async def work(self) -> None:
        """Send what is due until nothing is, or until `stop`. Raises whatever ends one of the three."""
        try:
            async with asyncio.TaskGroup() as group:
                sender, saver = group.create_task(self._send()), group.create_task(self._save())
                await self._claim_ahead()
                sender.cancel()
                await self._land()
                saver.cancel()
        finally:
            await self._go_home()

    async def _claim_ahead(self) -> None:
        while not self._stopped.is_set():
            self._moved.clear()
            if await self._fill():
                continue
            if self._trays or self._flying or self._results or self._saving:
                await self._moved.wait()
            elif 0 < (rest := self.pace.rest()) <= LINGER and await self.ledger.due():
                await self._pause(rest)
            else:
                return

    async def _pause(self, seconds: float) -> None:
        """Let time pass, unless the shift is over."""
        passing = asyncio.ensure_future(self.pace.timer.sleep(seconds))
        over = asyncio.ensure_future(self._stopped.wait())
        await asyncio.wait({passing, over}, return_when=asyncio.FIRST_COMPLETED)
        for waiting in (passing, over):
            waiting.cancel()

    async def _fill(self) -> bool:
        """Claim and check what there is room for; whether anything was claimed."""
        if self.pace.frozen() > PATIENCE:
            await self.ledger.release(self._trays.empty())
            await self._pause(self.pace.frozen() - PATIENCE)
        found = False
        for lane in sorted(await self.ledger.due()):
            room = self._trays.room(lane)
            # Claiming a parcel at a time would cost a transaction each.
            if room * 2 < self._trays.size:
                continue
            messages = await self.ledger.claim(lane, room, self.pace.resting())
            if messages:
                found = True
                packed = await self.ledger.check(messages)
                self._trays.put(packed.ready)
                self._filled.set()
                await self.ledger.settle(packed.ended)
        return found

    async def _send(self) -> None:
        """One parcel a slot."""
        while True:
            while not self._trays or len(self._flying) >= self.pace.most_flying:
                self._filled.clear()
                await self._filled.wait()
            await self.pace.slot()
            # The world may have changed while the slot was awaited.
            if self._trays and not self.pace.frozen():
                ready = self._trays.take()
                self.pace.left(ready.account_id)
                task = asyncio.create_task(self._deliver(ready))
                self._flying.add(task)
                task.add_done_callback(self._flying.discard)
                self._moved.set()

    async def _deliver(self, ready: Ready) -> None:
        outcome: Outcome = Failed("stopped")
        try:
            outcome = await self._attempt(ready)
        finally:
            self._heed(ready.account_id, outcome)
            now = self.ledger.house.clock.now()
            self._results.append(Result(ready, fate(outcome, ready.attempts, now)))
            self._came_back.set()
            self._filled.set()

    async def _attempt(self, ready: Ready) -> Outcome:
        try:
            async with asyncio.timeout(DELIVERY_TIMEOUT):
                return await self.courier.deliver(ready.parcel)
        except TimeoutError:
            return Failed("timeout")
        except Exception as error:
            log.exception("delivery_raised", push=ready.parcel.push_id)
            return Failed(type(error).__name__)

    def _heed(self, account_id: int, outcome: Outcome) -> None:
        """What the answer means for the pace."""
        self.pace.left(account_id)
        if isinstance(outcome, Delivered):
            self.pace.arrived()
        elif isinstance(outcome, Limited):
            everybody = self.pace.refused(account_id, outcome.retry_after)
            log.warning("limited", seconds=outcome.retry_after, everybody=everybody)

    async def _save(self) -> None:
        """Save receipts, many in one transaction; keep at it while the database is away."""
        while True:
            await self._came_back.wait()
            self._came_back.clear()
            await self._save_results()

    async def _save_results(self) -> None:
        results, self._results, self._saving = self._results, [], True
        tries = 0
        try:
            while results:
                try:
                    await self.ledger.record(results)
                    results = []
                except Exception:
                    log.exception("receipts_not_saved", count=len(results))
                    await self.pace.timer.sleep(SAVE_AGAIN)
                    tries += 1
                    if self._stopped.is_set() and tries >= LAST_TRIES:
                        # The leases end by themselves; these few are told twice.
                        return
        finally:
            self._results, self._saving = [*results, *self._results], False
            self._moved.set()

    async def _land(self) -> None:
        """Wait for what is on its way, for a while."""
        if self._flying:
            _, late = await asyncio.wait(self._flying, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _go_home(self) -> None:
        """Wait for what is on its way, save every receipt, give back what was not sent."""
        await self._land()
        await self._save_results()
        await self.ledger.release(self._trays.empty())
