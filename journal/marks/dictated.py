"""Marks given in a sentence, «поставь Козлову 4 3»: the line it says, as typed on the sheet. Pure."""

import re
from collections.abc import Sequence

from journal.marks import typed
from journal.model.painting import Values
from journal.model.people import Person

_ORDER = re.compile(
    r"^(?:(?:пожалуйста|а|и|ещё|еще)[\s,]+)*(?:(?:по|вы|про)?став\w*|запиш\w*|занес\w*)[\s:]+(?:оценк\w*[\s:]+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")


def line(text: str, people: Sequence[Person], value: str, palette: Values) -> str:
    """What to type on the sheet, where a sentence was read as `value` for these people.

    The sentence itself where it is such a line but for its order, or says more than one mark: what nobody
    understands is asked about there. Otherwise the mark beside each name that is meant.
    """
    said = _ORDER.sub("", text.strip(), count=1)
    read = typed.read(said, people, palette)
    known = {one.casefold() for one in palette}
    several = sum(word.casefold() in known for word in _WORD.findall(said)) > 1
    if several or (read.understood and not read.unknown):
        return said
    return ", ".join(f"{one.listed} {value}" for one in meant(text, people))


def meant(text: str, people: Sequence[Person]) -> list[Person]:
    """Of people whose names are alike only those whom a word names without doubt: «Козлову» is no Козлова."""
    sure: set[int] = set()
    beaten: set[int] = set()
    for word in _WORD.findall(text):
        found, is_sure = typed.match(word, people)
        if is_sure:
            sure.add(found[0].id)
            beaten |= {one.id for one in people if one.id != found[0].id and typed.match(word, [one])[0]}
    return [one for one in people if one.id in sure or one.id not in beaten]
