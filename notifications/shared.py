"""An allowance shared with other processes: slots reserved a little ahead, by the database's clock."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import inf

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from notifications import sharing
from notifications.clocks import Answers, Clocks
from notifications.pacing import Slot
from notifications.sharing import Place, Standing
from notifications.timer import Timer
from storage.allowance import AllowanceRow, Told
from storage.line import LINE_ERRORS

# How much is reserved at once, and how far ahead, in seconds: short enough that several senders take turns
# quickly and little is wasted when one falls silent, long enough for the database to answer.
BLOCK, AHEAD = 0.032, 0.1
# A reply that the others' slots or the database keep longer leaves without a slot.
PROMPTLY = 0.25
# A slot missed by more is lost.
MISSED = 0.25
# Messages of so many seconds are remembered while they are on their way.
FORGOTTEN = 60
# What was late is told with the next reservation, or after so many seconds.
SOON = 0.1
# Between attempts at a database that is away.
AGAIN = 1.0

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Shared(Slot):
    """A slot of which others may have to know when it was used."""

    place: Place
    note: Callable[[Place, float, float], None]

    def used(self, now: float) -> float:
        before = self.at
        self.note(self.place, before, Slot.used(self, now))
        return self.at


class SharedAllowance:
    """Implements `notifications.allowance.Allowance` with every process that sends for the same bot.

    Without the database nothing leaves: whoever cannot ask cannot know what others send.
    """

    def __init__(
        self, engine: AsyncEngine, bot: str, full: float, timer: Timer, *, paid: bool = False
    ) -> None:
        self.full = full
        self._timer = timer
        self._row = AllowanceRow(engine, bot, paid=paid, heard=self._heard)
        self._clocks = Clocks()
        self._rate = full
        # Reserved and not yet taken, by the own clock.
        self._places: deque[Place] = deque()
        # From when on successors may leave, by the database's clock: not yet told.
        self._waits: dict[int, float] = {}
        # Whose messages are on their way, by the moment they left.
        self._flying: dict[float, Place] = {}
        self._answers = Answers()
        self._frozen_until = 0.0
        # When a message left that met the limit, and until when all shall rest: not yet told.
        self._met: float | None = None
        self._freeze: float | None = None
        self._asking: asyncio.Task[None] | None = None
        self._telling: asyncio.TimerHandle | None = None

    async def slot(self) -> Slot:
        """Wait until the next message may leave; unless it does so at once, the slot is lost."""
        while True:
            if rest := self.frozen():
                await self._timer.sleep(rest)
            elif place := self._next():
                await self._timer.sleep(place.moment - self._timer.now())
                now = self._timer.now()
                if not self.frozen() and now <= place.moment + MISSED:
                    slot = _Shared(place.moment, place, self._note)
                    slot.used(now)
                    return slot
            else:
                await asyncio.shield(self._ask())

    async def cut_in(self) -> Slot:
        """A slot for a reply: of those reserved here the next, else one from the row, which is asked once."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PROMPTLY):
                while True:
                    if self._places:
                        place = self._places.popleft()
                        if place.moment >= self._timer.now() - MISSED:
                            return await self._at(place)
                    else:
                        await asyncio.shield(self._ask())
        return Slot(self._timer.now(), first=True)

    async def _at(self, place: Place) -> Slot:
        """The slot at its moment, taken for used."""
        if (rest := place.moment - self._timer.now()) > 0:
            await self._timer.sleep(rest)
        slot = _Shared(place.moment, place, self._note)
        slot.used(self._timer.now())
        return slot

    def passed(self, left_at: float) -> None:
        """The message that left then was taken, some time before this."""
        now = self._timer.now()
        self._answers.came(now - left_at, now)
        if place := self._flying.pop(left_at, None):
            arrived = now - self._answers.quickest
            self._wait(place, sharing.wait_after_arrival(place, self._rate, left_at, arrived))

    def refused(self, left_at: float) -> None:
        """The message that left then met the bot's limit: the rate is lowered for all."""
        self._flying.pop(left_at, None)
        self._met = left_at
        self._ask()

    def freeze(self, until: float) -> None:
        """Nothing leaves before `until`, in no process."""
        if until > self._frozen_until:
            self._stop_until(until)
            self._freeze = until
            self._ask()

    def frozen(self) -> float:
        """Seconds until anything may leave; 0 when nothing is frozen."""
        return max(0.0, self._frozen_until - self._timer.now())

    async def close(self) -> None:
        """Ask no more, once others know for what they have to wait."""
        if self._telling is not None:
            self._telling.cancel()
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
        if self._waits and self._clocks.known:
            with suppress(*LINE_ERRORS):
                await self._change()
        if self._telling is not None:
            self._telling.cancel()
        await self._row.close()

    def _stop_until(self, until: float) -> None:
        self._frozen_until = max(self._frozen_until, until)
        self._places.clear()

    def _next(self) -> Place | None:
        """The next slot that can still be used; asks for more in time."""
        now = self._timer.now()
        while self._places and self._places[0].moment < now - MISSED:
            self._places.popleft()
        place = self._places.popleft() if self._places else None
        if self._short(now):
            self._ask()
        return place

    def _short(self, now: float) -> bool:
        return not self._places or self._places[-1].moment < now + AHEAD

    def _note(self, place: Place, before: float, used: float) -> None:
        """The slot is used then, and not `before` as thought."""
        self._flying.pop(before, None)
        self._flying[used] = place
        if len(self._flying) > self.full * FORGOTTEN:
            # Oldest first: what never came back will not.
            del self._flying[next(iter(self._flying))]
        self._wait(place, sharing.wait_after(place, self._rate, used))

    def _wait(self, place: Place, moment: float | None) -> None:
        """The slot's successor has to wait until then: whoever gets it must know."""
        if moment is not None:
            self._waits[place.number] = self._clocks.others(moment)
            self._tell_soon()

    def _tell_soon(self) -> None:
        if self._telling is None:
            self._telling = asyncio.get_running_loop().call_later(SOON, self._ask)

    def _ask(self) -> "asyncio.Task[None]":
        """The question that is on its way, or a new one."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._reserve(), name="allowance")
        return self._asking

    async def _reserve(self) -> None:
        """Reserve the next slots, and tell what happened to others; keep at it while the database is away."""
        said = False
        while True:
            try:
                await self._change()
                if self._met is None and self._freeze is None:
                    return
                continue
            except LINE_ERRORS as error:
                if not said:
                    log.error("allowance_out_of_reach", error=type(error).__name__)
                said = True
                await self._row.close()
            await asyncio.sleep(AGAIN)

    async def _change(self) -> None:
        waits, met, freeze = dict(self._waits), self._met, self._freeze
        while True:
            asked = self._timer.now()
            found = await self._row.read(Standing(self.full).told())
            self._clocks.seen(asked, found.now, self._timer.now())
            standing = sharing.waiting(Standing.of(found.standing), waits)
            if met is not None:
                standing = sharing.lowered(standing, self.full, self._clocks.others(met), found.now)
            if freeze is not None:
                standing = sharing.frozen(standing, self._clocks.others(freeze))
            places: list[Place] = []
            if self._short(self._timer.now()):
                standing, places = sharing.reserve(standing, self.full, found.now, BLOCK)
            if await self._row.swap(found.version, standing.told()):
                break
        if freeze is not None:
            await self._row.call({"frozen_until": standing.frozen_until})
        self._took(waits, met, freeze)
        self._rate = sharing.rate_of(standing, self.full, found.now)
        self._stop_or_go(standing.frozen_until, places)

    def _took(self, waits: dict[int, float], met: float | None, freeze: float | None) -> None:
        """What was told need not be told again."""
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None
        self._waits = {number: at for number, at in self._waits.items() if waits.get(number) != at}
        if self._waits:
            self._tell_soon()
        self._met = self._met if self._met != met else None
        self._freeze = self._freeze if self._freeze != freeze else None

    def _stop_or_go(self, frozen_until: float, places: list[Place]) -> None:
        until = self._clocks.own(frozen_until)
        if until > max(self._timer.now(), self._frozen_until):
            self._stop_until(until)
        own, soonest = self._clocks.own, self._clocks.soonest
        # What the clocks leave open counts as lateness, of which whoever follows has to know.
        self._places.extend(Place(one.number, own(one.moment), soonest(one.grid)) for one in places)

    def _heard(self, told: Told) -> None:
        # One's own call comes back, a little off.
        until = self._clocks.own(told["frozen_until"]) if self._clocks.known else inf
        if self._frozen_until + sharing.LATE < until < inf:
            self._stop_until(until)
