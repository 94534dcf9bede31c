"""Marks typed in one line: `Иванов 5, Петров 4 3, нет: Сидорова, Ёлкин 4 опоздал`. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rapidfuzz import fuzz

from journal.model.attendance import Presence
from journal.model.painting import Doubt, Obscurity, Values
from journal.model.people import Person, search_form

# A name this like a student's is that student's, if no other comes near; below the last it is nobody's here.
SURE, CLEAR, POSSIBLE = 86.0, 6.0, 68.0
MOST_CANDIDATES = 4

_DATIVES = {
    "ова": "овой",
    "ева": "евой",
    "ина": "иной",
    "ына": "ыной",
    "ская": "ской",
    "цкая": "цкой",
    "ов": "ову",
    "ев": "еву",
    "ин": "ину",
    "ын": "ыну",
    "ский": "скому",
    "цкий": "цкому",
}
_ABSENT, _LATE = r"нет|отсутству[ею]т|отсутствовал[аи]?|absent", r"опоздал[аи]?|опоздание|late"
# What begins a list of names: «нет: Сидорова, Ёлкин», «опоздали Иванов, Петров».
_LISTS = (
    (Presence.ABSENT, re.compile(rf"^(?:(?:{_ABSENT})\b\s*:?|н\s*:)\s*", re.IGNORECASE)),
    (Presence.LATE, re.compile(rf"^(?:{_LATE})\b\s*:?\s*", re.IGNORECASE)),
)
# What a name may be followed by.
_SAID = (
    (Presence.ABSENT, re.compile(rf"(?:{_ABSENT})\.?", re.IGNORECASE)),
    (Presence.LATE, re.compile(rf"(?:{_LATE})\.?", re.IGNORECASE)),
)
_PARTS = re.compile(rf"[,;\n]+|\s+(?=(?:{_ABSENT}|{_LATE})\s*:)", re.IGNORECASE)
_SIGNED = re.compile(r"[+\-−–]\d|\d[+\-−–]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed line says: marks, who is not simply there, doubtful names, and what nobody understands."""

    marks: tuple[tuple[int, Values], ...] = ()
    presence: tuple[tuple[int, Presence], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unknown: tuple[Doubt, ...] = ()

    @property
    def understood(self) -> bool:
        return bool(self.marks or self.presence or self.doubts)


@dataclass(slots=True)
class _Chunk:
    """One name with what was said of it."""

    words: list[str]
    values: list[str]
    presence: Presence | None = None
    signed: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.words)


def read(text: str, students: Sequence[Person], palette: Values) -> Typed:
    """Understand a typed line against the class list and the mark scale."""
    marks: dict[int, Values] = {}
    presence: dict[int, Presence] = {}
    doubts: list[Doubt] = []
    unknown: list[Doubt] = []
    for chunk in _chunks(text, palette):
        values = tuple(chunk.values)
        found, sure = match(chunk.name, students)
        if why := _obscure(chunk, found):
            unknown.append(Doubt(chunk.name, why=why))
        elif not sure:
            doubts.append(
                Doubt(chunk.name, values, tuple(person.id for person in found), presence=chunk.presence)
            )
        else:
            student = found[0].id
            if values:
                marks[student] = marks.get(student, ()) + values
            if chunk.presence is not None:
                presence[student] = chunk.presence
    return Typed(tuple(marks.items()), tuple(presence.items()), tuple(doubts), tuple(unknown))


def says(text: str, palette: Values) -> bool:
    """Whether a line has a mark in it, or begins a list of who is not there."""
    known = {value.casefold(): value for value in palette}
    return _list_of(text.strip())[0] is not None or any(_values(word, known) for word in text.split())


def _obscure(chunk: _Chunk, found: Sequence[Person]) -> Obscurity | None:
    if chunk.signed:
        return Obscurity.SIGNS
    if not chunk.values and chunk.presence is None:
        return Obscurity.UNCLEAR
    return None if found else Obscurity.NOBODY


def match(name: str, students: Sequence[Person]) -> tuple[list[Person], bool]:
    """Whom the words may mean, the likeliest first, and whether it is one student without doubt."""
    wanted = search_form(name.replace(".", " "))
    scored = sorted(
        ((_likeness(wanted, student), student) for student in students),
        key=lambda pair: (-pair[0], pair[1].id),
    )
    near = [(score, student) for score, student in scored if score >= POSSIBLE]
    if not near:
        return [], False
    best = near[0][0]
    rivals = [student for score, student in near if score > best - CLEAR]
    if best == 100.0:
        rivals = [student for score, student in near if score == best]
    if best >= SURE:
        return rivals[:MOST_CANDIDATES], len(rivals) == 1 and _begins_alike(wanted, rivals[0])
    return [student for _, student in near[:MOST_CANDIDATES]], False


def _begins_alike(wanted: str, student: Person) -> bool:
    """Whether the first letter fits: «Смирнова» is hardly a slip for «Миронова»."""
    return wanted[:1] in (search_form(student.last_name)[:1], search_form(student.first_name)[:1])


def _likeness(wanted: str, student: Person) -> float:
    """How like a student's name the words are, 0 to 100; surname first, as in a class list."""
    last, first = search_form(student.last_name), search_form(student.first_name)
    names = {last, _dative(last)}
    forms = [
        form
        for name in names
        for form in (name, f"{name} {first}", f"{first} {name}", f"{name} {first[:1]}", f"{first[:1]} {name}")
    ]
    return max(fuzz.ratio(wanted, form) for form in forms)


def _dative(last: str) -> str:
    """The surname as marks are dictated: «Иванову 5», «Сидоровой 4»; others stay as they are."""
    for ending, given in _DATIVES.items():
        if last.endswith(ending):
            return last.removesuffix(ending) + given
    return last


def _chunks(text: str, palette: Values) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    listed: Presence | None = None
    for part in _PARTS.split(text):
        begun, said = _list_of(part.strip())
        listed = begun or listed
        first, named = _names(said, palette, alone=listed is None)
        if first and named and not (named[0].values or named[0].presence):
            # «5 Иванов»: the mark may come before the name.
            named[0].values, first = first, []
        if any(chunk.values or chunk.presence for chunk in named):
            listed = begun
        if first and chunks:
            # «Петров 4, 3»: figures alone go on with the name before them.
            chunks[-1].values += first
        for chunk in named:
            if listed is not None and not chunk.values:
                chunk.presence = chunk.presence or listed
        chunks += named
    return chunks


def _list_of(part: str) -> tuple[Presence | None, str]:
    """Which list the part begins, if any, and the rest of it."""
    for presence, beginning in _LISTS:
        if prefix := beginning.match(part):
            return presence, part[prefix.end() :]
    return None, part


def _names(text: str, palette: Values, *, alone: bool) -> tuple[list[str], list[_Chunk]]:
    """The values before any name, and each name with what follows it: a name after a mark is the next one.

    `alone`: outside a list of names, where a lone «н» may say that its student is absent.
    """
    known = {value.casefold(): value for value in palette}
    first: list[str] = []
    chunks: list[_Chunk] = []
    words = text.replace(":", " ").split()
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        values = _values(word, known)
        said = _said(word) if chunks else None
        if alone and chunks and word.casefold() == "н" and not _values(following, known):
            # Before a mark it is an initial.
            said = Presence.ABSENT
        signed = _SIGNED.fullmatch(word) is not None and bool(chunks)
        if values or signed or said:
            if not chunks:
                first += values
                continue
            chunk = chunks[-1]
            chunk.values += values
            chunk.presence = said or chunk.presence
            if signed:
                chunk.words.append(word)
                chunk.signed = True
        elif not chunks or chunks[-1].values or chunks[-1].presence or chunks[-1].signed:
            chunks.append(_Chunk([word], []))
        else:
            chunks[-1].words.append(word)
    return first, chunks


def _values(word: str, known: Mapping[str, str]) -> list[str]:
    """The values of a word; it may be a pair: `4/3`."""
    parts = word.casefold().strip(".").split("/")
    return [known[part] for part in parts] if all(part in known for part in parts) else []


def _said(word: str) -> Presence | None:
    return next((presence for presence, words in _SAID if words.fullmatch(word)), None)
