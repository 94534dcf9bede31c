"""The only source of «now»; everything else receives it."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the school's present moment as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class OffsetClock:
    """A clock that starts at a given moment and runs on; the demo's school day, moved by `jump`."""

    def __init__(self, epoch: datetime) -> None:
        self._epoch = epoch.astimezone(UTC)
        self._started = time.monotonic()

    def now(self) -> datetime:
        return self._epoch + timedelta(seconds=time.monotonic() - self._started)

    def jump(self, moment: datetime) -> None:
        """Run on from `moment`, which must not lie in the past: a school's time never turns back."""
        if moment < self.now():
            raise ValueError("the school clock only goes forward")
        self._epoch, self._started = moment.astimezone(UTC), time.monotonic()


class FrozenClock:
    """A clock that stands still until it is told to move; for tests."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self._moment

    def move(self, moment: datetime | timedelta) -> None:
        self._moment = self._moment + moment if isinstance(moment, timedelta) else moment.astimezone(UTC)
