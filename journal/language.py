"""The language of the journal's records (S3 §4.5-D9; S4 §4.2-T8). Pure."""

import re

from journal.errors import RefusedError
from journal.regulation import Regulation
from journal.regulation.values import Enforcement, RecordLanguage

_CYRILLIC = re.compile(r"[а-яё]{2,}", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]{2,}", re.IGNORECASE)


def is_russian(text: str) -> bool:
    """Whether a record reads as Russian: proper names and terms may stand in Latin beside Russian words.

    «Present Simple, упр. 5» is Russian, «Read the text» is not; figures alone belong to every language.
    """
    latin: list[str] = _LATIN.findall(text)
    cyrillic = len(_CYRILLIC.findall(text))
    if not cyrillic:
        return not latin
    return sum(word.islower() for word in latin) <= 3 * cyrillic


def is_foreign(text: str, regulation: Regulation) -> bool:
    """Whether the text is in a language the regulation does not want its records in."""
    rules = regulation.entry
    return (
        rules.record_language is RecordLanguage.RUSSIAN
        and rules.record_language_check is not Enforcement.OFF
        and not is_russian(text)
    )


def require(text: str, regulation: Regulation) -> bool:
    """Whether the author is to be warned of the record's language.

    Raises `RefusedError("foreign_language")` where the regulation refuses such a record.
    """
    foreign = is_foreign(text, regulation)
    if foreign and regulation.entry.record_language_check is Enforcement.REFUSE:
        raise RefusedError("foreign_language", clause=regulation.clause("entry.record_language"))
    return foreign
