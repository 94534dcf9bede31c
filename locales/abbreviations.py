"""Abbreviations written out, for whoever finds them hard."""

import re
from functools import cache
from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "ru": {
            "каб.": "кабинет",
            "Каб.": "Кабинет",
            "Стр.": "Страница",
            "ст.": "статья",
            "ч.": "часть",
            "п.": "пункт",
            "ГПД": "группа продлённого дня",
        },
    }
)


@cache
def written_out(sentence: str, locale: str) -> str:
    """The sentence without the abbreviations known of that language; its placeholders stay as they are."""
    words = WORDS.get(locale, {})
    return _pattern(locale).sub(lambda found: words[found[0]], sentence) if words else sentence


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    known = "|".join(re.escape(word) for word in WORDS[locale])
    return re.compile(rf"(?<![\w{{])(?:{known})(?!\w)")
