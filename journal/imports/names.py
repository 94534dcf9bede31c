"""How names of people, classes and subjects are read, cut into parts and compared."""

import re
import unicodedata
from functools import lru_cache

# Controls, and characters that change how a line shows without showing themselves.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROLS = re.compile("[\u0000-\u001f\u007f-\u009f]")
_PUNCTUATION = re.compile(r"[.,;:\"'«»()]")
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}
# Class letters are typed in either alphabet: «7A» and «7А» are one class.
_LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_GRADE = re.compile(r"^\s*(1[0-2]|[1-9])(?!\d)")


def clean(text: str) -> str:
    """`text` without control and invisible characters, its blanks single, its letters composed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _CONTROLS.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The form in which names are compared: case, ё, dashes, dots and blanks do not matter."""
    text = clean(text).casefold().replace("ё", "е").translate(_DASHES)
    return " ".join(_PUNCTUATION.sub(" ", text).replace(" -", "-").replace("- ", "-").split())


def class_key(name: str) -> str:
    """`7 «А»`, `7-A` and `7а` are one class; a name that starts with no number keeps its dashes."""
    folded = fold(name)
    if not _GRADE.match(folded):
        return folded
    return re.sub(r"[\s\-_/]", "", folded).translate(_LOOKALIKES)


def grade_of(name: str) -> int | None:
    """The grade a class's name starts with (1 to 12), if it does: 7 of `7Б`, nothing of `ИС-21`."""
    found = _GRADE.match(name)
    return int(found.group(1)) if found else None


def split_name(full: str) -> tuple[str, str, str]:
    """Last, first and middle name of `Иванова Анна Петровна`, `Иванова А.П.` or `Иванова А. П.`

    What follows the second word is the middle name: `Мамедов Али Гусейн оглы`.
    """
    words = clean(re.sub(r"\.(?=\S)", ". ", full)).split()
    last, first, *middle = [*words, "", ""][: max(len(words), 2)]
    return last, first, " ".join(middle)


def phone_form(said: str | None) -> str | None:
    """A phone as it is compared and kept: `8 (900) 000-00-01` is `+79000000001`; what is no number stays."""
    if not said:
        return None
    digits = re.sub(r"\D", "", said)
    if len(digits) == 11 and digits[0] in "78":
        return f"+7{digits[1:]}"
    if len(digits) == 10 and not said.strip().startswith("+"):
        return f"+7{digits}"
    return f"+{digits}" if said.strip().startswith("+") and len(digits) > 6 else clean(said)


def is_initial(name: str) -> bool:
    return len(name.rstrip(".")) == 1 and name[0].isalpha()


def same_or_initial(said: str, known: str) -> bool:
    """Whether `said` is `known` or only its initial: `А.` and `Анна`."""
    said, known = fold(said), fold(known)
    return said == known or (is_initial(said) and known.startswith(said))


def initials_key(last: str, first: str, middle: str) -> tuple[str, str]:
    """A person as a timetable writes them: the last name and the initials that are there."""
    return fold(last), "".join(fold(part)[:1] for part in (first, middle) if part)
