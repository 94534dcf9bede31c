"""Phrases that people would type, held against what is understood."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from journal.model.span import Span
from journal.words import Intent, Reading, Recipient, Understanding, understand
from journal.words.habits import Habits
from journal.words.said import Said, said_in
from journal.words.tokens import words_of
from journal.words.understanding import understood
from tests.words.world import ANYA, CHILDREN, NAMES, PETYA, SCOPES, STUDENTS, TODAY, UNITS

FOLDER = Path(__file__).parent
_PRONOUNS = {
    ANYA.student_id: frozenset({"она", "ей", "нее", "ней", "she", "her"}),
    PETYA.student_id: frozenset({"он", "ему", "него", "нем", "he", "him", "his"}),
}
RECIPIENTS = {"class_teacher": Recipient.CLASS_TEACHER, "administration": Recipient.ADMINISTRATION}


class Verdict(StrEnum):
    """How an answer would strike whoever asked."""

    RIGHT = "right"
    # The right one was among the two offered.
    OFFERED = "offered"
    # Nothing was understood, or two others were offered.
    SILENT = "silent"
    # Something else was answered as if it had been asked.
    WRONG = "confidently wrong"


@dataclass(frozen=True, slots=True)
class Judged:
    phrase: dict[str, Any]
    verdict: Verdict
    found: Understanding
    faults: tuple[str, ...]

    def __str__(self) -> str:
        seen = " / ".join(told(reading) for reading in self.found.readings) or "—"
        wanted = " ".join(
            f"{key}={value}" for key, value in self.phrase.items() if key not in ("text", "intent")
        )
        return (
            f"[{self.verdict}] {self.phrase['text']!r}: {self.phrase['intent']} {wanted}\n"
            f"      found {seen} {' '.join(self.faults)}"
        )


@dataclass(slots=True)
class Tally:
    """Verdicts, overall and by intent."""

    overall: Counter[Verdict] = field(default_factory=Counter)
    by_intent: dict[str, Counter[Verdict]] = field(default_factory=dict)

    def share(self, verdict: Verdict) -> float:
        return self.overall[verdict] / max(1, self.overall.total())


def phrases(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def judge(phrase: dict[str, Any], by: Habits | None = None) -> Judged:
    """What is understood of a phrase, by the kept habits or by others, against what was meant."""
    scope = SCOPES[phrase["asker"]]
    found = understood(said(phrase), scope, TODAY, by) if by else understand(phrase["text"], scope, TODAY)
    wanted = {phrase["intent"], *_listed(phrase.get("also"))}
    sure = found.sure
    if "none" in wanted and not found.readings:
        return Judged(phrase, Verdict.RIGHT, found, ())
    if sure is not None:
        if "none" in wanted and sure.stranger is not None:
            # The answer begins by saying that it knows nobody of that name.
            return Judged(phrase, Verdict.RIGHT, found, ())
        if name(sure) not in wanted:
            unsure = phrase.get("ambiguous", False)
            return Judged(phrase, Verdict.WRONG, found, ("intent", "ambiguous") if unsure else ("intent",))
        faults = tuple(_faults(phrase, sure))
        if faults == ("whom",):
            return Judged(phrase, Verdict.OFFERED, found, faults)
        return Judged(phrase, Verdict.WRONG if faults else Verdict.RIGHT, found, faults)
    if phrase.get("ambiguous") and found.readings:
        return Judged(phrase, Verdict.RIGHT, found, ())
    if "none" in wanted:
        return Judged(phrase, Verdict.OFFERED, found, ())
    if any(name(reading) in wanted and not list(_faults(phrase, reading)) for reading in found.readings):
        return Judged(phrase, Verdict.OFFERED, found, ())
    return Judged(phrase, Verdict.SILENT, found, ())


def said(phrase: dict[str, Any]) -> Said:
    """What is made out in a phrase, whatever the habits; looked for once."""
    return _said(phrase["text"], phrase["asker"])


@cache
def _said(text: str, asker: str) -> Said:
    return said_in(text, SCOPES[asker], TODAY)


def tally(judged: Iterable[Judged]) -> Tally:
    counted = Tally()
    for one in judged:
        counted.overall[one.verdict] += 1
        counted.by_intent.setdefault(one.phrase["intent"], Counter())[one.verdict] += 1
    return counted


def name(reading: Reading) -> str:
    return reading.intent.name.casefold()


def told(reading: Reading) -> str:
    """The reading in a line."""
    slots = {
        "child": reading.child,
        "all": reading.everyone or None,
        "subject": NAMES.get(reading.subject or 0),
        "when": reading.when and f"{reading.when.first}…{reading.when.last}",
        "term": "year" if reading.year else reading.term,
        "value": reading.value,
        "unit": reading.unit,
        "students": reading.students or None,
        "to": reading.to,
        "reason": reading.reason,
    }
    return f"{name(reading)} " + " ".join(
        f"{key}={value}" for key, value in slots.items() if value is not None
    )


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _faults(phrase: dict[str, Any], reading: Reading) -> Iterator[str]:
    """The slots that a reading has wrong."""
    if reading.intent.is_talk or reading.intent is Intent.SETTINGS:
        return
    if _wrong_child(phrase, reading):
        yield "child"
    subject = NAMES.get(reading.subject or 0)
    allowed: list[str | None] = [*_listed(phrase.get("any_subject") or phrase.get("subject"))] or [None]
    if subject not in allowed and not (reading.intent is Intent.MESSAGE and subject == phrase.get("to")):
        yield "subject"
    yield from _wrong_days(phrase, reading)
    if phrase.get("value") is not None and reading.value != str(phrase["value"]):
        yield "value"
    if phrase.get("class") in UNITS and reading.unit != UNITS[phrase["class"]]:
        yield "class"
    yield from _wrong_people(phrase, reading)


def _wrong_child(phrase: dict[str, Any], reading: Reading) -> bool:
    """Who has one child only means that one, named or not."""
    if len(SCOPES[phrase["asker"]].children) < 2:
        return False
    wanted = CHILDREN.get(phrase.get("child", ""))
    if wanted is None and _is_meant_by_pronoun(phrase, reading):
        return False
    return reading.child != (wanted.student_id if wanted else None)


def _is_meant_by_pronoun(phrase: dict[str, Any], reading: Reading) -> bool:
    """«Ей» is the only daughter, «ему» the only son, though the text names nobody."""
    said = set(words_of(phrase["text"]))
    return bool(said & _PRONOUNS.get(reading.child or 0, frozenset()))


def _wrong_people(phrase: dict[str, Any], reading: Reading) -> Iterator[str]:
    if phrase.get("students"):
        lasts = {one.student_id: one.last_name for one in STUDENTS}
        if {lasts[number] for number in reading.students} != set(phrase["students"]):
            yield "students"
    to, reason = phrase.get("to"), phrase.get("reason")
    if reading.intent is Intent.MESSAGE and to in RECIPIENTS and reading.to is not RECIPIENTS[to]:
        # Where nobody is made out, a list asks to whom.
        yield "whom" if reading.to is None and reading.subject is None else "to"
    if reading.intent is Intent.ABSENCE and reason and (reading.reason or "other") != reason:
        yield "reason"


def _wrong_days(phrase: dict[str, Any], reading: Reading) -> Iterator[str]:
    if phrase.get("days") == "any" or reading.intent in (Intent.NOTICE, Intent.MESSAGE):
        return
    if "term" in phrase:
        wanted = phrase["term"]
        if not (reading.year if wanted == "year" else reading.term == wanted):
            yield "term"
        return
    if "first" in phrase:
        first = date.fromisoformat(phrase["first"])
        last = date.fromisoformat(phrase.get("last", phrase["first"]))
        if reading.when != Span(first, last):
            yield "days"
    elif reading.when is not None:
        yield "days?"
