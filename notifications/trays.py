"""Parcels that are ready to leave, by lane; who takes the next slot is a matter of turns."""

from collections import deque

from journal.model.outbox import Lane
from notifications.lanes import Turns
from notifications.packing import Ready


class Trays:
    """What was claimed and checked and now waits for a slot: little, so that it is never stale."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._lanes: dict[Lane, deque[tuple[Ready, float]]] = {lane: deque() for lane in Lane}
        self._turns = Turns()

    def __bool__(self) -> bool:
        return any(self._lanes.values())

    def put(self, item: Ready, now: float) -> None:
        self._lanes[item.lane].append((item, now))

    def take(self) -> tuple[Ready, float]:
        """The parcel whose turn it is, and since when it waited; there must be one."""
        return self._lanes[self._turns.choose([lane for lane in Lane if self._lanes[lane]])].popleft()

    def room(self, lane: Lane) -> int:
        return self.size - len(self._lanes[lane])

    def empty(self) -> list[Ready]:
        """Take everything out."""
        found = [item for lane in Lane for item, _ in self._lanes[lane]]
        for lane in Lane:
            self._lanes[lane].clear()
        return found
