"""What questions to the database and to the messenger tell of their clocks and of the way there."""

from math import inf

# Seconds a second by which two clocks may drift apart.
DRIFT = 1e-4
# Answers are remembered so many seconds, or twice that.
MINUTE = 60.0


class Clocks:
    """The database's clock seen from the own one: between asking and being answered it was read."""

    def __init__(self) -> None:
        self._least, self._most, self._at = -inf, inf, 0.0

    def seen(self, asked: float, told: float, answered: float) -> None:
        """It stood at `told` some time between `asked` and `answered`."""
        drift = DRIFT * max(0.0, answered - self._at)
        least, most = max(self._least - drift, asked - told), min(self._most + drift, answered - told)
        if least > most:
            # One of the clocks was put right.
            least, most = asked - told, answered - told
        self._least, self._most, self._at = least, most, answered

    @property
    def known(self) -> bool:
        return self._most < inf

    def own(self, moment: float) -> float:
        """When a moment of the database has come for sure, on the own clock."""
        return moment + self._most

    def soonest(self, moment: float) -> float:
        """Before when a moment of the database has not come for sure, on the own clock."""
        return moment + self._least

    def others(self, moment: float) -> float:
        """When a moment of the own clock has come for sure, on the database's."""
        return moment - self._least


class Answers:
    """How quick the quickest answer of the last minute or two was: a message arrives that long before its."""

    def __init__(self) -> None:
        self._before, self._lately, self._since = inf, inf, -inf

    def came(self, seconds: float, now: float) -> None:
        if now > self._since + MINUTE:
            self._before, self._lately, self._since = self._lately, inf, now
        self._lately = min(self._lately, seconds)

    @property
    def quickest(self) -> float:
        """In seconds; 0 before the first."""
        quickest = min(self._before, self._lately)
        return quickest if quickest < inf else 0.0
