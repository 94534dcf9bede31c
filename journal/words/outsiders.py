"""Somebody, or a class, whose diary a text asks for by a name: «оценки Максимова», «прогноз 7б». Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from journal.model.people import Child
from journal.words.people import first_name_in_genitive, is_patronymic, named_in, students_in
from journal.words.said import means_nothing
from journal.words.tokens import begins, words_of

# A longer text tells a story, and a name in it need not be whose diary is meant.
MOST_WORDS = 5
# Right behind these stands whose they are.
_OF_WHOM = (
    *("оцен", "отметк", "балл", "успеваем", "прогноз", "домаш", "дз=", "пропуск", "долг", "итог", "дневник"),
    *("расписан", "у="),
)
# «Дз: стихи Лермонтова»: what is set has authors.
_TASKS = ("домаш", "дз=", "зада", "читат", "выуч")
_SURNAME = re.compile(r"[а-я]{2,}(?:ова|овой|ева|евой|ина|иной|ского|ской|цкого|цкой)$")
_CLASS = re.compile(r"(?:[1-9]|1[01])[а-и]$")
_CAPITAL = re.compile(r"\b[А-ЯЁ][а-яё]+")


def outsider_in(text: str) -> str | None:
    """Whose diary is asked for by a first name, a surname with a capital or a class; None where unsure."""
    words = words_of(text)
    if len(words) > MOST_WORDS or any(is_patronymic(word) for word in words):
        return None
    capitals = {one for found in _CAPITAL.findall(text) for one in words_of(found)}
    if any(begins(word, _TASKS) for word in words):
        capitals = set()
    for before, word in pairwise(words):
        if begins(before, _OF_WHOM) and (_names_somebody(word, capitals) or _CLASS.match(word)):
            return word.upper() if word[:1].isdecimal() else word.capitalize()
    return None


def _names_somebody(word: str, capitals: set[str]) -> bool:
    if not means_nothing(word):
        return False
    return first_name_in_genitive(word) or (word in capitals and _SURNAME.match(word) is not None)


def is_own(name: str, own: Sequence[Child]) -> bool:
    """Whether one of these children is called so, by first name, surname or class."""
    words = words_of(name)
    units = {word for child in own for word in words_of(child.unit_name)}
    return bool(named_in(words, own) or bears_surname(name, own) or units.intersection(words))


def bears_surname(name: str, people: Sequence[Child]) -> bool:
    """Whether one of these is called so by the surname."""
    return bool(students_in(words_of(name), people)[0])
