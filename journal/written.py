"""What people write and how they name files, without what no eye can see."""

import re
import unicodedata

from journal.errors import InvalidError

# So long a name of a file is kept; its ending stays.
LONGEST_NAME = 80
LONGEST_ENDING = 10
# Directions forced upon what follows, which make one text look like another.
_FORCED = "\u202a-\u202e\u2066-\u2069"
# Signs without any width, and halves of signs that stand alone.
_UNSEEN = re.compile(f"[{_FORCED}\u200b\u200c\u2060-\u2064\u206a-\u206f\ufeff\u00ad\u180e\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_JOINER = "\u200d"
# Letters by their kind, blanks by their looks.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def cleaned(text: str) -> str:
    """The text without control signs, forced directions, signs of no width; "" where nothing is left to see.

    New lines stay, and so do the joiners within emoji.
    """
    said = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    said = _unjoined(_UNSEEN.sub("", said))
    return said if any(map(_seen, said)) else ""


def reason(text: str, longest: int) -> str:
    """A reason in one line of at most so many characters.

    Raises `InvalidError` with `reason_missing` where nothing is said, `too_long` where too much is.
    """
    said = " ".join(text.split())
    if not said:
        raise InvalidError("reason_missing")
    if len(said) > longest:
        raise InvalidError("too_long", longest=longest)
    return said


def file_name(name: str) -> str:
    """A name without folders, lines and hidden signs, at most `LONGEST_NAME` long; "" where none is left."""
    last = re.split(r"[/\\]", cleaned(name).replace("\n", " "))[-1]
    said = " ".join(last.split()).strip(". ")
    if len(said) <= LONGEST_NAME:
        return said
    stem, dot, ending = said.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return said[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _unjoined(text: str) -> str:
    """The text with joiners only where they join emoji."""
    if _JOINER not in text:
        return text
    kept = [
        sign
        for place, sign in enumerate(text)
        if sign != _JOINER or (_pictured(text[place - 1 : place]) and _pictured(text[place + 1 :][:1]))
    ]
    return "".join(kept)


def _pictured(sign: str) -> bool:
    """Whether the sign is an emoji, or its colour or look."""
    return sign == "\ufe0f" or unicodedata.category(sign or " ") in ("So", "Sk", "Sm")


def _seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZM" and sign not in _BLANK_LETTERS
