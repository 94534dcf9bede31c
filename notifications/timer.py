"""Monotonic time for pacing and waiting; the school's clock may stand or jump, this one never does."""

import asyncio
import time
from typing import Protocol


class Timer(Protocol):
    def now(self) -> float:
        """Seconds on a clock that only goes forward."""
        ...

    async def sleep(self, seconds: float) -> None: ...


class MonotonicTimer:
    """The machine's monotonic clock."""

    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
