"""When the next message may leave: evenly spaced slots for the bot, one spacing for each chat. Pure.

A token bucket lets bursts through and meets 429s under a sliding window; even slots a little below the limit
do not, and what was missed is never caught up.
"""

# The part of the messenger's allowance that is used.
SHARE = 0.985
# After a refusal the slots are wider by this factor, up to that one; each slot in peace narrows them again.
WIDER, WIDEST, NARROWER = 1.25, 3.0, 0.998
# How many chats must be refused, within how many seconds, for the bot's own limit to be meant.
CHATS, WITHIN = 3, 1.0


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


class Refusals:
    """Whose limit was met. The messenger does not say it: a chat has one, and so has the bot.

    A refusal is held to be the chat's own: its owner alone can cause that, and must not silence the school.
    Where the bot's limit is met nothing gets through to anybody, so `CHATS` different chats refused within
    `WITHIN` seconds, and nothing let through between, mean the bot.
    """

    def __init__(self) -> None:
        self._refused: dict[int, tuple[float, float]] = {}

    def refused(self, account_id: int, now: float, until: float) -> float | None:
        """A message was refused `until` then; returns until when the whole bot is, None if it is not."""
        self._refused[account_id] = (now, until)
        recent = {chat: told for chat, told in self._refused.items() if told[0] > now - WITHIN}
        self._refused = recent
        # Each was told the rest of the same time; a longer one is a chat's own.
        return min(end for _, end in recent.values()) if len(recent) >= CHATS else None

    def let_through(self) -> None:
        """A message arrived, so the bot as a whole is not refused."""
        self._refused = {}
