"""What one bot token may send: the seam between one process with all of it and several that share it."""

from typing import Protocol

from notifications.learning import Learner
from notifications.pacing import Slot, Slots
from notifications.timer import Timer


class Allowance(Protocol):
    """Slots of one bot token, free ones or paid ones. Moments are those of the sender's monotonic timer."""

    # Messages a second at best: what buffers are sized by.
    full: float

    async def slot(self) -> Slot:
        """Wait until the next message may leave; unless it does so at once, the slot is lost."""
        ...

    async def cut_in(self) -> Slot:
        """The same for a reply, ahead of all that wait: at once where the last second has room.

        A freeze is the caller's affair.
        """
        ...

    def passed(self, left_at: float) -> None:
        """The message that left then was taken."""
        ...

    def refused(self, left_at: float) -> None:
        """The message that left then was refused, and it was the bot's limit that was met."""
        ...

    def freeze(self, until: float) -> None:
        """Nothing leaves before `until`."""
        ...

    def frozen(self) -> float:
        """Seconds until anything may leave; 0 when nothing is frozen."""
        ...


class OwnAllowance:
    """The whole allowance for one process."""

    def __init__(self, full: float, timer: Timer) -> None:
        self.full = full
        self._timer = timer
        self._slots = Slots(full)
        self._learner = Learner(full)

    async def slot(self) -> Slot:
        while rest := self.frozen():
            await self._timer.sleep(rest)
        now = self._timer.now()
        if (rate := self._learner.rate(now)) != self._slots.rate:
            self._slots.rate = rate
        slot = self._slots.take(now)
        await self._timer.sleep(slot.at - now)
        while (rest := slot.at - self._timer.now()) > 0:
            # It made way for a reply.
            await self._timer.sleep(rest)
        slot.used(self._timer.now())
        return slot

    async def cut_in(self) -> Slot:
        slot = self._slots.cut_in(self._timer.now())
        if (rest := slot.at - self._timer.now()) > 0:
            await self._timer.sleep(rest)
        slot.used(self._timer.now())
        return slot

    def passed(self, left_at: float) -> None:
        self._learner.passed(left_at)

    def refused(self, left_at: float) -> None:
        self._learner.refused(left_at, self._timer.now())

    def freeze(self, until: float) -> None:
        self._slots.freeze(until)

    def frozen(self) -> float:
        return self._slots.frozen(self._timer.now())
