"""A sentence as the words that carry it."""

import re

_WORD = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d+|[a-zа-я]+")
_SHORT = {"д/з": "дз", "h/w": "hw", "д.з.": "дз"}


def words_of(text: str) -> tuple[str, ...]:
    """`Что задали на 15.10?` → `что`, `задали`, `на`, `15.10`: folded, ё as е, signs left out."""
    folded = text.casefold().replace("ё", "е")
    for short, full in _SHORT.items():
        folded = folded.replace(short, full)
    return tuple(_WORD.findall(folded))


def begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether the word is one of the stems in some form; a stem ending in `=` is the whole word."""
    return any(word == stem[:-1] if stem.endswith("=") else word.startswith(stem) for stem in stems)
