"""A text in plain words → what it is after: names and days, signs, scored readings, a decision. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.model.access import Hat
from journal.model.people import Child
from journal.words import days
from journal.words.intents import Intent, Reading, Recipient, Scope
from journal.words.lexicon import common
from journal.words.people import Called, children_in, stranger_in, students_in
from journal.words.signs import signs
from journal.words.spelling import in_cyrillic, mended
from journal.words.subjects import Named, subject_in
from journal.words.tokens import words_of
from journal.words.values import figure_in, noun_in

# From so much on a reading is believed; where another is as good within `MARGIN`, both are offered.
BELIEVED, THINKABLE, MARGIN = 3, 2, 1
# A longer text is a letter, which only a writing intent may take up.
MOST_WORDS = 40
FEW, FEW_WORDS, LONG_TEXT = 3, 4, 9

_NAMES = {intent.name.casefold(): intent for intent in Intent}
_AHEAD = frozenset(
    {
        *(Intent.HOMEWORK, Intent.TIMETABLE, Intent.EVENTS, Intent.CONTROLS, Intent.ABSENCE, Intent.NOTICE),
        *(Intent.SET_HOMEWORK, Intent.MESSAGE),
    }
)
_CLOCK = re.compile(r"\b\d{1,2}[:.][0-5]\d\b(?![.\d])")
_PATRONYMIC = re.compile(r"(?:ович|евич|овн|евн|ичн)(?:а|у|ем|е|ой|ы|ам)?$")
_FAMILY_ONLY = frozenset({Intent.ABSENCE})
_STAFF_ONLY = frozenset({Intent.WHO_ABSENT, Intent.MARK, Intent.SET_HOMEWORK, Intent.NOTICE})
_WAS = frozenset({"был", "была", "было", "были", "прошел", "прошла", "прошли", "was", "were", "did", "had"})
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
_GRADES = (
    *("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат"),
)
_LATIN_LETTERS = str.maketrans("abcd", "абвг")
_MY = frozenset({"мой", "моем", "моего", "моему", "нашем", "нашего", "my"})
# These say something even where they also name a subject: «математичке», «переключи на английский».
_KEPT = frozenset({"@teacher", "@tongue"})


@dataclass(frozen=True, slots=True)
class Understanding:
    """One reading where it is sure, the two likeliest where it is not, none where nothing fits."""

    readings: tuple[Reading, ...] = ()

    @property
    def sure(self) -> Reading | None:
        return self.readings[0] if len(self.readings) == 1 else None


@dataclass(frozen=True, slots=True)
class _Said:
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


def understand(text: str, scope: Scope, today: date) -> Understanding:
    """What a text is after, as far as whoever asks may speak of it."""
    if not text.strip() or text.startswith("/"):
        return Understanding()
    said = _said(text, scope, today)
    if len(said.words) > MOST_WORDS:
        return Understanding()
    scored = _scored(said, scope)
    return Understanding(tuple(_reading(intent, said, scope, today) for intent in _decided(scored, said)))


def _decided(scored: Sequence[tuple[int, Intent | None]], said: _Said) -> list[Intent]:
    """The intents to be shown; None among the scored stands for what is none of ours."""
    if not scored:
        return _guessed(said)
    best, intent = scored[0]
    if intent is None:
        return []
    others = [other for score, other in scored[1:] if other is not None and best - score < MARGIN]
    if best >= BELIEVED and not others:
        return [intent]
    rest = others or [other for score, other in scored[1:] if other is not None and score >= THINKABLE]
    if best < BELIEVED and not rest:
        return [intent, next(one for one in _guessed(said, always=True) if one is not intent)]
    return [intent, *rest[:1]]


def _guessed(said: _Said, *, always: bool = False) -> list[Intent]:
    """What people are after most who name only a child, a subject or a day."""
    if not always and len(said.words) > FEW_WORDS:
        return []
    if said.subject.subject is not None or always:
        return [Intent.MARKS, Intent.HOMEWORK]
    if said.called.children:
        return [Intent.SUMMARY, Intent.MARKS]
    return [Intent.TIMETABLE, Intent.HOMEWORK] if said.dates is not None and len(said.words) < FEW else []


def _scored(said: _Said, scope: Scope) -> list[tuple[int, Intent | None]]:
    """The thinkable intents, best first."""
    found: list[tuple[int, Intent | None]] = []
    there = set(said.there)
    for name, rules in signs().rules.items():
        intent = _NAMES.get(name)
        if intent in (_FAMILY_ONLY if scope.hat is Hat.STAFF else _STAFF_ONLY):
            continue
        score = sum(rule.weight for rule in rules if rule.fits(there))
        if score >= THINKABLE:
            found.append((score, intent))
    # A greeting stands before what is wanted.
    if any(score >= BELIEVED and intent is not Intent.GREETING for score, intent in found):
        found = [pair for pair in found if pair[1] is not Intent.GREETING]
    return sorted(found, key=lambda pair: -pair[0])


def _said(text: str, scope: Scope, today: date) -> _Said:
    known = _known
    raw = words_of(in_cyrillic(text, known))
    called = children_in(raw, scope.children, lambda word: word not in common() and not _known(word))
    students, student_places = students_in(raw, scope.students)
    subject = _subject(_without(raw, called.places | student_places), scope, called)
    taken = called.places | student_places | subject.places
    words = tuple(word if place in taken else mended(word, known) for place, word in enumerate(raw))
    unit, unit_places = _unit(words, scope)
    term = days.term_of(words)
    bare = _without(words, taken | unit_places | (term.places if term else frozenset()))
    dates = days.span_of(bare, today, ahead=True)
    behind = days.span_of(bare, today, ahead=False) if dates else None
    used = (
        taken
        | unit_places
        | (dates.places if dates else frozenset())
        | (term.places if term else frozenset())
    )
    noun, figure = noun_in(words), figure_in(words, used)
    said = _Said(words, called, subject, term, dates, behind, unit, students, noun, figure, frozenset())
    return replace(said, there=frozenset(_signs(said, taken, text, scope, today)))


def _known(word: str) -> bool:
    return bool(signs().of(word)) or days.names(word)


def _without(words: Sequence[str], places: frozenset[int]) -> tuple[str, ...]:
    """The words with those places blanked, so that all others keep theirs."""
    return tuple("" if place in places else word for place, word in enumerate(words))


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
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        grade = next((n for n, stem in enumerate(_GRADES, 1) if word.startswith(stem)), None)
        called = f"{grade}{following}" if grade else word.translate(_LATIN_LETTERS)
        if called in names:
            return names[called], frozenset({place, place + 1} if grade else {place})
    mine = [
        place
        for place, word in enumerate(words[1:], 1)
        if word.startswith("класс") and words[place - 1] in _MY
    ]
    if mine and len(scope.units) == 1:
        return next(iter(scope.units)), frozenset(mine)
    return None, frozenset()


def _signs(said: _Said, taken: frozenset[int], text: str, scope: Scope, today: date) -> set[str]:
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
            "#first": bool(_OF_FIRST & set(said.words)),
            "#angry": bool(_ANGRY & set(text)),
            "#glad": not said.words and bool(_GLAD & set(text)),
            "#clock": bool(_CLOCK.search(text)),
            "#patronymic": any(_PATRONYMIC.search(word) for word in said.words),
            "#colon": ":" in _CLOCK.sub("", text),
            "#few": len(said.words) <= FEW_WORDS,
            "#one": len(said.words) == 1,
            "#long": len(said.words) >= LONG_TEXT,
        }.items()
        if is_so
    }
    return there


def _reading(intent: Intent, said: _Said, scope: Scope, today: date) -> Reading:
    """The slots as this intent understands them."""
    dates = said.dates if _looks_ahead(intent, said, today) else said.behind
    own = said.called.children
    to = None
    if intent is Intent.MESSAGE:
        to = _recipient(said)
    return Reading(
        intent,
        child=own[0].student_id if len(own) == 1 else None,
        everyone=said.called.everyone,
        subject=said.subject.subject,
        when=dates.span if dates else None,
        term=said.term.number if said.term else None,
        year=said.term is not None and said.term.number is None,
        value=said.noun or (said.figure if _takes_figure(intent, said) else None),
        unit=said.unit,
        students=tuple(one.student_id for one in said.students),
        to=to,
        reason=_reason(said) if intent is Intent.ABSENCE else None,
        until_only=dates is not None and dates.until_only,
        stranger=_stranger(said) if scope.hat is not Hat.STAFF else None,
        unknown=said.subject.unknown,
    )


def _looks_ahead(intent: Intent, said: _Said, today: date) -> bool:
    if intent in (Intent.TIMETABLE, Intent.CONTROLS) and _WAS & set(said.words):
        return False
    return intent in _AHEAD


def _takes_figure(intent: Intent, said: _Said) -> bool:
    return intent in (Intent.MARK, Intent.FORECAST) or "@why" in said.there or "за_что" in said.there


def _recipient(said: _Said) -> Recipient | None:
    if "@head" in said.there:
        return Recipient.CLASS_TEACHER
    if said.subject.subject is None and "@office" in said.there:
        return Recipient.ADMINISTRATION
    return None


def _reason(said: _Said) -> str | None:
    for reason, sign in (("late", "@late"), ("ill", "@ill"), ("family", "@kin"), ("ill", "@doctor")):
        if sign in said.there:
            return reason
    return None


def _stranger(said: _Said) -> str | None:
    """Somebody whom the text names and who is none of the own."""
    taken = said.called.places | said.subject.places
    words = _without(said.words, taken)
    return stranger_in(words, lambda word: word not in common() and not _known(word) and not word.isdecimal())
