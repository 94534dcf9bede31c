"""Words typed wrong: the nearest word of the lexicon, a wrong keyboard layout, Russian in Latin letters."""

import re
from collections.abc import Callable
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from journal.words.days import CALENDAR
from journal.words.lexicon import common
from journal.words.signs import signs

# A typo is one letter of a word this long, two of one that long.
LONG, VERY_LONG = 5, 9
_LAYOUT = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")
_ALIKE = str.maketrans("аи", "ое")
_SOUNDS = (
    *zip(
        ["shch", "sch", "yo", "jo", "zh", "kh", "ts", "ch", "sh", "yu", "ju", "ya", "ja", "ye", "iy", "ij"],
        ["щ", "щ", "ё", "ё", "ж", "х", "ц", "ч", "ш", "ю", "ю", "я", "я", "е", "ий", "ий"],
        strict=True,
    ),
    *zip("abvgdezijklmnoprstufhcyw'", "абвгдезийклмнопрстуфхцывь", strict=True),
)
_ENGLISH = re.compile(r"[a-z]+")


def mended(word: str, known: Callable[[str], bool]) -> str:
    """The word, or the nearest sign where it is none that is `known`."""
    if len(word) < LONG or word.isdecimal() or word in common() or known(word):
        return word
    far = 2 if len(word) >= VERY_LONG else 1
    found = process.extractOne(word, _whole(), scorer=OSA.distance, score_cutoff=far)
    if found is not None and (_begins_alike(found[0], word) or len(word) > LONG + 1):
        return str(found[0])
    for length, stems in _stems().items():
        if length > len(word) + 1:
            continue
        for cut in (length, length + 1, length - 1):
            reach = 2 if length >= VERY_LONG else 1
            near = process.extractOne(word[:cut], stems, scorer=OSA.distance, score_cutoff=reach)
            if near is not None and (_begins_alike(near[0], word) or length > LONG + 1):
                return str(near[0]) + word[cut:]
    return word


def _begins_alike(one: str, other: str) -> bool:
    """The first letter is seldom wrong, but «а» and «о», «е» and «и» sound alike."""
    return one[0].translate(_ALIKE) == other[0].translate(_ALIKE)


@cache
def _whole() -> tuple[str, ...]:
    return tuple(word for word in (*signs().words, *CALENDAR, *common()) if len(word) >= LONG)


@cache
def _stems() -> dict[int, tuple[str, ...]]:
    """Stems by length, the longest first."""
    made: dict[int, list[str]] = {}
    for stem in signs().stems:
        if len(stem) >= LONG:
            made.setdefault(len(stem), []).append(stem)
    return {length: tuple(made[length]) for length in sorted(made, reverse=True)}


def in_cyrillic(text: str, known: Callable[[str], bool]) -> str:
    """The text as it was meant, where it is `ghbdtn` (the other layout) or `chto zadali`."""
    lowered = text.casefold()
    if re.search(r"[а-яё]", lowered):
        return text
    words = _ENGLISH.findall(lowered)
    if not words or 2 * sum(_says(word, known) for word in words) > len(words):
        return text
    candidates = (lowered.translate(_LAYOUT), _transliterated(lowered))
    scored = [(sum(_says(word, known) for word in re.findall(r"[а-яё]+", one)), one) for one in candidates]
    best, meant = max(scored)
    return meant if 2 * best >= len(words) else text


def _says(word: str, known: Callable[[str], bool]) -> bool:
    return len(word) > 1 and (word in common() or known(word))


def _transliterated(text: str) -> str:
    for latin, letter in _SOUNDS:
        text = text.replace(latin, letter)
    return text
