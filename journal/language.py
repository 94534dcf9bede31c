"""The language of the journal's records (S3 §4.5-D9; S4 §4.2-T8). Pure."""

import re

from journal.errors import RefusedError
from journal.regulation import Regulation
from journal.regulation.values import Enforcement, RecordLanguage

_LATIN = "a-zA-ZÀ-ÖØ-öø-ɏ"
_CYRILLIC = re.compile(r"[а-яё]{2,}", re.IGNORECASE)
# A run without Russian letters, taken from its beginning: long nonsense is read once.
_RUN = r"[^\s\u0400-\u04ff]"
_START = r"(?<![^\s\u0400-\u04ff])"
# What belongs to every language and says nothing of a record's own.
_NEUTRAL = re.compile(
    rf"""
    {_START}{_RUN}+(?:://|@){_RUN}+ | [@\#]\w+              # addresses, names of accounts
  | {_START}(?:[a-z0-9_-]+\.)+[a-z]{{2,}}(?:/{_RUN}*)?      # sites and files
  | (?<![{_LATIN}])[{_LATIN}]+\.?\s*\d+[a-z]?(?![{_LATIN}])  # Unit 5, ex. 3b, Übung 4, H2
  | {_START}{_RUN}*[=+*^_<>{{}}\\|²³√≤≥≠·×÷∈π]{_RUN}*      # formulas
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
# Words of three letters and more: shorter ones are units, variables, «to be».
_WORD = re.compile(rf"[{_LATIN}]{{3,}}")
# Neither Latin nor Cyrillic nor the letters of formulas.
_OTHER = re.compile(rf"[^\W\d_{_LATIN}\u0370-\u052f]{{2,}}|[\u0370-\u03ff]{{3,}}")
_TERM = re.compile(r"(?:arc)?(?:sin|cos|tan|c?tg|cot)|log|lim|max|min|mod|div|const|and|the")
# So many words of another language may stand beside each Russian one.
BESIDE = 3


def is_russian(text: str) -> bool:
    """Whether a record reads as Russian: names, terms, references and formulas may stand as they are.

    «Present Simple, упр. 5», «Unit 5, ex. 3», «Windows», «x²+y» and an address are let through; «Read the
    text» is not. A quotation counts where no Russian word stands beside it.
    """
    russian = len(_CYRILLIC.findall(text))
    bare = _NEUTRAL.sub(" ", _QUOTED.sub(" ", text) if russian else text)
    words = [word for word in _WORD.findall(bare) if word.islower() and not _TERM.fullmatch(word)]
    return len(words) + len(_OTHER.findall(bare)) <= BESIDE * russian


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
