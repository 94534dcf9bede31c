"""The sign of life of the messenger."""

import time


class Pulse:
    """When the messenger was last heard of, on the monotonic clock."""

    def __init__(self) -> None:
        self._beat: float | None = None

    def beat(self) -> None:
        self._beat = time.monotonic()

    @property
    def age(self) -> float | None:
        """Seconds since the last beat; None before the first."""
        return None if self._beat is None else time.monotonic() - self._beat
