"""What rate the messenger allows, learnt from its refusals. Pure.

Nothing is told in advance: a limit may be lowered silently. What got through in the second before a refusal
is the best guess there is; it is believed for a while, and then tried to be beaten by small steps.
"""

from collections import deque

WINDOW = 1.0
# A refusal lowers the rate at least by this factor, whatever got through before it, but not below that share.
LESS, LEAST = 0.95, 0.1
# A learnt rate is believed so many seconds, twice as long each time that more was refused, at most so many.
BELIEVED, LONGEST = 60.0, 3600.0
# Then, every so many seconds, it grows by that share of the full rate.
STEP_EVERY, STEP = 10.0, 1 / 30


class Learner:
    """The rate of one allowance, `full` at best."""

    def __init__(self, full: float) -> None:
        self.full = full
        self._rate = full
        self._through: deque[float] = deque()
        # When the refusal that is still to be judged left, and when the last one was heard of.
        self._doubted: float | None = None
        self._heard_at = float("-inf")
        self._believed = BELIEVED
        self._grows_at = float("inf")

    def passed(self, left_at: float) -> None:
        """A message that left then was taken."""
        self._through.append(left_at)
        while self._through[0] < left_at - 3 * WINDOW:
            self._through.popleft()

    def refused(self, left_at: float, now: float) -> None:
        """A message that left then was refused for the bot's sake; what left with it says nothing new."""
        if left_at > self._heard_at:
            self._doubted, self._heard_at = left_at, now

    def rate(self, now: float) -> float:
        """The rate to go by now; to be asked when what was on its way at a refusal has been answered."""
        if self._doubted is not None:
            self._judge(self._doubted, now)
            self._doubted = None
        while self._rate < self.full and now >= self._grows_at + STEP_EVERY:
            self._rate = min(self.full, self._rate + self.full * STEP)
            self._grows_at += STEP_EVERY
        return self._rate

    def _judge(self, left_at: float, now: float) -> None:
        through = sum(1 for at in self._through if left_at - WINDOW < at < left_at)
        tried_more = self._rate < self.full and now >= self._grows_at
        self._believed = min(LONGEST, self._believed * 2) if tried_more else BELIEVED
        self._grows_at = now + self._believed
        least = max(1.0, self.full * LEAST)
        less = self._rate * LESS
        self._rate = max(least, min(less, through) if through >= least else less)
