"""The regulation's terms as nouns in all their Russian forms, and in English."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any


class Gender(StrEnum):
    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


@dataclass(frozen=True, slots=True)
class Forms:
    """One number of a Russian noun in its six cases."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    prepositional: str

    @classmethod
    def of(cls, words: Any) -> "Forms":
        """From the six words in the order of the fields; a single word is not declined. Raises ValueError."""
        return cls(*(words * 6 if _are_words(words, 1) else _words(words, 6)))


@dataclass(frozen=True, slots=True)
class Noun:
    """A term of the regulation; `also` holds the other words the same regulation uses for it."""

    singular: Forms
    plural: Forms
    gender: Gender
    english: str
    english_plural: str
    also: tuple["Noun", ...] = ()

    def __str__(self) -> str:
        return self.singular.nominative


def read_noun(table: Mapping[str, Any]) -> Noun:
    """A noun from its TOML table: gender, singular, plural (six words each), english (two).

    Raises KeyError for a missing field, ValueError for a wrong one.
    """
    english, english_plural = _words(table["english"], 2)
    forms = Forms.of(table["singular"]), Forms.of(table["plural"])
    return Noun(*forms, Gender(table["gender"]), english, english_plural)


def _are_words(found: Any, number: int) -> bool:
    return isinstance(found, list) and len(found) == number and all(isinstance(word, str) for word in found)


def _words(found: Any, number: int) -> list[str]:
    if not _are_words(found, number):
        raise ValueError(f"{number} words expected")
    words: list[str] = found
    return words


@cache
def dictionary() -> Mapping[str, Noun]:
    """The nouns every regulation may use, by their nominative."""
    text = Path(__file__).with_name("nouns.toml").read_text(encoding="utf-8")
    nouns = map(read_noun, tomllib.loads(text)["noun"])
    return {str(noun): noun for noun in nouns}
