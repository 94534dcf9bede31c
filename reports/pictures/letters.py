"""What the pictures' one font can write: letters of Latin, Greek and Cyrillic scripts, figures and signs."""

import re
from typing import Any

# Emoji and other scripts would stand as empty boxes; marks that only turn or join what is written go too.
_FOREIGN = re.compile(
    "[^ -~\u00a0-\u00ac\u00ae-\u0377\u0384-\u038a\u03a3-\u03e1\u03f0-\u052f\u1e00-\u1eff"
    "\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20be\u2116\u2122\u2150-\u2189\u2212\u2248\u2260\u2264\u2265]+"
)
# What is left of the spaces around it.
_SPARE = re.compile(" +(?= |[,.;:]|$)|^[ ,.;:]+")


def writable(words: str) -> str:
    """The words without what the font lacks; three dots stand for what was written in other letters.

    Whoever reads the caption finds them whole.
    """
    if _FOREIGN.search(words) is None:
        return words
    left = _FOREIGN.sub(lambda lost: "…" if any(map(str.isalpha, lost[0])) else "", words)
    return _SPARE.sub("", left)


def written(data: Any) -> Any:
    """The same of every string in lists and dictionaries, whatever their depth."""
    match data:
        case str():
            return writable(data)
        case dict():
            return {name: written(value) for name, value in data.items()}
        case list() | tuple():
            return [written(value) for value in data]
        case _:
            return data
