"""Telegram's allowance: 30 messages a second per bot, 1 a second per chat with short bursts, then 429.

The bot's allowance is a sliding second; a chat's is a leaky bucket of `chat_burst` messages. Telegram does
not say how short its «short bursts» are, so a bench that wants the letter of the documentation sets 1.
Who runs over is refused for `retry_after` whole seconds, and so is all it asks meanwhile, as Telegram does.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from simulator.clock import Clock
from simulator.errors import Error

WINDOW = 1.0
COUNTED = {
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "sendVoice",
    "sendMediaGroup",
    "sendRichMessage",
    "copyMessage",
    "forwardMessage",
}
"""The methods that spend the allowance. Edits and answers have no documented figure and are free here."""


@dataclass(slots=True)
class _Chat:
    """`full_at`: when the next message fits without any burst; `frozen_until`: the end of a refusal."""

    full_at: float = 0.0
    frozen_until: float = 0.0


@dataclass
class Limits:
    """Figures are messages a second; change them at any time; `paid` goes with allow_paid_broadcast."""

    clock: Clock
    enabled: bool = True
    per_bot: float = 30
    paid: float = 1000
    per_chat: float = 1
    chat_burst: int = 10
    retry_after: int = 3
    chat_retry_after: int = 1
    _sent: deque[float] = field(default_factory=deque, repr=False)
    _frozen_until: float = field(default=0.0, repr=False)
    _chats: dict[int, _Chat] = field(default_factory=dict, repr=False)

    def spend(self, method: str, chat_id: int | None, count: int = 1, *, paid: bool = False) -> None:
        """Count `count` messages to a chat, or raise the 429 that Telegram would answer."""
        if not self.enabled or method not in COUNTED or chat_id is None:
            return
        now = self.clock.elapsed()
        chat = self._chats.setdefault(chat_id, _Chat())
        self._ensure_thawed(max(self._frozen_until, chat.frozen_until), now)
        self._slide(now)
        if len(self._sent) + count > (self.paid if paid else self.per_bot):
            self._frozen_until = now + self.retry_after
            raise Error.TOO_MANY_REQUESTS(retry_after=self.retry_after)
        spacing = 1 / self.per_chat
        full_at = max(chat.full_at, now) + spacing * count
        if full_at - now > spacing * max(self.chat_burst, count):
            chat.frozen_until = now + self.chat_retry_after
            raise Error.TOO_MANY_REQUESTS(retry_after=self.chat_retry_after)
        chat.full_at = full_at
        self._sent.extend([now] * count)

    def _slide(self, now: float) -> None:
        while self._sent and self._sent[0] <= now - WINDOW:
            self._sent.popleft()

    def _ensure_thawed(self, until: float, now: float) -> None:
        if now < until:
            raise Error.TOO_MANY_REQUESTS(retry_after=math.ceil(until - now))
