"""When the next message may leave: evenly spaced slots for the bot, one spacing for each chat. Pure.

A token bucket lets bursts through and meets 429s under a sliding window; even slots a little below the limit
do not. A busy machine wakes late: what it missed is made up gently, and never beyond the window.
"""

from collections import deque
from dataclasses import dataclass

# The part of the messenger's allowance that is used.
SHARE = 0.985
# Slots missed within so many seconds are made up, at most at so many times the pace; longer pauses are not.
MADE_UP, GENTLY = 0.25, 2.0
# Where slots are many, the window may be so many seconds tighter to make them up: the jitter of the network
# evens out over them. At `EVEN` a second each one counts.
TIGHTER, EVEN = 0.007, 30.0


@dataclass(slots=True)
class Slot:
    """Leave to send one message at the moment `at`; who uses it later, for the machine is busy, says so."""

    at: float

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
        # The last slots, as many as the messenger counts in a second.
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

    def freeze(self, until: float) -> None:
        """Nothing leaves before `until`: the messenger said so. The latest word counts."""
        self._frozen_until = max(self._frozen_until, until)

    def frozen(self, now: float) -> float:
        """Seconds until anything may leave again; 0 when nothing is frozen."""
        return max(0.0, self._frozen_until - now)

    def _soonest(self) -> float:
        """The moment from which one slot more breaks neither the window nor the gentleness."""
        most = max(1, int(self._rate))
        while len(self._last) > most:
            self._last.popleft()
        if not self._last:
            return 0.0
        gentle = self._last[-1].at + self.interval / GENTLY
        if len(self._last) < most:
            return gentle
        tighter = TIGHTER * max(0.0, 1 - EVEN / self._rate)
        return max(gentle, self._last[0].at + most * self.interval - tighter)


class Chats:
    """Which chats rest: `spacing` seconds after a message, as long as the messenger said after a refusal."""

    def __init__(self, spacing: float) -> None:
        self.spacing = spacing
        self._free_at: dict[int, float] = {}

    def sent(self, account_id: int, now: float) -> None:
        self.rests(account_id, now + self.spacing)

    def rests(self, account_id: int, until: float) -> None:
        self._free_at[account_id] = max(until, self._free_at.get(account_id, until))

    def resting(self, now: float) -> dict[int, float]:
        """The accounts that rest, each with the moment it is free again."""
        self._free_at = {account: at for account, at in self._free_at.items() if at > now}
        return self._free_at
