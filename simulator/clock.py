"""The simulator's own clock: real time that a test may push forward, so that messages grow old."""

import time
from collections.abc import Callable


class Clock:
    """UTC seconds of `wall` (real time, unless told otherwise) plus an offset that only grows by `advance`.

    Phones show their hours in `zone`, an IANA name; empty: the zone of whoever looks at the page.
    """

    def __init__(self) -> None:
        self.offset = 0.0
        self.wall: Callable[[], float] = time.time
        self.zone = ""

    def advance(self, seconds: float) -> None:
        """Make everything that already happened `seconds` older."""
        self.offset += seconds

    def now(self) -> float:
        """UTC seconds since the epoch, as Telegram would stamp a message."""
        return self.wall() + self.offset

    def elapsed(self) -> float:
        """Seconds that never run backwards: for expiry and rate limits."""
        return time.monotonic() + self.offset
