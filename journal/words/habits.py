"""How people are used to say what they are after: counts over examples, beside the rules. Pure.

The rules know what words mean, the counts what comes together. `python -m tests.words.learning` counts anew.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache

from journal.words.lexicon import lines
from journal.words.said import Said

# Letters of a word that tell it from others whatever its ending.
STEM = 5
# What a feature never seen with an intent counts for; how far the counts weigh beside one point of the rules.
UNSEEN, REACH, PER_POINT = 0.05, 1 / 3, 1.5
# More points than this say no more.
MOST_POINTS = 12


def features(said: Said) -> frozenset[str]:
    """What a text is like: stems, what is named, neighbours, signs."""
    line: list[str] = []
    for place, word in enumerate(said.words):
        told = _told(place, word, said)
        if told != "#day" or line[-1:] != ["#day"]:
            line.append(told)
    pairs = zip(["^", *line], [*line, "$"], strict=True)
    signs = (sign for sign in said.there if sign[0] in "@#")
    return frozenset((*line, *(f"{one}_{other}" for one, other in pairs), *signs))


def _told(place: int, word: str, said: Said) -> str:
    if place in said.called.places:
        return "#own"
    if place in said.subject.places:
        return "#of"
    if said.dates is not None and place in said.dates.places:
        return "#day"
    if said.term is not None and place in said.term.places:
        return "#period"
    return "#number" if word.isdecimal() else word[:STEM]


@dataclass(frozen=True, slots=True)
class Habits:
    """`phrases` are examples of each intent, `seen` how often each feature stood in those of an intent."""

    phrases: Mapping[str, int]
    seen: Mapping[str, Mapping[str, int]]
    totals: Mapping[str, int]

    def shares(self, found: Set[str], points: Mapping[str, int], barred: Iterable[str]) -> dict[str, float]:
        """How likely each intent is, of 1, by what is found and by the points of the rules."""
        known = [self.seen[feature] for feature in found if feature in self.seen]
        barred = frozenset(barred)
        weighed = {
            intent: PER_POINT * min(MOST_POINTS, points.get(intent, 0)) + REACH * self._heard(intent, known)
            for intent in self.phrases
            if intent not in barred
        }
        top = max(weighed.values())
        parts = {intent: math.exp(weight - top) for intent, weight in weighed.items()}
        whole = sum(parts.values())
        return {intent: part / whole for intent, part in parts.items()}

    def _heard(self, intent: str, known: Iterable[Mapping[str, int]]) -> float:
        total = self.totals[intent] + UNSEEN * len(self.seen)
        heard = sum(math.log((counts.get(intent, 0) + UNSEEN) / total) for counts in known)
        return heard + math.log(self.phrases[intent] / sum(self.phrases.values())) / 2


def counted(examples: Iterable[tuple[str, Set[str]]]) -> Habits:
    """The habits of examples, each an intent and its features; what was seen once is an accident."""
    phrases: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for intent, found in examples:
        phrases[intent] += 1
        for feature in found:
            seen[feature][intent] += 1
    often = {feature: dict(counts) for feature, counts in seen.items() if counts.total() > 1}
    return Habits(dict(phrases), often, _totals(often))


def _totals(seen: Mapping[str, Mapping[str, int]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for counts in seen.values():
        totals.update(counts)
    return totals


def written(habits: Habits) -> str:
    """The habits as the lexicon keeps them: `feature intent:count …`; the first line counts phrases."""
    rows = [("*", habits.phrases), *sorted(habits.seen.items())]
    return "".join(
        f"{name} {' '.join(f'{intent}:{count}' for intent, count in sorted(counts.items()))}\n"
        for name, counts in rows
    )


@cache
def habits() -> Habits:
    """The habits of the lexicon; read once."""
    made: dict[str, dict[str, int]] = {}
    for line in lines("habits"):
        name, *counts = line.split(" ")
        made[name] = {intent: int(count) for intent, _, count in (one.partition(":") for one in counts)}
    phrases = made.pop("*")
    return Habits(phrases, made, _totals(made))
