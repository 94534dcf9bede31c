"""When the next message may leave: evenly spaced slots for the bot, one spacing for each chat. Pure.

A token bucket lets bursts through and meets 429s under a sliding window; even slots a little below the limit
do not. A busy machine wakes late: what it missed is made up gently, and never beyond the window.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

# The part of the messenger's allowance that is used.
SHARE = 0.985
# Slots missed within so many seconds are made up, at most at so many times the pace; longer pauses are not.
MADE_UP, GENTLY = 0.25, 2.0
# Where slots are many, the window may be so many seconds tighter to make them up: the jitter of the network
# evens out over them. At `EVEN` a second each one counts.
TIGHTER, EVEN = 0.003, 30.0

Chat = TypeVar("Chat", int, str)


@dataclass(slots=True)
class Slot:
    """Leave to send one message at the moment `at`; who uses it later, for the machine is busy, says so."""

    at: float
    # Somebody looks at the screen and waits for it.
    first: bool = field(default=False, kw_only=True)

    def used(self, now: float) -> float:
        """The message leaves now; returns the moment that counts."""
        self.at = max(self.at, now)
        return self.at


class Slots:
    """The bot's slots, `rate` of them a second (times `SHARE`).

    However late anybody wakes, as many slots as a second may hold never span less than a second and what
    `SHARE` leaves over.
    """

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._next = 0.0
        self._frozen_until = 0.0
        # The last slots: as many as the messenger counts in a second, and those that are still to be used.
        self._last: deque[Slot] = deque()

    @property
    def rate(self) -> float:
        """Slots a second before `SHARE`."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        # The slot that comes next was spaced by the old rate.
        self._next += 1 / (rate * SHARE) - self.interval
        self._rate = rate

    @property
    def interval(self) -> float:
        """Seconds from slot to slot."""
        return 1 / (self._rate * SHARE)

    def take(self, now: float) -> Slot:
        """Reserve the next slot, `now` or later."""
        planned = max(self._next, self._frozen_until)
        if now - planned > max(MADE_UP, self.interval):
            planned = now
        slot = Slot(max(planned, now, self._soonest()))
        self._next = planned + self.interval
        self._last.append(slot)
        return slot

    def cut_in(self, now: float) -> Slot:
        """A slot for whoever is answered: `now` where the last second has room, else the very next.

        Slots of `take` that nobody used yet make way, and so does one on the grid.
        """
        behind = deque[Slot]()
        while self._last and self._last[-1].at > now and not self._last[-1].first:
            behind.appendleft(self._last.pop())
        slot = Slot(max(now, self._full_until()), first=True)
        self._last.append(slot)
        for late in behind:
            late.at = max(late.at, self._soonest())
            self._last.append(late)
        self._next += self.interval
        return slot

    def freeze(self, until: float) -> None:
        """Nothing leaves before `until`: the messenger said so. The latest word counts."""
        self._frozen_until = max(self._frozen_until, until)

    def frozen(self, now: float) -> float:
        """Seconds until anything may leave again; 0 when nothing is frozen."""
        return max(0.0, self._frozen_until - now)

    def _soonest(self) -> float:
        """The moment from which one slot more breaks neither the window nor the gentleness."""
        if not self._last:
            return 0.0
        return max(self._last[-1].at + self.interval / GENTLY, self._full_until())

    def _full_until(self) -> float:
        """The moment from which one slot more does not break the window."""
        most = max(1, int(self._rate))
        while len(self._last) > 2 * most:
            self._last.popleft()
        if len(self._last) < most:
            return 0.0
        tighter = TIGHTER * max(0.0, 1 - EVEN / self._rate)
        return self._last[-most].at + most * self.interval - tighter


class Chats(Generic[Chat]):
    """Which chats rest: `spacing` seconds after a message, as long as the messenger said after a refusal."""

    def __init__(self, spacing: float) -> None:
        self.spacing = spacing
        self._free_at: dict[Chat, float] = {}

    def sent(self, chat: Chat, now: float) -> None:
        self.rests(chat, now + self.spacing)

    def rests(self, chat: Chat, until: float) -> None:
        self._free_at[chat] = max(until, self._free_at.get(chat, until))

    def resting(self, now: float) -> dict[Chat, float]:
        """The chats that rest, each with the moment it is free again."""
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        return self._free_at
