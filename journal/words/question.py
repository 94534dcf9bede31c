"""What is asked, about which days; whom and which subject it names is left for who knows the family."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from journal.model.span import Span
from journal.words.days import span_of
from journal.words.talk import says_absence
from journal.words.tokens import begins, words_of

# A longer text is a letter, not a question.
MOST_WORDS = 15


class About(StrEnum):
    """What of a diary is wanted."""

    FINALS = auto()
    ABSENCES = auto()
    HOMEWORK = auto()
    MARKS = auto()
    SUMMARY = auto()
    PROGRESS = auto()
    TOPICS = auto()
    EVENTS = auto()
    TIMETABLE = auto()


# In the order in which they win: «оценка за домашнее задание» asks for the mark, «итоговые» for finals.
_STEMS: dict[About, tuple[str, ...]] = {
    About.FINALS: ("итог", "четвертн", "полугодов", "годов", "final", "result"),
    About.ABSENCES: (
        "пропус",
        "пропущ",
        "прогул",
        "отсутств",
        "опозд",
        "посещ",
        "absen",
        "missed",
        "attendance",
    ),
    About.MARKS: (
        *("оценк", "оценок", "отмет", "балл", "пятер", "четверк", "тройк", "троек", "двойк", "двоек"),
        *("средний=", "mark", "grade=", "grades=", "score"),
    ),
    About.HOMEWORK: ("зада", "домашк", "домашн", "дз=", "сделать=", "homework", "hw=", "assign"),
    About.SUMMARY: ("сводк", "успеваем", "учится", "дела=", "summary"),
    About.PROGRESS: ("программ", "programme", "progress"),
    About.TOPICS: ("тема=", "темы=", "тему=", "теме=", "проход", "изуча", "topic", "studied", "studying"),
    About.EVENTS: (
        *("событи", "мероприят", "экскурси", "контрольн", "каникул", "выходн", "event", "control="),
        *("holiday", "vacation"),
    ),
    About.TIMETABLE: ("расписани", "урок", "домой=", "timetable", "schedule", "lesson"),
}
# These look ahead unless a day says otherwise; the others look back.
_AHEAD = frozenset({About.HOMEWORK, About.TIMETABLE, About.EVENTS})
# Wishes to have something written or changed: not questions, and not answered as if they were.
_WISHES = (
    *(
        "напиш",
        "передай",
        "сообщи",
        "постав",
        "исправ",
        "удали",
        "отмени",
        "измени",
        "добав",
    ),
    *("write=", "tell=", "correct=", "delete=", "cancel=", "change="),
)
_ASKING = ("что=", "чего=", "what=")
# Said in questions without naming anybody or anything.
_SMALL = frozenset(
    words_of(
        """а бы был была были быть в во вот все где дай для же за и из или их к как какая какие какого какой
        кто ли меня мне мой моя на надо нам наш него нее нет ну о об он она они от по покажи пожалуйста про с
        скажи сколько со так там то у уже хочу чем что чтобы это этот когда почему есть ребенка ребенок сына
        сын дочки дочь дочери детей дети ему ей его ее
        a about an and are at any did do does for from get give got had has have her his how i in is it kid
        kids let many me much my of on our please s she he show so that the their they this to was we were
        what when which who why with you your child children son daughter there"""
    )
)
# «Почему двойка?» asks about that very mark.
_VALUES = {
    "5": ("пятер",),
    "4": ("четверк",),
    "3": ("тройк", "троек"),
    "2": ("двойк", "двоек"),
}
_TERMS = ("четверт", "полугоди", "семестр", "триместр", "quarter", "term=", "semester")
_ORDINALS = (("перв", "first"), ("втор", "second"), ("трет", "third"), ("четвертую=", "четвертой=", "fourth"))


@dataclass(frozen=True, slots=True)
class Question:
    """`named` are the words that may name a child or a subject; `whose` and `of` stood after «у» and
    «по», or in `Petya's` and `marks in Russian`.

    `term` is the number of a quarter, half-year or semester, `value` a mark that was asked about: `2`.
    """

    about: About
    when: Span | None = None
    term: int | None = None
    named: tuple[str, ...] = ()
    whose: str | None = None
    of: str | None = None
    value: str | None = None


def understand(text: str, today: date) -> Question | None:
    """The question, or None where the text is none that a diary answers."""
    words = words_of(text)
    if not words or len(words) > MOST_WORDS or any(begins(word, _WISHES) for word in words):
        return None
    if says_absence(words):
        return None
    about, places = _about(words)
    looks_ahead = about is None or about in _AHEAD
    term, term_places = _term(words)
    found = None if term_places else span_of(words, today, ahead=looks_ahead)
    when, day_places = found or (None, set[int]())
    if about is None:
        # «Что на завтра?» asks for the homework.
        if when is None or when.last < today or not begins(words[0], _ASKING):
            return None
        about = About.HOMEWORK
    used = places | term_places | day_places
    return Question(
        about,
        when,
        term,
        named=tuple(word for place, word in enumerate(words) if place not in used and word not in _SMALL),
        whose=_after(("у",), words, used) or _before("s", words, used),
        of=_after(("по", "in", "of"), words, used),
        value=_value(words) if about is About.MARKS else None,
    )


def _about(words: tuple[str, ...]) -> tuple[About | None, set[int]]:
    """What wins, and the places of every word that speaks of anything, so that none is taken for a name."""
    places = {
        place for place, word in enumerate(words) if any(begins(word, stems) for stems in _STEMS.values())
    }
    for about, stems in _STEMS.items():
        if any(begins(word, stems) for word in words):
            return about, places
    return None, places


def _term(words: tuple[str, ...]) -> tuple[int | None, set[int]]:
    """The number of a quarter; «за четверть» without one is the quarter that runs."""
    for place, word in enumerate(words):
        # «за четвертую четверть» has both; «четверг» and «четверка» are none.
        if begins(word, _TERMS) and not begins(word, _ORDINALS[3]) and not begins(word, ("четвертн",)):
            for beside in (place - 1, place + 1):
                if 0 <= beside < len(words) and (number := _number(words[beside])):
                    return number, {place, beside}
            return None, {place}
    return None, set()


def _value(words: tuple[str, ...]) -> str | None:
    return next((value for value, said in _VALUES.items() if any(begins(word, said) for word in words)), None)


def _number(word: str) -> int | None:
    if word in ("1", "2", "3", "4"):
        return int(word)
    return next((n for n, names in enumerate(_ORDINALS, 1) if begins(word, names)), None)


def _after(prepositions: tuple[str, ...], words: tuple[str, ...], used: set[int]) -> str | None:
    for place in range(len(words) - 1):
        word = words[place + 1]
        if words[place] in prepositions and place + 1 not in used and word not in _SMALL:
            return word
    return None


def _before(ending: str, words: tuple[str, ...], used: set[int]) -> str | None:
    """The name in `Petya's`."""
    for place in range(1, len(words)):
        word = words[place - 1]
        if words[place] == ending and place - 1 not in used and word not in _SMALL:
            return word
    return None
