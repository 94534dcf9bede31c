"""Quarters, half-years and years: «за вторую четверть», «за год», `first quarter`."""

from dataclasses import dataclass

from journal.words.days.vocabulary import BEGINNING, LAST, TERM, THIS, YEAR
from journal.words.tokens import begins

_ORDINALS = (
    ("перв", "first", "1st=", "i="),
    ("втор", "second", "ii="),
    ("треть", "third", "iii="),
    ("четверту=", "четвертую=", "четвертой=", "четвертая=", "fourth", "iv="),
)
# «Четверг» and «четверка» are none; «четвертные» speak of the quarter that runs.
_NO_TERM = ("четвертую=", "четвертой=", "четвертая=", "четверто", "четверт=")

_APART = frozenset({"в", "за", "на", "по", "in", "for"})


@dataclass(frozen=True, slots=True)
class Term:
    """`number` 0 is the one that runs, -1 the one before it; None where the whole year is meant."""

    number: int | None
    places: frozenset[int]


def term_of(words: tuple[str, ...]) -> Term | None:
    """The period that is named; None where none is."""
    named = [
        _numbered(words, place)
        for place, word in enumerate(words)
        if begins(word, TERM) and not begins(word, _NO_TERM)
    ]
    if named:
        # «Четвертные за 1 четверть»: the one with a number.
        return next((term for term in named if term.number), named[0])
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if word.startswith("годов"):
            return Term(None, frozenset({place}))
        if begins(word, YEAR) and any(begins(one, BEGINNING) for one in words[max(0, place - 2) : place]):
            # «С начала (учебного) года».
            return Term(None, frozenset(range(max(0, place - 2), place + 1)))
        if begins(word, YEAR) and (
            before in ("за", "в", "по", "the") or begins(before, (*THIS, "учебн", "весь="))
        ):
            return Term(None, frozenset({place}))
    return None


def _numbered(words: tuple[str, ...], place: int) -> Term:
    for beside in (place - 1, place - 2, place + 1):
        # «4 в четверти» is a mark.
        apart = beside == place - 2 and words[place - 1] in _APART
        if 0 <= beside < len(words) and not apart:
            if (number := _number(words[beside])) is not None:
                return Term(number, frozenset({place, beside}))
            if begins(words[beside], LAST) and beside < place:
                return Term(-1, frozenset({place, beside}))
    return Term(0, frozenset({place}))


def _number(word: str) -> int | None:
    if word in ("1", "2", "3", "4"):
        return int(word)
    return next((n for n, names in enumerate(_ORDINALS, 1) if begins(word, names)), None)
