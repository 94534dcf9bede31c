"""Replies beside the sender's messages: they share its allowance, go first, and wait where it must wait.

Whoever presses or writes waits for the answer: a reply is never queued behind the bulk, whose slots make way.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import structlog

from notifications.pacing import Chats, Slot

if TYPE_CHECKING:
    from notifications.pace import Pace

log = structlog.get_logger(__name__)

# So many seconds a reply waits out a freeze: as long as one chat that is refused may make all of them wait.
PATIENT = 5.0


class Held(Exception):  # noqa: N818 - no failure: it is not time yet
    """A reply would have to wait for more seconds than anybody looks at a screen."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Replies:
    """What people are answered, by the names that the messenger gives their chats. One for each `Pace`."""

    def __init__(self, pace: "Pace", spacing: float) -> None:
        self._pace = pace
        # Messages, which the sender's to the same chat keep away from; and all else that is done in a chat.
        self._talks, self._touched = Chats[str](spacing), Chats[str](spacing)
        # Until when the messenger refuses a chat.
        self._refused = Chats[str](0.0)

    def talking(self, now: float) -> dict[str, float]:
        """The chats just answered, each with the moment when it may be sent something again."""
        return self._talks.resting(now)

    def left(self, chat: str, slot: Slot | None) -> None:
        """What was answered leaves now: a message by its slot, or a change of one."""
        now = self._pace.timer.now()
        self._touched.sent(chat, now)
        if slot is not None:
            self._talks.sent(chat, slot.used(now))

    def busy(self, chat: str) -> bool:
        """Whether something was done in the chat a moment ago: then a refusal is its own matter."""
        return chat in self._touched.resting(self._pace.timer.now())

    def arrived(self, left_at: float) -> None:
        """The message that left then was taken."""
        self._pace.reply_arrived(left_at)

    def refused(self, chat: str, left_at: float, seconds: float, *, busy: bool) -> None:
        """Too many requests: the chat is let alone that long, and the bot rests unless the chat was `busy`.

        Whoever presses one button again and again must not silence the school.
        """
        now = self._pace.timer.now()
        self._refused.rests(chat, now + seconds)
        everybody = 0.0 if busy else self._pace.reply_refused(chat, left_at, seconds)
        log.warning("reply_limited", seconds=seconds, everybody=round(everybody, 1))

    async def message(self, chat: str) -> Slot:
        """Wait until a new message may leave: not at all, unless the bot must wait or its second is full.

        Raises `Held`.
        """
        while True:
            await self._wait(chat, lambda: self._pace.free.frozen())
            slot = await self._pace.free.cut_in()
            if not self._pace.free.frozen():
                return slot

    async def change(self, chat: str) -> None:
        """The same for what the messenger does not count: it stops only where the bot is refused for sure."""
        await self._wait(chat, lambda: self._pace.sure_until - self._pace.timer.now())

    async def _wait(self, chat: str, frozen: Callable[[], float]) -> None:
        while True:
            now = self._pace.timer.now()
            rest = max(frozen(), self._refused.resting(now).get(chat, now) - now)
            if rest <= 0:
                return
            if rest > PATIENT:
                raise Held(rest)
            await self._pace.timer.sleep(rest)
