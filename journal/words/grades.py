"""Classes and children by the number of their class: «седьмой А», «семибэ», «3 класс», «семиклассник»."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journal.model.people import Child

_ORDINALS = (
    *("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат"),
)
_COUNTED = ("одно", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
_LETTERS = {"а": "а", "б": "б", "бэ": "б", "в": "в", "вэ": "в", "г": "г", "гэ": "г", "д": "д", "дэ": "д"}
_LATIN = str.maketrans("abcd", "абвг")
_TOGETHER = re.compile(r"(?P<grade>\d+|\w+?[имь])(?P<letter>[абвгд]э?)$")
# «У третьих классов» names nobody.
_MANY = frozenset({"классов", "классам", "классы", "классах"})
_PUPIL = re.compile(r"(?P<grade>\w+)класс?ни[кц]|(?P<first>первокл)")


class Named(NamedTuple):
    """A child, and the places of the words that name it."""

    child: Child
    places: frozenset[int]


def unit_at(words: Sequence[str], place: int) -> tuple[str, frozenset[int]] | None:
    """The class that is named there, as `7б`: `7б`, `7B`, «седьмой А», «семибэ»."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    grade = ordinal(word)
    if grade and following in _LETTERS:
        return f"{grade}{_LETTERS[following]}", frozenset({place, place + 1})
    if word[:1].isdecimal():
        return word.translate(_LATIN), frozenset({place})
    found = _TOGETHER.match(word)
    counted = {stem[:-1]: n for n, stem in enumerate(_COUNTED, 1)} if found else {}
    if found and (grade := counted.get(found["grade"][:-1])):
        return f"{grade}{_LETTERS[found['letter']]}", frozenset({place})
    return None


def ordinal(word: str) -> int | None:
    """«Седьмой» is 7."""
    return next((n for n, stem in enumerate(_ORDINALS, 1) if word.startswith(stem)), None)


def by_class(words: Sequence[str], place: int, children: Sequence[Child]) -> Named | None:
    """Whose class is named there, of children in different ones: «3а», «третий класс», «семиклассница»."""
    if len(children) < 2:
        return None
    named = unit_at(words, place)
    if named is not None:
        fits = [child for child in children if child.unit_name.casefold().replace(" ", "") == named[0]]
        return _only(fits, named[1])
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    grade = _pupil(word)
    if grade:
        return _only((one for one in children if grade_of(one) == grade), frozenset({place}))
    grade = int(word) if word.isdecimal() and len(word) < 3 else ordinal(word)
    if grade and following.startswith("класс") and following not in _MANY:
        return _only((one for one in children if grade_of(one) == grade), frozenset({place, place + 1}))
    return None


def _pupil(word: str) -> int | None:
    found = _PUPIL.match(word)
    if found is None:
        return None
    if found["first"]:
        return 1
    return next((n for n, stem in enumerate(_COUNTED, 1) if found["grade"] == stem), None)


def _only(fits: Iterable[Child], places: frozenset[int]) -> Named | None:
    found = tuple(fits)
    return Named(found[0], places) if len(found) == 1 else None


def grade_of(child: Child) -> int:
    """The number of the class; 0 where its name begins with none."""
    found = re.match(r"\d+", child.unit_name)
    return int(found[0]) if found else 0
