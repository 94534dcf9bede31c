"""Whose limit was met when the messenger refuses. Pure.

It does not say: a chat has a limit, and so has the bot. A refusal may be a chat's own doing, and its owner
must not silence the school: so one refused chat makes the bot pause shortly, and only a second one, with
nothing let through between, keeps it waiting (docs/decisions/0017-even-slots-and-learnt-rates.md).
"""

from dataclasses import dataclass

# The longest pause, in seconds, for a refusal that may be one chat's own.
DOUBT = 5.0
# Refusals that end within so many seconds of each other are one and the same.
SAME = 1.5
# Two chats refused within so many seconds are no coincidence: the bot's limit is lower than thought.
COINCIDENCE = 10.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Until when the whole bot rests, and whether it was the bot's limit for sure."""

    until: float
    sure: bool


class Refusals:
    """Remembers who was refused lately, and since anything was let through."""

    def __init__(self) -> None:
        # Until when each chat is refused since anything got through; when each was refused at all.
        self._together: dict[int | str, float] = {}
        self._lately: dict[int | str, float] = {}
        self._heard_at = float("-inf")

    def refused(self, chat: int | str, now: float, until: float) -> Verdict:
        """A message was refused `until` then; the chat goes by its account or by the messenger's name."""
        self._heard_at = now
        self._together[chat] = until
        self._lately[chat] = now
        self._lately = {chat: at for chat, at in self._lately.items() if at > now - COINCIDENCE}
        # All were told the rest of the same time, give or take their journey; a longer one is a chat's own.
        last = [end for end in self._together.values() if end > now]
        end = max(end for end in last if end < min(last) + SAME)
        alone = len(self._together) == 1
        return Verdict(min(end, now + DOUBT) if alone else end, sure=len(self._lately) > 1)

    def let_through(self, left_at: float) -> None:
        """A message that left then arrived: unless that was before a refusal, the bot is not refused now."""
        if left_at > self._heard_at:
            self._together = {}
