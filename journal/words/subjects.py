"""Which subject a text names: by the register's name, by what it is called in corridors, in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from journal.words.lexicon import common, lines
from journal.words.tokens import without, words_of

# Shorter words are no typos of one another.
LONG_STEM, LONG_WORD, VERY_LONG = 5, 6, 8
MOST_BESIDE = 3
# Words met lately: a text names each of them to every child's subjects, and people say the same ones.
REMEMBERED = 8192
# What stands between subjects that are named together.
_BETWEEN = frozenset({"и", "или", "либо", "по", "с", "еще", "также", "да", "плюс", "and", "or", "in"})
# Vowels that are not stressed sound alike: «физека», «матиматика», «летература».
_UNSTRESSED = str.maketrans("иао", "еоо")
_TAIL = ("язык", "языку", "языка", "языком", "языке", "яз", "язу", "язык", "мир", "миру", "мира", "мире")
_TAILS = frozenset(
    (
        *_TAIL,
        "культура",
        "культуре",
        "культуры",
        "культуру",
        "культурой",
        "чтение",
        "чтению",
        "искусство",
        "искусству",
    )
)


@dataclass(frozen=True, slots=True)
class Called:
    """A way to call subjects whose names in the register have a word that begins so; best first."""

    stems: tuple[str, ...]
    words: frozenset[str]
    prefixes: tuple[str, ...]

    def is_(self, word: str) -> int:
        """How many letters of the word are explained; 0 where it is another word."""
        if word in self.words:
            return len(word)
        exact = max((len(one) for one in self.prefixes if word.startswith(one)), default=0)
        if exact or len(word) < LONG_WORD:
            return exact
        return self._sounds(word) or (self._nearly(word) if len(word) >= VERY_LONG else 0)

    def _sounds(self, word: str) -> int:
        """«Физека»."""
        heard = word.translate(_UNSTRESSED)
        alike = [one for one in self.prefixes if len(one) >= LONG_STEM]
        return max((len(one) - 1 for one in alike if heard.startswith(one.translate(_UNSTRESSED))), default=0)

    def _nearly(self, word: str) -> int:
        """«Матиматика»: one letter wrong behind the first."""
        alike = [one for one in self.prefixes if one[0] == word[0] and len(one) >= LONG_STEM]
        return max((len(one) - 1 for one in alike if _apart(word[: len(one)], one) <= 1), default=0)


@cache
def _called() -> tuple[Called, ...]:
    made = []
    for line in lines("subjects"):
        head, _, forms = line.partition("=")
        words = forms.split()
        made.append(
            Called(
                tuple(head.split()[1:]),
                frozenset(word for word in words if not word.endswith("*")),
                tuple(word[:-1] for word in words if word.endswith("*")),
            )
        )
    return tuple(made)


@lru_cache(REMEMBERED)
def _explained(word: str) -> tuple[tuple[Called, int], ...]:
    """What the word may be called by, and how many of its letters each explains."""
    tried = ((called, called.is_(word)) for called in _called())
    return tuple((called, letters) for called, letters in tried if letters)


@dataclass(frozen=True, slots=True)
class Named:
    """`unknown` is a subject that none of those asked about is: «по химии» in a class without it.

    `others` are named beside the first: «по физике и химии».
    """

    subject: int | None
    places: frozenset[int]
    unknown: str | None = None
    others: tuple[int, ...] = ()


def subject_in(words: Sequence[str], subjects: Mapping[int, str]) -> Named:
    """The subject that is named, and the places of the words that name it; the closest name wins.

    Those that are joined to it are its `others`: «по физике и химии», «музыка или изо».
    """
    found = _closest(words, subjects)
    if found.subject is None:
        return found
    places, named = found.places, {found.subject: min(found.places)}
    while len(named) <= MOST_BESIDE:
        beside = _closest(without(words, places), subjects)
        number = beside.subject
        if number is None or number in named or not _joined(words, places, beside.places):
            break
        named[number] = min(beside.places)
        places = places | beside.places
    # «Завтра физика и алгебра, что задали по физике?»
    again = _closest(without(words, places), subjects).subject if len(named) > 1 else None
    if again in named:
        return Named(again, places)
    first, *others = sorted(named, key=lambda number: named[number])
    return Named(first, places, None, tuple(others))


def _joined(words: Sequence[str], places: frozenset[int], beside: frozenset[int]) -> bool:
    """Whether nothing but «и», «или», «по» stands between."""
    at = max(place for place in places if place < min(beside)) if min(beside) > min(places) else max(beside)
    to = min((place for place in (*places, *beside) if place > at), default=at)
    return all(word in _BETWEEN for word in words[at + 1 : to])


def _closest(words: Sequence[str], subjects: Mapping[int, str]) -> Named:
    best, winner, at, unknown = 0, None, -1, None
    for place, word in enumerate(words):
        if word.isdecimal() or (word in common() and word not in ("лит",)):
            continue
        fits, number = _best(word, subjects)
        if fits > best:
            best, winner, at = fits, number, place
        elif not fits and winner is None and _explained(word):
            unknown, at = word, place
    if winner is None:
        return Named(None, frozenset({at} if unknown else ()), unknown)
    places = {at}
    if at + 1 < len(words) and words[at + 1] in _TAILS:
        places.add(at + 1)
    if words[at - 1 : at] and words[at - 1] in ("окр", "рус", "англ", "лит", "физ", "ин"):
        places.add(at - 1)
    return Named(winner, frozenset(places))


def _best(word: str, subjects: Mapping[int, str]) -> tuple[int, int | None]:
    best, winner = 0, None
    for called, letters in _explained(word):
        if letters * 10 > best:
            for rank, stem in enumerate(called.stems):
                number = next(
                    (n for n, name in subjects.items() if any(p.startswith(stem) for p in _parts(name))), None
                )
                if number is not None and letters * 10 - rank > best:
                    best, winner = letters * 10 - rank, number
    for number, name in subjects.items():
        for part in _parts(name):
            near = _near(word, part)
            if near > best:
                best, winner = near, number
    return best, winner


@lru_cache(REMEMBERED)
def _near(word: str, part: str) -> int:
    """How well the word is a form, or a typo, of a word of the name."""
    if part in _TAILS or len(part) < 4:
        return 0
    alike = _alike(word, part)
    if alike >= max(4, len(part) - 3) and len(word) <= len(part) + 2:
        return alike * 10 - 1
    for whole in (part, part[:-1]):
        reach = 1 if len(whole) < VERY_LONG else 2
        cuts = (word[: len(whole)], word[: len(whole) - 1])
        if min(len(word), len(whole)) >= LONG_WORD and min(_apart(cut, whole) for cut in cuts) <= reach:
            return len(whole) * 5
    return 0


def _alike(word: str, part: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(word, part, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(word), len(part)))


def _apart(word: str, part: str) -> int:
    return OSA.distance(word, part, score_cutoff=2)


@cache
def _parts(name: str) -> tuple[str, ...]:
    return words_of(name)
