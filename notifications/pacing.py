"""When the next message may leave: evenly spaced slots for the bot, one spacing for each chat. Pure.

A token bucket lets bursts through and meets 429s under a sliding window; even slots a little below the limit
do not, and what was missed is never caught up.
"""

# The part of the messenger's allowance that is used.
SHARE = 0.985
# After a refusal the slots are wider by this factor, up to that one; each slot in peace narrows them again.
WIDER, WIDEST, NARROWER = 1.25, 3.0, 0.998


class Slots:
    """The bot's slots, `rate` of them a second (times `SHARE`)."""

    def __init__(self, rate: float) -> None:
        self._base = 1 / (rate * SHARE)
        self.interval = self._base
        self._next = 0.0
        self._frozen_until = 0.0

    def take(self, now: float) -> float:
        """Reserve the next slot; returns its moment, `now` or later."""
        moment = max(self._next, self._frozen_until)
        if moment < now:
            # A slot that is barely over is used at once and keeps the grid; longer pauses are not caught up.
            moment = now if now - moment > self.interval else moment
        self._next = moment + self.interval
        self.interval = max(self._base, self.interval * NARROWER)
        return max(moment, now)

    def freeze(self, until: float) -> None:
        """Nothing leaves before `until`, then more slowly: the messenger said so. The latest word counts."""
        if until > self._frozen_until:
            self.interval = min(self._base * WIDEST, self.interval * WIDER)
        self._frozen_until = max(self._frozen_until, until)

    def frozen(self, now: float) -> float:
        """Seconds until anything may leave again; 0 when nothing is frozen."""
        return max(0.0, self._frozen_until - now)


class Chats:
    """Which chats rest after a message; `spacing` seconds each."""

    def __init__(self, spacing: float) -> None:
        self.spacing = spacing
        self._free_at: dict[int, float] = {}

    def sent(self, account_id: int, now: float) -> None:
        self._free_at[account_id] = now + self.spacing

    def resting(self, now: float) -> dict[int, float]:
        """The accounts that rest, each with the moment it is free again."""
        self._free_at = {account: at for account, at in self._free_at.items() if at > now}
        return self._free_at
