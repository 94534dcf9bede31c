"""A text in plain words → what it is after: names and days, signs, scored readings, a decision. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from journal.model.access import Hat
from journal.model.span import Span
from journal.words import days
from journal.words.arrivals import arrives_at
from journal.words.habits import Habits, features, habits
from journal.words.intents import Intent, Reading, Recipient, Scope
from journal.words.lexicon import common
from journal.words.people import stranger_in
from journal.words.said import FEW_WORDS, Said, means_nothing, said_in
from journal.words.signs import signs
from journal.words.tokens import without, words_of

# From so many points on a reading is thinkable, or believed before a greeting.
BELIEVED, THINKABLE = 3, 2
# From such a share on a reading is sure, a text none of ours; plain where no rule says anything.
SURE, NOT_OURS, PLAIN, LIKELY = 0.9, 0.5, 0.8, 0.6
NONE = "none"
# A longer text is a letter, not a question; it is put aside before anything is looked up in it.
MOST_WORDS, LONGEST = 40, 600
FEW = 3

_NAMES = {intent.name.casefold(): intent for intent in Intent}
_AHEAD = frozenset(
    {
        *(Intent.HOMEWORK, Intent.TIMETABLE, Intent.EVENTS, Intent.CONTROLS, Intent.ABSENCE, Intent.NOTICE),
        *(Intent.SET_HOMEWORK, Intent.MESSAGE),
    }
)
_GREETING = Intent.GREETING.name.casefold()
_FAMILY_ONLY = frozenset({Intent.ABSENCE})
_STAFF_ONLY = frozenset({Intent.WHO_ABSENT, Intent.MARK, Intent.SET_HOMEWORK, Intent.NOTICE})
_DOING = frozenset({"делать", "сделать", "учить", "выучить", "готовить"})
_CAME = frozenset({"пришла", "пришел", "вернулась", "вернулся", "забрали", "забрала", "забрал", "привели"})
_BY = frozenset({"к", "ко", "на", "by", "for"})
_WAS = frozenset({"был", "была", "было", "были", "прошел", "прошла", "прошли", "was", "were", "did", "had"})


@dataclass(frozen=True, slots=True)
class Understanding:
    """One reading where it is sure, the two likeliest where it is not, none where nothing fits."""

    readings: tuple[Reading, ...] = ()

    @property
    def sure(self) -> Reading | None:
        return self.readings[0] if len(self.readings) == 1 else None


def understand(text: str, scope: Scope, today: date) -> Understanding:
    """What a text is after, as far as whoever asks may speak of it."""
    if not text.strip() or text.startswith("/"):
        return Understanding()
    if len(text) > LONGEST or len(words_of(text)) > MOST_WORDS:
        return Understanding()
    return understood(said_in(text, scope, today), scope, today, habits())


def understood(said: Said, scope: Scope, today: date, by: Habits) -> Understanding:
    """What is after what was said, by these habits."""
    decided = _decided(_points(said, scope), said, scope, by)
    readings = tuple(_reading(intent, said, scope, today) for intent in decided)
    return Understanding(_of_either_day(readings[0], said) if len(readings) == 1 else readings)


def _of_either_day(reading: Reading, said: Said) -> tuple[Reading, ...]:
    """«Сегодня …, в пятницу …?»: the reading of each day, where several are named apart."""
    dates = said.dates
    spoken = reading.intent.is_talk or reading.intent in (Intent.MESSAGE, Intent.NOTICE, Intent.SETTINGS)
    if spoken or dates is None or not dates.rest or reading.when != dates.span:
        return (reading,)
    return reading, replace(reading, when=Span(dates.rest[0], dates.rest[0]))


def _decided(points: Mapping[str, int], said: Said, scope: Scope, by: Habits) -> list[Intent]:
    """The intents to be shown, none where the text is after nothing of ours."""
    barred = {intent.name.casefold() for intent in _barred(scope)}
    shares = by.shares(features(said), points, barred)
    ranked = sorted(shares, key=lambda name: -shares[name])
    best, ours = ranked[0], [_NAMES[name] for name in ranked if name != NONE]
    if not points:
        return _by_habit(ours, shares, said)
    if shares[best] >= (SURE if best != NONE else NOT_OURS):
        return ours[:1] if best != NONE else []
    return _likeliest(ours, shares, points)


def _likeliest(ours: list[Intent], shares: Mapping[str, float], points: Mapping[str, int]) -> list[Intent]:
    """The two to be asked about; talk of which no rule speaks is no rival of what one does speak of."""
    second = ours[1]
    if not second.is_talk or second.name.casefold() in points:
        return ours[:2]
    if shares[ours[0].name.casefold()] >= LIKELY:
        return ours[:1]
    return [intent for intent in ours if not intent.is_talk or intent.name.casefold() in points][:2]


def _by_habit(ours: list[Intent], shares: Mapping[str, float], said: Said) -> list[Intent]:
    """Where no rule says anything only what is very plain is sure; what may well be chatter is none."""
    first, second = (shares[intent.name.casefold()] for intent in ours[:2])
    if first >= PLAIN:
        return ours[:1]
    named = said.subject.subject is not None or said.called.children or said.dates is not None
    likely = first + second >= LIKELY and not any(intent.is_talk for intent in ours[:2])
    return ours[:2] if named and likely else _guessed(said)


def _guessed(said: Said) -> list[Intent]:
    """What people are after most who name only a child, a subject or a day."""
    if len(said.words) > FEW_WORDS:
        return []
    if said.subject.subject is not None:
        return [Intent.MARKS, Intent.HOMEWORK]
    if said.drawing is not None and len([word for word in said.words if word not in common()]) == 1:
        return [Intent.MARKS]
    if said.called.children:
        return [Intent.SUMMARY, Intent.MARKS]
    return [Intent.TIMETABLE, Intent.HOMEWORK] if said.dates is not None and len(said.words) < FEW else []


def _points(said: Said, scope: Scope) -> dict[str, int]:
    """What the rules give to the thinkable intents, by their names."""
    there = set(said.there)
    found: dict[str, int] = {}
    for name, rules in signs().rules.items():
        score = sum(rule.weight for rule in rules if rule.fits(there))
        if score >= THINKABLE and _NAMES.get(name) not in _barred(scope):
            found[name] = score
    # A greeting stands before what is wanted.
    if any(score >= BELIEVED for name, score in found.items() if name != _GREETING):
        found.pop(_GREETING, None)
    return found


def _barred(scope: Scope) -> frozenset[Intent]:
    return _FAMILY_ONLY if scope.hat is Hat.STAFF else _STAFF_ONLY


def _reading(intent: Intent, said: Said, scope: Scope, today: date) -> Reading:
    """The slots as this intent understands them."""
    dates = _days(intent, said, today)
    own = said.called.children
    several = _several(intent, said)
    to = None
    if intent is Intent.MESSAGE:
        to = _recipient(said)
    return Reading(
        intent,
        child=own[0].student_id if len(own) == 1 else None,
        everyone=said.called.everyone,
        subject=None if several else _subject(intent, said),
        subjects=several,
        when=dates.span if dates else None,
        term=said.term.number if said.term else None,
        year=said.term is not None and said.term.number is None,
        value=_value(intent, said),
        unit=said.unit,
        students=tuple(one.student_id for one in said.students),
        to=to,
        reason=_reason(said) if intent is Intent.ABSENCE else None,
        until_only=dates is not None and dates.until_only,
        no_day=days.impossible_in(said.words) if dates is None else None,
        stranger=_stranger(said) if scope.hat is not Hat.STAFF else None,
        unknown=said.subject.unknown,
        drawing=said.drawing,
    )


def _several(intent: Intent, said: Said) -> tuple[int, ...]:
    """The subjects that are named together; a letter goes to one teacher."""
    first, others = said.subject.subject, said.subject.others
    return (first, *others) if first is not None and others and intent is not Intent.MESSAGE else ()


def _subject(intent: Intent, said: Said) -> int | None:
    """The subject that is named; of a letter, too, that of the teacher who is."""
    if intent is Intent.MESSAGE and said.subject.subject is None and said.teacher is not None:
        own = said.teacher.subjects
        return next(iter(own)) if len(own) == 1 and not said.teacher.is_head else None
    return said.subject.subject


def _days(intent: Intent, said: Said, today: date) -> days.Dates | None:
    dates = said.dates if _looks_ahead(intent, said, today) else said.behind
    if dates is None:
        is_now = intent is Intent.TIMETABLE and days.NOW & set(said.words)
        return days.Dates(Span(today, today), frozenset()) if is_now else None
    if intent is Intent.ABSENCE and dates.rest:
        # «Сегодня пришла с температурой, завтра не придём, в пятницу тоже».
        came = _CAME & set(said.words)
        named = dates.rest if came else (dates.span.first, *dates.rest)
        return days.Dates(Span(min(named), max(named)), dates.places)
    # «Уроки делать сегодня»: when they are done, not for when they are set.
    when_done = dates.span == Span(today, today) and "на" not in said.words and _DOING & set(said.words)
    return None if intent is Intent.HOMEWORK and when_done else dates


def _looks_ahead(intent: Intent, said: Said, today: date) -> bool:
    if intent is Intent.HOMEWORK and _WAS & set(said.words):
        # «Что было задано в понедельник», but «не был, что сделать к пятнице».
        return bool(_BY & set(said.words))
    if intent in (Intent.TIMETABLE, Intent.CONTROLS) and _WAS & set(said.words):
        return False
    return intent in _AHEAD


def _value(intent: Intent, said: Said) -> str | None:
    figure = said.figure if _takes_figure(intent, said) else None
    # «Чтобы вышла 4, сколько пятёрок надо» asks about a four.
    if intent is Intent.FORECAST:
        return said.outcome or figure or said.noun
    return said.noun or figure or (said.marked if intent in (Intent.MARKS, Intent.MARK) else None)


def _takes_figure(intent: Intent, said: Said) -> bool:
    return intent in (Intent.MARK, Intent.FORECAST) or "@why" in said.there or "за_что" in said.there


def _recipient(said: Said) -> Recipient | None:
    if "@head" in said.there or (said.teacher is not None and said.teacher.is_head):
        return Recipient.CLASS_TEACHER
    if said.subject.subject is None and "@office" in said.there:
        return Recipient.ADMINISTRATION
    return None


def _reason(said: Said) -> str | None:
    if arrives_at(said.words) is not None:
        return "late"
    for reason, sign in (("late", "@late"), ("ill", "@ill"), ("family", "@kin"), ("ill", "@doctor")):
        if sign in said.there:
            return reason
    return None


def _stranger(said: Said) -> str | None:
    """Somebody whom the text names and who is none of the own."""
    taken = said.called.places | said.subject.places
    words = without(said.words, taken)
    return stranger_in(words, means_nothing)
