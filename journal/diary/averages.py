"""Averages of marks, where they lead, and what a better one takes. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum, auto

from journal.model.marks import Mark

BEST = 5
# So many of the newest marks are set against those before them.
NEWEST = 3
# An average moves where it changes by more than this.
STEADY = Decimal("0.1")


class Trend(StrEnum):
    UP = auto()
    DOWN = auto()
    STEADY = auto()


def numeric(mark: Mark) -> int | None:
    """The mark as a number; None for pass, fail, not assessed."""
    return int(mark.value) if mark.value.isdecimal() else None


def average(marks: Iterable[Mark]) -> Decimal | None:
    """The weighted mean of the numeric marks; None where there are none that count."""
    total = weight = Decimal(0)
    for mark in marks:
        value = numeric(mark)
        if value is not None:
            total += value * mark.weight
            weight += mark.weight
    return total / weight if weight else None


def trend(marks: Sequence[Mark]) -> Trend | None:
    """How the newest marks moved the average; None where there are too few to tell."""
    counted = [mark for mark in marks if numeric(mark) is not None]
    before, now = average(counted[:-NEWEST]), average(counted)
    if before is None or now is None:
        return None
    if abs(now - before) <= STEADY:
        return Trend.STEADY
    return Trend.UP if now > before else Trend.DOWN


def course(marks: Iterable[Mark]) -> list[tuple[date, Decimal]]:
    """The average as it stood at the end of each day with a mark that counts, oldest first."""
    stood: dict[date, Decimal] = {}
    total = weight = Decimal(0)
    for mark in sorted(marks, key=lambda one: one.date):
        value = numeric(mark)
        if value is not None:
            total += value * mark.weight
            weight += mark.weight
            if weight:
                stood[mark.date] = total / weight
    return list(stood.items())


def rounded(value: Decimal) -> int:
    """The period mark an average points to: halves go up."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Takes:
    """`count` more marks of `value` (of weight 1) lift the average to `average`."""

    count: int
    value: int
    average: Decimal


def takes(marks: Iterable[Mark], most: int = 5) -> Takes | None:
    """The fewest fives that lift the average to the next whole mark; None where `most` do not reach it."""
    numbers = [(value, mark.weight) for mark in marks if (value := numeric(mark)) is not None]
    weight = sum((w for _, w in numbers), Decimal(0))
    if not weight:
        return None
    total = sum((value * w for value, w in numbers), Decimal(0))
    goal = rounded(total / weight) + 1
    if goal > BEST:
        return None
    for count in range(1, most + 1):
        lifted = (total + BEST * count) / (weight + count)
        if rounded(lifted) >= goal:
            return Takes(count, BEST, lifted)
    return None
