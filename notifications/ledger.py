"""What the sender writes: leases taken, receipts, releases. Each method is one short transaction."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import structlog

from journal.clock import Clock, SystemClock
from journal.events import AlertUnreached, Event, StarsLacking
from journal.model.channels import Channel
from journal.model.news import Kind
from journal.model.outbox import Lane, Push, PushState, Told
from notifications.areas import RECEIPTS
from notifications.courier import Failed
from notifications.desk import open_desk
from notifications.grouping import next_message
from notifications.house import House, Round, round_of
from notifications.packing import Packed, Ready, pack
from notifications.retry import MOVED, Again, Dead, Fate, Free, Readdressed, Sent, Unreached, fate, given_up
from notifications.timer import MonotonicTimer, Timer
from storage import events, outbox, threads
from storage.engine import shared
from storage.outbox import LEASE, Lease, Settlement

log = structlog.get_logger(__name__)

# For so many seconds nobody must have spoken for a holder of leases before it is held to be dead.
GONE = 8.0


@dataclass(frozen=True, slots=True)
class Result:
    """How one attempt at a parcel ended."""

    ready: Ready
    fate: Fate


@dataclass(slots=True)
class Ledger:
    """One channel's outbox as one sender keeps it; `machine` is the clock of leases, which never jumps."""

    house: House
    channel: Channel = Channel.TELEGRAM
    machine: Clock = field(default_factory=SystemClock)
    holder: str = field(default_factory=lambda: secrets.token_hex(8))
    timer: Timer = field(default_factory=MonotonicTimer)
    _absent: dict[str, float] = field(default_factory=dict)

    @property
    def alone(self) -> bool:
        """Whether no other process can be sending: SQLite serves one."""
        return not shared(self.house.store.engine)

    async def due(self) -> set[tuple[bool, Lane]]:
        """The lanes, paid for or not, in which anything may go by now; only reads: mostly nothing may."""
        async with self.house.store.snapshot() as db:
            return await outbox.due_lanes(db, self.house.clock.now(), self.channel)

    async def recover(self, *, alone: bool = False) -> int:
        """Take back the leases of senders that died; of all others at once if this is the only sender."""
        async with self.house.store.connection(writing=True, patient=True) as db:
            if alone:
                taken = await outbox.release_all(db, self.channel)
            else:
                dead = self._dead(await outbox.absent(db))
                taken = await outbox.release_lost(db, self.holder, self.machine.now(), dead, self.channel)
            await db.connection.commit()
            return taken

    def _dead(self, absent: Collection[str]) -> list[str]:
        """Who was not there for a while: the session of a living sender may break, and is soon renewed."""
        now = self.timer.now()
        self._absent = {holder: self._absent.get(holder, now) for holder in absent}
        return [holder for holder, since in self._absent.items() if now >= since + GONE]

    async def recover_own(self) -> int:
        """Take back what a shift of our own that broke down has left: nothing of it is on its way."""
        async with self.house.store.connection(writing=True, patient=True) as db:
            taken = await outbox.release_held(db, self.holder)
            await db.connection.commit()
            return taken

    async def claim(
        self,
        lane: Lane,
        most: int,
        resting: Collection[int],
        *,
        paid: bool = False,
        talking: Collection[str] = (),
    ) -> list[list[Push]]:
        """Lease the next messages of up to `most` accounts."""
        lease = Lease(self.holder, self.machine.now() + LEASE, self.channel)
        async with self.house.store.connection(writing=True, patient=True) as db:
            now = self.house.clock.now()
            messages = await outbox.claim(
                db, lease, lane, now, most, resting, next_message, paid=paid, talking=talking
            )
            if messages:
                await db.connection.commit()
            return messages

    async def check(self, messages: Sequence[Sequence[Push]]) -> Packed:
        """Check claimed messages and make parcels of them; what cannot be checked is tried again later."""
        try:
            return await self._check(messages)
        except Exception:
            log.exception("check_failed")
        packed = Packed()
        for message in messages:
            try:
                one = await self._check([message])
                packed.ready += one.ready
                packed.ended += one.ended
            except Exception as error:  # noqa: BLE001  # whatever it is, it must not keep its lease
                packed.ended += [self._put_off(push, type(error).__name__) for push in message]
        return packed

    def _put_off(self, push: Push, reason: str) -> Settlement:
        end = fate(Failed(reason), push.attempts, self.house.clock.now())
        return _settlement(push, end)

    async def _check(self, messages: Sequence[Sequence[Push]]) -> Packed:
        async with self.house.store.snapshot() as db:
            pushes = [push for message in messages for push in message]
            desk = await open_desk(round_of(self.house, db), pushes, self.channel)
            return pack(desk, messages)

    async def settle(self, ended: Sequence[Settlement]) -> None:
        """Save the ends of pushes that left no message."""
        if ended:
            async with self.house.store.connection(writing=True, patient=True) as db:
                await outbox.settle(db, self.holder, ended, self.house.clock.now())
                await db.connection.commit()

    async def record(self, results: Sequence[Result]) -> None:
        """Save how attempts ended, with what the threads were told, many in one transaction."""
        async with self.house.store.connection(writing=True, patient=True) as db:
            round_ = round_of(self.house, db)
            ended = [_settlement(push, result.fate) for result in results for push in result.ready.pushes]
            await outbox.settle(db, self.holder, ended, round_.now)
            await threads.remember(db, _told(results), round_.now, self.channel)
            await _receipts(round_, results)
            await _reach(round_, results, self.channel)
            await _divert(round_, results, self.channel)
            alerted = await _alert(round_, results)
            await db.connection.commit()
        if alerted:
            self.house.store.on_events()

    async def release(self, ready: Sequence[Ready]) -> None:
        """Give claimed parcels back unsent."""
        await self.settle([Settlement(push.id, PushState.WAITING) for item in ready for push in item.pushes])


def _settlement(push: Push, end: Fate) -> Settlement:
    match end:
        case Sent(message_id):
            return Settlement(push.id, PushState.SENT, message_id=message_id)
        case Again(at, counted, reason):
            return Settlement(push.id, PushState.WAITING, not_before=at, counted=counted, error=reason)
        case Unreached(at, reason):
            return Settlement(push.id, PushState.WAITING, not_before=at, counted=False, error=reason)
        case Readdressed():
            return Settlement(push.id, PushState.WAITING, counted=True, error=MOVED)
        case Free():
            return Settlement(push.id, PushState.WAITING, error="not paid")
        case Dead(reason):
            return Settlement(push.id, PushState.DEAD, error=reason)


def _told(results: Sequence[Result]) -> list[Told]:
    kept = [
        told
        for result in results
        if isinstance(result.fate, Sent)
        for told in result.ready.remembered(result.fate.message_id)
    ]
    return list({(told.account_id, told.thread): told for told in kept}.values())


async def _receipts(round_: Round, results: Sequence[Result]) -> None:
    for kind, receipt in RECEIPTS.items():
        sent = [
            (push, result.fate.message_id)
            for result in results
            if isinstance(result.fate, Sent)
            for push in result.ready.pushes
            if push.kind is kind
        ]
        if sent:
            await receipt(round_, sent)


async def _reach(round_: Round, results: Sequence[Result], channel: Channel) -> None:
    for result in results:
        if isinstance(result.fate, Unreached):
            fate = result.fate
            account_id = result.ready.account_id
            await outbox.unreached(round_.db, account_id, fate.reason, round_.now, fate.probe_at, channel)
        elif isinstance(result.fate, Readdressed):
            await outbox.moved(round_.db, result.ready.account_id, result.fate.platform_id, round_.now)
    back = {item.ready.account_id for item in results if isinstance(item.fate, Sent) and item.ready.probing}
    if back:
        await outbox.reached(round_.db, back, channel)


async def _alert(round_: Round, results: Sequence[Result]) -> bool:
    """What others are to hear of at once; whether there is anything."""
    happened = [*_unreached(results), *await _unpaid(round_, results)]
    await events.write(
        round_.db, [events.Recorded(event, round_.now, round_.now, None) for event in happened]
    )
    return bool(happened)


async def _unpaid(round_: Round, results: Sequence[Result]) -> list[Event]:
    """The balance is used up: nothing waits any more for being paid for."""
    if not any(isinstance(result.fate, Free) for result in results):
        return []
    await outbox.go_free(round_.db)
    return [StarsLacking(round_.today.isoformat())]


def _unreached(results: Sequence[Result]) -> list[Event]:
    """Alerts that one adult could not be handed."""
    lost = {
        (push.student_id, push.payload["date"])
        for result in results
        if isinstance(result.fate, Unreached)
        for push in result.ready.pushes
        if push.kind is Kind.ATTENDANCE and push.lane is Lane.URGENT and push.student_id is not None
    }
    return [AlertUnreached(student, day) for student, day in sorted(lost) if student is not None]


async def _divert(round_: Round, results: Sequence[Result], channel: Channel) -> None:
    """What the channel refuses, or cannot bring in time, goes on another of the guardian's."""
    for result in results:
        if given_up(result.fate, result.ready.lane, result.ready.attempts):
            pushes = [push.id for push in result.ready.pushes]
            await outbox.divert(round_.db, result.ready.account_id, channel, pushes)
