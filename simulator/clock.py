"""The simulator's own clock: real time that a test may push forward, so that messages grow old."""

import time


class Clock:
    """Real UTC seconds plus an offset in seconds that only grows by `advance`."""

    def __init__(self) -> None:
        self.offset = 0.0

    def advance(self, seconds: float) -> None:
        """Make everything that already happened `seconds` older."""
        self.offset += seconds

    def now(self) -> float:
        """UTC seconds since the epoch, as Telegram would stamp a message."""
        return time.time() + self.offset

    def elapsed(self) -> float:
        """Seconds that never run backwards: for expiry and rate limits."""
        return time.monotonic() + self.offset
