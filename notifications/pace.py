"""The sender's pace: one per bot token, for as long as the bot runs."""

import math

from notifications.pacing import Chats, Refusals, Slots
from notifications.timer import MonotonicTimer, Timer

# Messages a second to all chats, and the pause of one chat: the messenger's limits for free broadcasts.
RATE = 30.0
SPACING = 1.0
# How much is claimed ahead, in seconds of sending: never waiting for the database, never going stale.
AHEAD = 0.5
# How much may be on its way, in seconds of sending: slower answers than that slow the pace.
ON_ITS_WAY = 3.0


class Pace:
    """Slots, resting chats and freezes on one monotonic timer."""

    def __init__(self, rate: float = RATE, spacing: float = SPACING, timer: Timer | None = None) -> None:
        self.timer = timer or MonotonicTimer()
        self.ahead = max(4, math.ceil(rate * AHEAD))
        self.most_flying = max(8, math.ceil(rate * ON_ITS_WAY))
        self._slots = Slots(rate)
        self._chats = Chats(spacing)
        self._refusals = Refusals()

    async def slot(self) -> None:
        """Wait for the next slot of the bot."""
        now = self.timer.now()
        await self.timer.sleep(self._slots.take(now) - now)

    def left(self, account_id: int) -> None:
        """A message for that account left: its chat rests."""
        self._chats.sent(account_id, self.timer.now())

    def resting(self) -> set[int]:
        return set(self._chats.resting(self.timer.now()))

    def rest(self) -> float:
        """Seconds until the first resting chat is free; 0 when none rests."""
        now = self.timer.now()
        return min((at - now for at in self._chats.resting(now).values()), default=0.0)

    def arrived(self) -> None:
        """A message was taken."""
        self._refusals.let_through()

    def refused(self, account_id: int, seconds: float) -> bool:
        """Too many requests: the chat rests that long, or nothing leaves at all; whether it is the latter."""
        now = self.timer.now()
        self._chats.rests(account_id, now + seconds)
        until = self._refusals.refused(account_id, now, now + seconds)
        if until is not None:
            self._slots.freeze(until)
        return until is not None

    def frozen(self) -> float:
        """Seconds until anything may leave; 0 when nothing is frozen."""
        return self._slots.frozen(self.timer.now())
