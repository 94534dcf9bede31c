"""What people write beside questions: a child will not come, thanks, a change of mind, anger. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from itertools import pairwise

from journal.model.span import Span
from journal.words.days import span_of
from journal.words.tokens import begins, words_of


class Talk(StrEnum):
    """What a text is, where it asks nothing."""

    ABSENCE = auto()
    CANCEL = auto()
    HELP = auto()
    GREETING = auto()
    THANKS = auto()
    ANGER = auto()


@dataclass(frozen=True, slots=True)
class Heard:
    """`named` may name a child; `when` are the days of an absence, only its end where `until_only`."""

    talk: Talk
    when: Span | None = None
    until_only: bool = False
    named: tuple[str, ...] = ()


Words = tuple[str, ...]

_UNWELL = (
    *("заболе", "приболе", "болеет", "болею", "болен=", "больна=", "болит=", "болят=", "простуд"),
    *("температур", "тошнит", "рвота", "врач", "доктор", "стоматолог", "поликлиник", "больниц"),
    *("отпрос", "отпуст", "заявлени", "пропустит", "пропустим", "отсутствоват"),
    *("опоздает", "опоздаем", "опоздаю", "задержит", "ill=", "sick=", "doctor", "absent="),
)
_NOT = ("не=", "won=", "not=")
_COME = ("прид", "пойд", "будет=", "сможет=", "явит", "появит", "приед", "come=", "be=", "t=")
# «Завтра не будет урока?» asks about the timetable.
_LESSONS = ("урок", "занят", "контрольн", "каникул", "lesson")
_TELL, _ABSENCE = ("сообщ", "предупре", "подат", "report="), ("отсутств", "пропус", "болезн", "absence")
_CANCEL = ("отмен", "отбой=", "передумал", "стоп=", "cancel", "stop=")
_HELP = ("помощь=", "помоги", "справка=", "команды=", "help=")
_GREETING = ("привет", "здравств", "добр", "hello", "hi=")
_THANKS = ("спасиб", "спс=", "благодар", "thank", "thx=")
_ANGER = (
    *("ужас", "кошмар", "безобраз", "бесит", "бесите", "надоел", "достал", "отстой", "позор", "дурац"),
    *("туп", "жалоб", "жалу", "возмут", "возмущ", "awful", "terrible", "hate=", "complain"),
)
_ANGRY, _GLAD = frozenset("😡🤬😠👿💩👎😤"), frozenset("👍🙏❤💐🌹🤝")
# A command, a thank-you or a greeting is a few words; a longer text says more than that.
FEW = 3


def hear(text: str, today: date) -> Heard | None:
    """What was said; None where it is none of these."""
    words = words_of(text)
    if says_absence(words):
        return _absence(words, today)
    if not words:
        sign = Talk.ANGER if _ANGRY & set(text) else Talk.THANKS if _GLAD & set(text) else None
        return Heard(sign) if sign else None
    readers: tuple[tuple[Talk, Callable[[Words], bool]], ...] = (
        (Talk.CANCEL, lambda said: len(said) <= FEW and begins(said[0], _CANCEL)),
        (Talk.HELP, lambda said: len(said) <= FEW and begins(said[0], _HELP)),
        (Talk.HELP, lambda said: {"что", "умеешь"} <= set(said) or {"как", "пользоваться"} <= set(said)),
        (Talk.ANGER, lambda said: any(begins(word, _ANGER) for word in said) or bool(_ANGRY & set(text))),
        (Talk.THANKS, lambda said: len(said) <= FEW and any(begins(word, _THANKS) for word in said)),
        (Talk.GREETING, lambda said: len(said) <= FEW and begins(said[0], _GREETING)),
    )
    return next((Heard(talk) for talk, fits in readers if fits(words)), None)


def says_absence(words: Words) -> bool:
    """Whether a child will not come, or came ill: what a family writes in the morning."""
    if any(begins(word, _UNWELL) for word in words):
        return True
    of_lessons = any(begins(word, _LESSONS) for word in words)
    if not of_lessons and any(begins(one, _NOT) and begins(next_, _COME) for one, next_ in pairwise(words)):
        return True
    return any(begins(word, _TELL) for word in words) and any(begins(word, _ABSENCE) for word in words)


def changes_mind(text: str) -> bool:
    """Whether a typed answer is none: «отмена»."""
    words = words_of(text)
    return 0 < len(words) <= FEW and all(begins(word, (*_CANCEL, "все=", "не=", "надо=")) for word in words)


def _absence(words: Words, today: date) -> Heard:
    when, places = span_of(words, today, ahead=True) or (None, set[int]())
    until_only = any(place and words[place - 1] in ("до", "по", "until", "till") for place in places)
    named = tuple(word for place, word in enumerate(words) if place not in places)
    return Heard(Talk.ABSENCE, when, until_only, named)
