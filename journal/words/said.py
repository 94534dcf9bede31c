"""Everything that a text names and every sign it bears, before it is known what it is after. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.model.access import Hat
from journal.model.people import Child
from journal.words import days
from journal.words.grades import unit_at
from journal.words.intents import Drawing, Scope, Teacher
from journal.words.lexicon import common
from journal.words.people import Called, children_in, is_first_name, is_patronymic, students_in, teacher_in
from journal.words.signs import signs
from journal.words.spelling import in_cyrillic, mended
from journal.words.subjects import Named, subject_in
from journal.words.tokens import without, words_of
from journal.words.values import figure_in, marked_in, noun_in, outcome_in

FEW_WORDS, LONG_TEXT = 4, 9
_CLOCK = re.compile(r"\b\d{1,2}[:.][0-5]\d\b(?![.\d])")
_ASKING = frozenset(
    (
        *(
            "что",
            "чё",
            "че",
            "какой",
            "какая",
            "какие",
            "какое",
            "когда",
            "кто",
            "сколько",
            "почему",
            "зачем",
        ),
        *("как", "где", "во", "куда", "есть", "what", "which", "when", "who", "how", "why"),
    )
)
_OF_FIRST = frozenset({"я", "мы", "меня", "мне", "нас", "i", "we", "буду", "будем", "приду", "придем"})
_ANGRY, _GLAD = frozenset("😡🤬😠👿💩👎😤"), frozenset("🙏❤💐🌹🤝")
_MY = frozenset({"мой", "моем", "моего", "моему", "нашем", "нашего", "my"})
# These say something even where they also name a subject: «математичке», «переключи на английский».
_KEPT = frozenset({"@teacher", "@tongue"})


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that a text names, before it is known what it is after."""

    words: tuple[str, ...]
    called: Called
    subject: Named
    term: days.Term | None
    dates: days.Dates | None
    behind: days.Dates | None
    unit: int | None
    students: tuple[Child, ...]
    noun: str | None
    figure: str | None
    there: frozenset[str]
    # A figure that is a mark whatever else is said: «5 по литературе»; one that is to come of it: «будет 4».
    marked: str | None = None
    outcome: str | None = None
    teacher: Teacher | None = None

    @property
    def drawing(self) -> Drawing | None:
        return next((drawing for drawing in Drawing if f"@{drawing}" in self.there), None)


def asks(text: str) -> bool:
    """Whether a text is a question by its own signs: the mark at its end, or a word that asks at its head."""
    return text.rstrip().endswith("?") or any(word in _ASKING for word in words_of(text)[:1])


def said_in(text: str, scope: Scope, today: date) -> Said:
    known = is_known
    raw = words_of(in_cyrillic(text, known))
    called = children_in(raw, scope.children, means_nothing)
    students, student_places = students_in(raw, scope.students)
    subject = _subject(without(raw, called.places | student_places), scope, called)
    taken = called.places | student_places | subject.places
    words = tuple(word if place in taken else mended(word, known) for place, word in enumerate(raw))
    unit, unit_places = _unit(words, scope)
    term = days.term_of(words)
    bare = without(words, taken | unit_places | (term.places if term else frozenset()))
    dates = days.span_of(bare, today, ahead=True)
    behind = days.span_of(bare, today, ahead=False) if dates else None
    used = (
        taken
        | unit_places
        | (dates.places if dates else frozenset())
        | (term.places if term else frozenset())
    )
    noun, figure = noun_in(words), figure_in(words, used)
    marked, outcome = marked_in(words, used), outcome_in(words, used)
    said = Said(
        *(words, called, subject, term, dates, behind, unit, students),
        *(noun, figure, frozenset[str](), marked, outcome, teacher_in(words, scope.teachers)),
    )
    return replace(said, there=frozenset(_signs(said, taken, text, scope, today)))


def is_known(word: str) -> bool:
    """Whether it is a sign, or a word of the calendar."""
    return bool(signs().of(word)) or days.names(word)


def means_nothing(word: str) -> bool:
    """Whether the word may be anything: a name, a typo."""
    return not is_known(word) and word not in common() and not word.isdecimal()


def _subject(words: tuple[str, ...], scope: Scope, called: Called) -> Named:
    """The subject that is named: the named child's, else of whoever has it, the one at hand first."""
    students = sorted(scope.subjects, key=lambda student: student != scope.at_hand)
    if len(called.children) == 1:
        students = [called.children[0].student_id]
    found = [subject_in(words, scope.subjects.get(student, {})) for student in students]
    named = next((one for one in found if one.subject is not None), None)
    return named or (found[0] if found else Named(None, frozenset()))


def _unit(words: Sequence[str], scope: Scope) -> tuple[int | None, frozenset[int]]:
    """The class that is named, of those the asker has to do with: `7б`, `7B`, «седьмой А», «мой класс»."""
    names = {name.casefold().replace(" ", ""): number for number, name in scope.units.items()}
    for place in range(len(words)):
        named = unit_at(words, place)
        if named is not None and named[0] in names:
            return names[named[0]], named[1]
    mine = [
        place
        for place, word in enumerate(words[1:], 1)
        if word.startswith("класс") and words[place - 1] in _MY
    ]
    if mine and len(scope.units) == 1:
        return next(iter(scope.units)), frozenset(mine)
    return None, frozenset()


def _is_called_to(words: Sequence[str], called: Called) -> bool:
    """«Серёж, ты когда домой»: to somebody who is neither an own child nor a teacher."""
    if len(words) < 2 or 0 in called.places or is_patronymic(words[1]):
        return False
    return is_first_name(words[0])


def _signs(said: Said, taken: frozenset[int], text: str, scope: Scope, today: date) -> set[str]:
    known = signs()
    words = [
        known.of(word) & _KEPT if place in taken else known.of(word) for place, word in enumerate(said.words)
    ]
    there = known.found(words)
    if scope.hat is not Hat.STAFF and there & {"@head", "@office"}:
        there.add("#to")
    if said.subject.subject is not None and "@teacher" in there:
        there.add("#to")
    span = said.dates.span if said.dates else None
    behind = said.behind.span if said.behind else None
    asking = "?" in text or (bool(said.words) and said.words[0] in _ASKING)
    there |= {
        sign
        for sign, is_so in {
            "#subject": said.subject.subject is not None or said.subject.unknown is not None,
            "#child": bool(said.called.children),
            "#student": bool(said.students),
            "#class": said.unit is not None,
            "#term": said.term is not None and said.term.number is not None,
            "#year": said.term is not None and said.term.number is None,
            "#value": (said.noun or said.figure) is not None,
            "#day": span is not None and span.one_day,
            "#span": span is not None and not span.one_day,
            "#past": behind is not None and behind.last < today and (span is None or span.last < today),
            "#today": span is not None and span.one_day and span.first == today,
            "#ahead": span is not None and span.last > today,
            "#staff": scope.hat is Hat.STAFF,
            "#student_self": scope.hat is Hat.STUDENT,
            "#question": asking,
            "#vocative": _is_called_to(said.words, said.called),
            "#first": bool(_OF_FIRST & set(said.words)),
            "#angry": bool(_ANGRY & set(text)),
            "#glad": not said.words and bool(_GLAD & set(text)),
            "#clock": bool(_CLOCK.search(text)),
            "#patronymic": any(is_patronymic(word) for word in said.words),
            "#colon": ":" in _CLOCK.sub("", text),
            "#few": len(said.words) <= FEW_WORDS,
            "#one": len(said.words) == 1,
            "#long": len(said.words) >= LONG_TEXT,
        }.items()
        if is_so
    }
    return there
