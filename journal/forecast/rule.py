"""The forecast itself, plain enough to be explained: how it went so far, and what chance may still do. Pure.

The mark of a period rests on the weighted mean of its marks. Of that mean the part already earned stands; the
rest is drawn from marks like the ones so far, the newer ones telling a little more. Few marks say little: one
imagined mark from the middle of the passing ones stands beside them, and three imagined ones for how much
marks differ. A teacher's own judgement adds a little doubt that never goes away. `docs/forecast.md` shows how
often it is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import inf, sqrt
from statistics import NormalDist

from journal.model.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Doubt:
    """How much the forecast trusts few marks; lengths are in marks of the scale.

    `prior` imagined marks stand in the middle, `spread` is how far marks lie apart before they tell it
    themselves, as `spread_marks` of them would; `teacher` is the doubt that no number of marks removes.
    """

    prior: float = 1.0
    spread: float = 0.8
    spread_marks: float = 3.0
    teacher: float = 0.2
    fading: float = 0.9


USUAL = Doubt()
Marks = Sequence[tuple[int, Decimal]]


def forecast(
    marks: Marks,
    scale: Sequence[int],
    middle: float,
    passed: float,
    doubt: Doubt = USUAL,
) -> Forecast:
    """The chances of every mark of `scale` (ascending) from `marks` (value, weight), oldest first.

    `middle` is where one expects a mark before knowing any, `passed` the share of the period that is over.
    """
    earned, worth = _mean([(value, float(weight)) for value, weight in marks])
    newest = len(marks) - 1
    fresh, telling = _mean(
        [
            (value, float(weight) * doubt.fading ** (newest - place))
            for place, (value, weight) in enumerate(marks)
        ]
    )
    level = (telling * fresh + doubt.prior * middle) / (telling + doubt.prior)
    variance = _variance(marks, level, worth, doubt)
    left = 1 - passed
    expected = passed * earned + left * level
    unsure = variance * (left * passed / worth + left**2 / (telling + doubt.prior)) + doubt.teacher**2
    return Forecast(_chances(NormalDist(expected, sqrt(unsure)), scale), len(marks), _average(marks))


def _mean(marks: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """The weighted mean, and how many marks of equal weight would tell as much."""
    total = sum(weight for _, weight in marks)
    mean = sum(value * weight for value, weight in marks) / total
    return mean, total**2 / sum(weight**2 for _, weight in marks)


def _variance(marks: Marks, level: float, worth: float, doubt: Doubt) -> float:
    """How far marks lie from the level, as the marks tell it and as one expects of any."""
    total = sum(float(weight) for _, weight in marks)
    lying = sum(float(weight) * (value - level) ** 2 for value, weight in marks) * worth / total
    return (doubt.spread_marks * doubt.spread**2 + lying) / (doubt.spread_marks + worth)


def _average(marks: Marks) -> Decimal:
    total = sum((value * weight for value, weight in marks), Decimal(0))
    return total / sum((weight for _, weight in marks), Decimal(0))


def _chances(where: NormalDist, scale: Sequence[int]) -> tuple[tuple[int, float], ...]:
    """The share of `where` between the halves around each mark, the likeliest first."""
    edges = [-inf, *((low + high) / 2 for low, high in pairwise(scale)), inf]
    shares = [_below(where, high) - _below(where, low) for low, high in pairwise(edges)]
    return tuple(sorted(zip(scale, shares, strict=True), key=lambda pair: (-pair[1], -pair[0])))


def _below(where: NormalDist, edge: float) -> float:
    return where.cdf(edge) if abs(edge) != inf else float(edge > 0)
