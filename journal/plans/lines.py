"""A plan written line by line: `1. Линейные уравнения — 3 — д/з: § 12`, one topic a line. Pure.

A line may also be cells of a table pasted with tabs or semicolons: topic, hours, homework. A line that ends
with a colon names the section of those after it.
"""

import re
from dataclasses import replace

from journal.imports.names import clean
from journal.imports.problems import Code, Place
from journal.imports.staging import Staging
from journal.plans.wanted import HOMEWORK_LIMIT, MOST_HOURS, SECTION_LIMIT, TOPIC_LIMIT, Line, Wanted

_NUMBER = re.compile(r"^\s*(?:№\s*)?\d{1,3}(?:\s*[.)]\s*(?=\D)|\s*\t)|^\s*[•\-–—*]\s+")
_HOMEWORK = re.compile(r"\b(?:д ?/ ?з|дз|домашнее задание|homework)\b ?[:.—–-]? ?", re.IGNORECASE)
# What may stand between a topic and the homework said behind it.
_BETWEEN = " ,.;|—–-("
# «Тема — 3», «Тема - 3 ч», «Тема, 3 часа», «Тема (3 ч)»; a number alone needs a dash before it.
_HOURS = re.compile(
    r"(?:\s+[—–-]\s*(?P<bare>\d{1,3})|\s*[—–,(-]?\s*(?P<said>\d{1,3})\s*(?:ч|час|часа|часов|h|hours?)\.?\s*\)?)\s*\.?$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[\t;]")
# No sound line is longer; longer ones are not even read.
_LONGEST = TOPIC_LIMIT + HOMEWORK_LIMIT + 100


def read_lines(text: str, staging: Staging, file: str = "") -> list[Line]:
    """The topics in order; what is wrong with a line is reported to `staging` and leaves the line out."""
    found = []
    section = None
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > _LONGEST:
            staging.error(Code.VALUE_TOO_LONG, Place(file, number), limit=TOPIC_LIMIT)
            continue
        if not clean(line):
            continue
        if clean(line).endswith(":"):
            section = clean(line).rstrip(":").strip()[:SECTION_LIMIT]
            continue
        place = Place(file, number)
        read = _cells if _CELLS.search(_NUMBER.sub("", line, 1)) else _sentence
        wanted = replace(read(_NUMBER.sub("", line, 1)), section=section)
        if _sound(wanted, staging, place):
            found.append(Line(wanted, place))
    return found


def _sentence(line: str) -> Wanted:
    topic, *homework = _HOMEWORK.split(clean(line), maxsplit=1)
    topic = topic.rstrip(_BETWEEN) if homework else topic
    found = _HOURS.search(topic)
    hours = int(found["bare"] or found["said"]) if found else 1
    topic = topic[: found.start()] if found else topic
    return Wanted(topic.strip(" .,"), hours, homework=_homework(homework))


def _cells(line: str) -> Wanted:
    topic, *more = [clean(cell) for cell in _CELLS.split(line)]
    hours = int(more.pop(0)) if more and more[0].isdecimal() and len(more[0]) <= 3 else 1
    return Wanted(topic, hours, homework=_homework([part for part in more if part]))


def _homework(parts: list[str]) -> str | None:
    said = "; ".join(parts).strip(" )") if parts else ""
    return said or None


def _sound(wanted: Wanted, staging: Staging, place: Place) -> bool:
    """Whether the line can be taken; reports why not."""
    if not wanted.topic:
        staging.error(Code.VALUE_MISSING, place)
    elif len(wanted.topic) > TOPIC_LIMIT:
        staging.error(Code.VALUE_TOO_LONG, place, limit=TOPIC_LIMIT)
    elif len(wanted.homework or "") > HOMEWORK_LIMIT:
        staging.error(Code.VALUE_TOO_LONG, place, limit=HOMEWORK_LIMIT)
    elif not 1 <= wanted.hours <= MOST_HOURS:
        staging.error(Code.VALUE_OUT_OF_RANGE, place, value=wanted.hours, low=1, high=MOST_HOURS)
    else:
        return True
    return False
