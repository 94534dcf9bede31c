"""The forecast itself, plain enough to be explained: how it went so far, and what chance may still do. Pure.

The mark of a period rests on the weighted mean of its marks. Of that mean the part already earned stands; the
rest is drawn from marks like the ones so far. Few marks say little: one imagined mark from the middle of the
passing ones stands beside them, and three imagined ones for how much marks differ. A teacher's own judgement
adds a little doubt that never goes away. `docs/forecast.md` shows how often it is right.
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


USUAL = Doubt()


def forecast(
    marks: Sequence[tuple[int, Decimal]],
    scale: Sequence[int],
    middle: float,
    passed: float,
    doubt: Doubt = USUAL,
) -> Forecast:
    """The chances of every mark of `scale` (ascending) from `marks` (value, weight); there is at least one.

    `middle` is where one expects a mark before knowing any, `passed` the share of the period that is over.
    """
    weights = [float(weight) for _, weight in marks]
    total = sum(weights)
    mean = sum(value * weight for (value, _), weight in zip(marks, weights, strict=True)) / total
    # So many marks of equal weight would tell as much.
    worth = total**2 / sum(weight**2 for weight in weights)
    level = (worth * mean + doubt.prior * middle) / (worth + doubt.prior)
    lying = sum(weight * (value - level) ** 2 for (value, _), weight in zip(marks, weights, strict=True)) * (
        worth / total
    )
    variance = (doubt.spread_marks * doubt.spread**2 + lying) / (doubt.spread_marks + worth)
    left = 1 - passed
    expected = passed * mean + left * level
    unsure = variance * (left * passed / worth + left**2 / (worth + doubt.prior)) + doubt.teacher**2
    average = sum((value * weight for value, weight in marks), Decimal(0)) / sum(
        (weight for _, weight in marks), Decimal(0)
    )
    return Forecast(_chances(NormalDist(expected, sqrt(unsure)), scale), len(marks), average)


def _chances(where: NormalDist, scale: Sequence[int]) -> tuple[tuple[int, float], ...]:
    """The share of `where` between the halves around each mark, the likeliest first."""
    edges = [-inf, *((low + high) / 2 for low, high in pairwise(scale)), inf]
    shares = [_below(where, high) - _below(where, low) for low, high in pairwise(edges)]
    return tuple(sorted(zip(scale, shares, strict=True), key=lambda pair: (-pair[1], -pair[0])))


def _below(where: NormalDist, edge: float) -> float:
    return where.cdf(edge) if abs(edge) != inf else float(edge > 0)
