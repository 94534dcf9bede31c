"""A sentence as the words that carry it."""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![./\d])"  # 15.10, 15/10/2026
    r"|\d{4}-\d{2}-\d{2}"
    r"|1?\d[а-зкa-d](?![а-яa-z])"  # 7б, 11а
    r"|\d+|[a-zа-я]+"
)
_SHORT = {
    "д/з": "дз",
    "h/w": "hw",
    "д.з.": "дз",
    "к/р": "кр",
    "с/р": "ср",
    "п/р": "ср",
    "к.р.": "кр",
    "кл.рук": "классрук",
    "кл. рук": "классрук",
    "кл рук": "классрук",
    "won't": "won t",
    "№": " номер ",
    "ё": "е",
}
# «лит-ра», «7-Б», «физ-ре»: a hyphen inside one word.
_JOINED = re.compile(r"\b(лит|инф|мат|физ|рус|англ|общ|био|гео|хим|алг)-(?=[а-я])")
# «д з», «Д-З».
_HOMEWORK = re.compile(r"\bд[\s.-]+з\b\.?")
_CLASS = re.compile(r"\b(1?\d)\s?-?\s?[«\"']?([а-зк])[»\"']?(?![а-яa-z\d])")
_PREPOSITIONS = frozenset("авик")


def words_of(text: str) -> tuple[str, ...]:
    """`Что задали на 15.10?` → `что`, `задали`, `на`, `15.10`: folded, ё as е; `7-Б` is `7б`."""
    folded = text.casefold()
    for short, full in _SHORT.items():
        folded = folded.replace(short, full)
    folded = _CLASS.sub(_class, _JOINED.sub(r"\1", _HOMEWORK.sub("дз", folded)))
    return tuple(_WORD.findall(folded))


def _class(found: re.Match[str]) -> str:
    """«7 Б» is a class; «5 в журнале» and «4 и 5» are not."""
    apart = " " in found[0].strip()
    return found[0] if apart and found[2] in _PREPOSITIONS - {"а"} else f"{found[1]}{found[2]} "


def without(words: Sequence[str], places: frozenset[int]) -> tuple[str, ...]:
    """The words with those places blanked, so that all others keep theirs."""
    return tuple("" if place in places else word for place, word in enumerate(words))


def begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether the word is one of the stems in some form; a stem ending in `=` is the whole word."""
    whole, open_ = _told_apart(stems)
    return word in whole or word.startswith(open_)


@lru_cache(maxsize=512)
def _told_apart(stems: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    whole = frozenset(stem[:-1] for stem in stems if stem.endswith("="))
    return whole, tuple(stem for stem in stems if not stem.endswith("="))
