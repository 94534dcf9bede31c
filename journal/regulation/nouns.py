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
    def of(cls, words: list[str]) -> "Forms":
        """From the six words in the order of the fields; a single word is not declined."""
        return cls(*(words * 6 if len(words) == 1 else words))


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
    """A noun from its TOML table: gender, singular, plural (six words each), english (two)."""
    return Noun(
        Forms.of(table["singular"]), Forms.of(table["plural"]), Gender(table["gender"]), *table["english"]
    )


@cache
def dictionary() -> Mapping[str, Noun]:
    """The nouns every regulation may use, by their nominative."""
    text = Path(__file__).with_name("nouns.toml").read_text(encoding="utf-8")
    nouns = map(read_noun, tomllib.loads(text)["noun"])
    return {str(noun): noun for noun in nouns}
