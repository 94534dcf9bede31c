"""Marks typed in one line: `Иванов 5, Петров 4 3, нет: Сидорова`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from journal.model.painting import Doubt, Values
from journal.model.people import Person, search_form

# A name this like a student's is that student's, if no other comes near.
SURE, CLEAR, POSSIBLE = 86.0, 6.0, 62.0
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
_ABSENT = re.compile(r"^(?:нет|н|отсутствуют|отсутствует|absent)\s*:\s*", re.IGNORECASE)
_CHUNKS = re.compile(r"[,;\n]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed line says: marks, absences, doubtful names, and what nobody understands."""

    marks: tuple[tuple[int, Values], ...] = ()
    absent: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def understood(self) -> bool:
        return bool(self.marks or self.absent or self.doubts)


@dataclass(frozen=True, slots=True)
class _Chunk:
    name: str
    values: Values
    absent: bool


def read(text: str, students: Sequence[Person], palette: Values) -> Typed:
    """Understand a typed line against the class list and the mark scale."""
    marks: dict[int, Values] = {}
    absent: list[int] = []
    doubts: list[Doubt] = []
    unknown: list[str] = []
    for chunk in _chunks(text, palette):
        found, sure = match(chunk.name, students)
        if not found or not (chunk.values or chunk.absent):
            unknown.append(chunk.name)
        elif not sure:
            doubts.append(Doubt(chunk.name, chunk.values, tuple(person.id for person in found)))
        elif chunk.absent:
            absent.append(found[0].id)
        else:
            marks[found[0].id] = marks.get(found[0].id, ()) + chunk.values
    return Typed(tuple(marks.items()), tuple(absent), tuple(doubts), tuple(unknown))


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
        return rivals[:MOST_CANDIDATES], len(rivals) == 1
    return [student for _, student in near[:MOST_CANDIDATES]], False


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
    absent = False
    for part in _CHUNKS.split(text):
        said = part.strip()
        if prefix := _ABSENT.match(said):
            absent, said = True, said[prefix.end() :]
        words, values = _words(said, palette)
        if values:
            absent = False
        if words:
            chunks.append(_Chunk(words, values, absent))
        elif values and chunks:
            # «Петров 4, 3»: figures alone go on with the name before them.
            last = chunks.pop()
            chunks.append(_Chunk(last.name, last.values + values, last.absent))
    return chunks


def _words(text: str, palette: Values) -> tuple[str, Values]:
    """The name and the values of one part; a value may be a pair: `4/3`."""
    known = {value.casefold(): value for value in palette}
    names: list[str] = []
    values: list[str] = []
    for word in text.replace(":", " ").split():
        folded = word.casefold().strip(".")
        pair = folded.split("/")
        if folded in known:
            values.append(known[folded])
        elif len(pair) > 1 and all(one in known for one in pair):
            values.extend(known[one] for one in pair)
        else:
            names.append(word)
    return " ".join(names), tuple(values)
