"""One shift of the sender: works until nothing is due, then goes home with everything accounted for.

Three things go on at once: claiming and checking a little ahead, sending one parcel a slot, and saving
receipts in batches. Every push that was leased ends sent, released or dead, whatever is raised.
"""

import asyncio
from collections.abc import Sequence

import structlog

from notifications import departure
from notifications.courier import Courier, Delivered, Failed, Limited, Outcome
from notifications.ledger import Ledger, Result
from notifications.pace import Pace
from notifications.pacing import Slot
from notifications.packing import Ready
from notifications.retry import Again, Fate, fate
from notifications.way import Way

log = structlog.get_logger(__name__)

# What was checked so long ago is given back: the world may have changed, and others may hold it by now.
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
        self._ways = {paid: Way(pace.allowance(paid)) for paid in (False, True)}
        self._results: list[Result] = []
        self._saving = False
        # Whoever is writing receipts down is not interrupted: half-known is told twice.
        self._recording = asyncio.Lock()
        self._stopped = asyncio.Event()
        # For the claimer: a tray is half empty, nothing is left to send, news came. For the saver: receipts.
        self._moved, self._came_back = asyncio.Event(), asyncio.Event()

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
                senders = [group.create_task(self._send(way)) for way in self._ways.values()]
                saver = group.create_task(self._save())
                await self._claim_ahead()
                for sender in senders:
                    sender.cancel()
                await self._land()
                async with self._recording:
                    saver.cancel()
        finally:
            await self._go_home()

    async def _claim_ahead(self) -> None:
        while not self._stopped.is_set():
            self._moved.clear()
            if await self._fill():
                continue
            if self._results or self._saving or any(way.busy for way in self._ways.values()):
                await self._moved.wait()
            elif 0 < (rest := self.pace.rest()) <= LINGER and await self.ledger.due():
                await self._pause(rest, self._moved)
            elif not self._moved.is_set():
                return

    async def _pause(self, seconds: float, until: asyncio.Event) -> None:
        """Let time pass, or that happen."""
        passing = asyncio.ensure_future(self.pace.timer.sleep(seconds))
        over = asyncio.ensure_future(until.wait())
        await asyncio.wait({passing, over}, return_when=asyncio.FIRST_COMPLETED)
        for waiting in (passing, over):
            waiting.cancel()

    async def _fill(self) -> bool:
        """Claim and check what there is room for; whether anything was claimed."""
        found = False
        for paid, lane in sorted(await self.ledger.due()):
            way = self._ways[paid]
            if (frozen := way.allowance.frozen()) > PATIENCE:
                await self.ledger.release(way.trays.empty())
                await self._pause(frozen - PATIENCE, self._stopped)
            if not way.hungry(lane):
                continue
            room, resting = way.trays.room(lane), self.pace.resting()
            talking = self.pace.talking()
            messages = await self.ledger.claim(lane, room, resting, paid=paid, talking=talking)
            if messages:
                found = True
                packed = await self.ledger.check(messages)
                self._put(packed.ready)
                await self.ledger.settle(packed.ended)
        return found

    def _put(self, ready: Sequence[Ready]) -> None:
        now = self.pace.timer.now()
        for item in ready:
            self._ways[item.paid].put(item, now)

    async def _send(self, way: Way) -> None:
        """One parcel a slot."""
        while True:
            await way.ready()
            slot = await way.allowance.slot()
            # The world may have changed while the slot was awaited.
            if way.trays and not way.allowance.frozen():
                ready, since = way.trays.take()
                if self.pace.timer.now() > since + PATIENCE:
                    self._give_back([ready, *way.trays.empty()])
                    continue
                self.pace.left(ready.account_id, slot)
                way.fly(asyncio.create_task(self._deliver(ready, slot)))
                if way.asks(ready.lane):
                    self._moved.set()

    def _give_back(self, stale: Sequence[Ready]) -> None:
        """Let them wait anew; like receipts this is saved whatever ends the shift."""
        again = Again(self.ledger.house.clock.now(), counted=False, reason="waited too long for its slot")
        self._results += [Result(item, again) for item in stale]
        self._came_back.set()

    async def _deliver(self, ready: Ready, slot: Slot) -> None:
        outcome: Outcome = Failed("stopped")
        self.pace.left(ready.account_id, slot)
        departure.expected(lambda: self.pace.left(ready.account_id, slot))
        try:
            outcome = await self._attempt(ready)
        finally:
            # By now the slot says when it really left.
            self._results.append(Result(ready, self._end(ready, slot.at, outcome)))
            self._came_back.set()

    def _end(self, ready: Ready, left_at: float, outcome: Outcome) -> Fate:
        """What becomes of it; an answer that nobody can make sense of is a failure like others."""
        now = self.ledger.house.clock.now()
        try:
            self._heed(ready, left_at, outcome)
            return fate(outcome, ready.attempts, now, moved=ready.moved)
        except Exception as error:
            log.exception("outcome_not_heeded", push=ready.parcel.push_id)
            return fate(Failed(type(error).__name__), ready.attempts, now)

    async def _attempt(self, ready: Ready) -> Outcome:
        try:
            async with asyncio.timeout(DELIVERY_TIMEOUT):
                return await self.courier.deliver(ready.parcel)
        except TimeoutError:
            return Failed("timeout")
        except Exception as error:
            log.exception("delivery_raised", push=ready.parcel.push_id)
            return Failed(type(error).__name__)

    def _heed(self, ready: Ready, left_at: float, outcome: Outcome) -> None:
        """What the answer means for the pace."""
        match outcome:
            case Limited(seconds):
                rests = self.pace.refused(ready.account_id, left_at, seconds, ready.paid)
                log.warning("limited", seconds=seconds, everybody=round(rests, 1))
            case Delivered():
                self.pace.arrived(ready.account_id, left_at, ready.paid)

    async def _save(self) -> None:
        """Save receipts, many in one transaction; keep at it while the database is away."""
        while True:
            await self._came_back.wait()
            self._came_back.clear()
            async with self._recording:
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
            if not any(way.trays for way in self._ways.values()):
                self._moved.set()

    async def _land(self) -> None:
        """Wait for what is on its way, for a while."""
        if flying := [task for way in self._ways.values() for task in way.flying]:
            _, late = await asyncio.wait(flying, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _go_home(self) -> None:
        """Wait for what is on its way, save every receipt, give back what was not sent."""
        await self._land()
        await self._save_results()
        await self.ledger.release([item for way in self._ways.values() for item in way.trays.empty()])
