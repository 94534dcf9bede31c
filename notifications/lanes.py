"""Which lane's message leaves next: the urgent first, yet nobody starves. Pure."""

from collections.abc import Collection

from journal.model.outbox import Lane

# Of 16 slots that all lanes compete for.
WEIGHTS = {Lane.URGENT: 12, Lane.NORMAL: 3, Lane.BULK: 1}


class Turns:
    """Smooth weighted turns: each lane with something waiting gets its share, spread evenly."""

    def __init__(self) -> None:
        self._credit = dict.fromkeys(Lane, 0)

    def choose(self, waiting: Collection[Lane]) -> Lane:
        """The lane whose turn it is among those `waiting` (at least one)."""
        for lane in waiting:
            self._credit[lane] += WEIGHTS[lane]
        chosen = max(sorted(waiting), key=lambda lane: self._credit[lane])
        self._credit[chosen] -= sum(WEIGHTS[lane] for lane in waiting)
        for lane in Lane:
            # A lane that had nothing to send saves up no claim.
            if lane not in waiting:
                self._credit[lane] = 0
        return chosen
