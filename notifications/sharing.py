"""One allowance that several senders share: how the next slots are reserved from how it stands. Pure.

The slots lie on an even grid. Each has a successor, the slot a whole second's allowance later, and where one
is used late, or its message arrives late, its successor waits. So two of one chain never arrive within a
second, and as there are no more chains than the messenger allows messages, no sliding second ever holds more:
whoever uses the slots, and however slow machine and network are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from notifications.pacing import EVEN, SHARE, TIGHTER

# What the messenger counts in, and a little more.
SECOND = 1.001
# How late any slot may be used without its successor waiting, in seconds; more where slots are many.
LATE = 0.001
# A refusal lowers the rate by this factor, not below that share. It is believed so many seconds, and then
# grows every so many seconds by that share of the full rate.
LESS, LEAST = 0.8, 0.1
BELIEVED, STEP_EVERY, STEP = 60.0, 10.0, 1 / 30
# Nobody reserves further ahead, in seconds: if so, the database's clock was put back.
FURTHEST = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """A slot on the grid: one message may leave at that moment, or later."""

    number: int
    moment: float
    # Where it lies on the grid; its moment is later where it had to wait.
    grid: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How an allowance stands; moments in seconds of the database's clock."""

    # Messages a second, as learnt when it was lowered last.
    rate: float
    lowered_at: float = 0.0
    frozen_until: float = 0.0
    # The next slot nobody has, and its place on the grid.
    number: int = 0
    at: float = 0.0
    # From when on the successors of the last second's slots may leave, of those that have to wait.
    waits: Mapping[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Standing":
        """As it was `told`."""
        waits = {int(number): moment for number, moment in told["waits"].items()}
        return cls(**{**told, "waits": waits})

    def told(self) -> dict[str, Any]:
        """As JSON has it."""
        return {name: getattr(self, name) for name in self.__slots__}


def tolerance(rate: float) -> float:
    """How late a slot may be used at that rate without a word, in seconds."""
    return LATE + TIGHTER * max(0.0, 1 - EVEN / rate)


def wait_after(place: Place, rate: float, used: float) -> float | None:
    """From when on the successor of a slot used then may leave; None where it need not wait."""
    late = used > place.grid + tolerance(rate)
    return used + _span(rate) - tolerance(rate) if late else None


def wait_after_arrival(place: Place, rate: float, used: float, arrived: float) -> float | None:
    """The same, better, when the message is known to have arrived by then."""
    soonest = arrived + SECOND
    late = used > place.grid + tolerance(rate) or soonest > place.grid + _span(rate)
    return soonest if late else None


def _span(rate: float) -> float:
    """Seconds from a slot to its successor."""
    return max(1, int(rate)) / (rate * SHARE)


def rate_of(standing: Standing, full: float, now: float) -> float:
    """Messages a second by now: what was learnt is believed for a while, then tried to be beaten."""
    steps = (now - standing.lowered_at - BELIEVED) // STEP_EVERY
    return min(full, standing.rate + max(0.0, steps) * STEP * full)


def reserve(standing: Standing, full: float, now: float, seconds: float) -> tuple[Standing, list[Place]]:
    """How it stands after the next slots were given away, as many as `seconds` hold but at least one."""
    rate = rate_of(standing, full, now)
    interval, most = 1 / (rate * SHARE), max(1, int(rate))
    at = _grid(standing, now)
    waits, places = dict(standing.waits), []
    for number in range(standing.number, standing.number + max(1, round(seconds / interval))):
        place = Place(number, max(at, waits.get(number - most, 0.0)), at)
        if wait := wait_after(place, rate, place.moment):
            waits[number] = wait
        places.append(place)
        at += interval
    end = places[-1].number + 1
    waits = {number: moment for number, moment in waits.items() if number >= end - most}
    return replace(standing, number=end, at=at, waits=waits), places


def _grid(standing: Standing, now: float) -> float:
    if standing.at > max(now, standing.frozen_until) + FURTHEST:
        # After a whole second nothing that left before counts any more.
        return max(now + 1.0, standing.frozen_until)
    return max(standing.at, standing.frozen_until, now)


def waiting(standing: Standing, waits: Mapping[int, float]) -> Standing:
    """The successors of these slots may leave from those moments on, by the latest word."""
    return replace(standing, waits={**standing.waits, **waits})


def frozen(standing: Standing, until: float) -> Standing:
    """Nothing leaves before `until`; the latest word counts."""
    return replace(standing, frozen_until=max(standing.frozen_until, until))


def lowered(standing: Standing, full: float, left_at: float, now: float) -> Standing:
    """A message that left then met the limit; what left before the rate was lowered last says nothing new."""
    if left_at <= standing.lowered_at:
        return standing
    rate = max(full * LEAST, rate_of(standing, full, now) * LESS)
    return replace(standing, rate=rate, lowered_at=now)
