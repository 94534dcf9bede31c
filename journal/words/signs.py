"""The signs by which intents are told, compiled from the lexicon: words, stems, neighbours, named classes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from journal.words.lexicon import lines

# «Не мой сын придёт»: so many words further on, a neighbour still is one.
NEAR = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """So much speaks for an intent where all of `wanted` (any of each) and none of `spoiling` is there."""

    weight: int
    wanted: tuple[frozenset[str], ...]
    spoiling: frozenset[str]

    @property
    def signs(self) -> frozenset[str]:
        return self.spoiling.union(*self.wanted)

    def fits(self, there: set[str]) -> bool:
        return self.spoiling.isdisjoint(there) and all(not one.isdisjoint(there) for one in self.wanted)


@dataclass(frozen=True, slots=True)
class Signs:
    """`words` and `stems` lead to the signs they are, `classes` from a sign to its classes."""

    words: dict[str, list[str]]
    stems: dict[str, list[str]]
    near: tuple[tuple[str, ...], ...]
    classes: dict[str, list[str]]
    rules: dict[str, tuple[Rule, ...]]

    def of(self, word: str) -> set[str]:
        """The signs and classes that a single word is."""
        found = set(self.words.get(word, ()))
        for end in range(2, len(word) + 1):
            found.update(self.stems.get(word[:end], ()))
        return found | {name for sign in found for name in self.classes.get(sign, ())}

    def found(self, words: Sequence[Iterable[str]]) -> set[str]:
        """The signs of a sentence, whose words are given by their own signs."""
        there = {sign for word in words for sign in word}
        for parts in self.near:
            if all(part in there for part in parts) and _follow(parts, words):
                sign = "_".join(parts)
                there.add(sign)
                there.update(self.classes.get(sign, ()))
        return there


def _follow(parts: tuple[str, ...], words: Sequence[Iterable[str]]) -> bool:
    """Whether the parts stand one after another, each at most `NEAR` words further."""

    def from_(place: int, rest: tuple[str, ...]) -> bool:
        if not rest:
            return True
        reach = range(place + 1, min(place + 1 + NEAR, len(words)))
        return any(rest[0] in words[at] and from_(at, rest[1:]) for at in reach)

    return any(parts[0] in word and from_(at, parts[1:]) for at, word in enumerate(words))


@cache
def signs() -> Signs:
    """The signs of the lexicon; read once."""
    classes: dict[str, list[str]] = defaultdict(list)
    for line in lines("words"):
        name, _, members = line.partition("=")
        for sign in members.split():
            classes[sign].append(f"@{name.strip()}")
    rules = _rules()
    named = {
        sign for of in rules.values() for rule in of for sign in (*rule.spoiling, *set().union(*rule.wanted))
    }
    plain = {part for sign in {*classes, *named} for part in sign.split("_") if part[0] not in "@#"}
    words: dict[str, list[str]] = defaultdict(list)
    stems: dict[str, list[str]] = defaultdict(list)
    # Sorted: which of two signs is nearest to a typo shall not hang on the order of a set.
    for sign in sorted(plain):
        (stems if sign.endswith("*") else words)[sign.rstrip("*")].append(sign)
    near = tuple(
        tuple(sign.split("_")) for sign in sorted({*classes, *named}) if "_" in sign and sign[0] != "#"
    )
    return Signs(dict(words), dict(stems), near, dict(classes), rules)


def _rules() -> dict[str, tuple[Rule, ...]]:
    made: dict[str, list[Rule]] = defaultdict(list)
    intent = ""
    for line in lines("intents"):
        if line.startswith("["):
            intent = line.strip("[]")
            continue
        weight, *terms = line.split()
        spoiling = {sign for term in terms if term[0] == "!" for sign in term[1:].split("|")}
        wanted = tuple(frozenset(term.split("|")) for term in terms if term[0] != "!")
        made[intent].append(Rule(int(weight), wanted, frozenset(spoiling)))
    return {name: tuple(rules) for name, rules in made.items()}
