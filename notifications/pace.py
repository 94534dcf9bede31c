"""The sender's pace: one per bot token, for as long as the bot runs."""

from notifications.allowance import Allowance, OwnAllowance
from notifications.pacing import Chats, Slot
from notifications.refusals import Refusals
from notifications.replies import Replies
from notifications.timer import MonotonicTimer, Timer

# The messenger's limits: messages a second to all chats, free and paid for, and the pause of one chat.
RATE = 30.0
PAID_RATE = 1000.0
SPACING = 1.0


class Pace:
    """Allowances, resting chats and refusals on one monotonic timer."""

    def __init__(
        self,
        rate: float = RATE,
        spacing: float = SPACING,
        timer: Timer | None = None,
        *,
        free: Allowance | None = None,
        paid: Allowance | None = None,
    ) -> None:
        """`free` and `paid` may be shared with other processes; by default they are this one's, of `rate`."""
        self.timer = timer or MonotonicTimer()
        # Until when it is the bot that is refused, and not only one chat in doubt.
        self.sure_until = 0.0
        self.free = free or OwnAllowance(rate, self.timer)
        self.paid = paid or OwnAllowance(PAID_RATE, self.timer)
        self._chats = Chats[int](spacing)
        self.replies = Replies(self, spacing)
        self._refusals = Refusals()

    def allowance(self, paid: bool) -> Allowance:
        return self.paid if paid else self.free

    def left(self, account_id: int, slot: Slot) -> float:
        """A message for that account leaves now: its chat rests. Returns the moment."""
        left_at = slot.used(self.timer.now())
        self._chats.sent(account_id, left_at)
        return left_at

    def resting(self) -> set[int]:
        return set(self._chats.resting(self.timer.now()))

    def talking(self) -> list[str]:
        """The chats that were answered a moment ago, as the messenger names them."""
        return list(self.replies.talking(self.timer.now()))

    def rest(self) -> float:
        """Seconds until the first resting chat is free; 0 when none rests."""
        now = self.timer.now()
        free_at = [*self._chats.resting(now).values(), *self.replies.talking(now).values()]
        return min((at - now for at in free_at), default=0.0)

    def arrived(self, account_id: int, left_at: float, paid: bool) -> None:
        """The message that left then was taken; the spacing of its chat counts from now at the latest."""
        self._chats.sent(account_id, self.timer.now())
        self._refusals.let_through(left_at)
        self.allowance(paid).passed(left_at)

    def refused(self, account_id: int, left_at: float, seconds: float, paid: bool) -> float:
        """Too many requests: the chat rests that long, and the bot as long as is returned."""
        now = self.timer.now()
        self._chats.rests(account_id, now + seconds)
        return self._heed(account_id, left_at, seconds, paid)

    def reply_arrived(self, left_at: float) -> None:
        """The reply that left then was taken."""
        self._refusals.let_through(left_at)
        self.free.passed(left_at)

    def reply_refused(self, chat: str, left_at: float, seconds: float) -> float:
        """Too many requests, and not for the chat's own sake: as `refused`, of a chat known by its name."""
        return self._heed(chat, left_at, seconds, paid=False)

    def _heed(self, chat: int | str, left_at: float, seconds: float, paid: bool) -> float:
        now = self.timer.now()
        verdict = self._refusals.refused(chat, now, now + seconds)
        if verdict.sure:
            self.sure_until = max(self.sure_until, verdict.until)
            self.allowance(paid).refused(left_at)
        for allowance in (self.free, self.paid):
            allowance.freeze(verdict.until)
        return verdict.until - now
