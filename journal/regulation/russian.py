"""Values of a regulation in Russian words, for its reference."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from journal.regulation.deadline import Anchor, Deadline
from journal.regulation.notation import ClockWindow, DayWindow, WeekMoment, YearDay, clock_text
from journal.regulation.nouns import Noun
from journal.regulation.parameters import WorkType

_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября"),
    *("октября", "ноября", "декабря"),
)
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")


@cache
def words() -> Mapping[str, Any]:
    """The Russian words of sections, parameters and values."""
    return tomllib.loads(Path(__file__).with_name("reference.toml").read_text(encoding="utf-8"))


def meaning(path: str) -> str:
    """What a parameter is about, in one sentence."""
    section, name = path.split(".")
    return str(words()[section][name])


def choice(member: StrEnum) -> str:
    return str(words()["words"][type(member).__name__][member])


def said(value: Any) -> str:
    """A value as a deputy head reads it."""
    for kinds, write in _WRITERS:
        if isinstance(value, kinds):
            return write(value)
    return str(value)


def _deadline(deadline: Deadline) -> str:
    own = _own_term(deadline)
    return f"{own}, но не позже: {_deadline(deadline.latest)}" if deadline.latest else own


def _own_term(deadline: Deadline) -> str:
    clock = f" до {clock_text(deadline.at)}" if deadline.at else ""
    if deadline.anchor is Anchor.SCHOOL_DATE:
        soon = {0: "в день урока", 1: "на следующий день"}
        return soon.get(deadline.days, f"дней после работы: {deadline.days}") + clock
    if deadline.anchor is Anchor.LAST_LESSON:
        return f"через {said(deadline.delay)} после последнего урока класса"
    if deadline.anchor is Anchor.PERIOD_END:
        return f"дней до конца периода: {-deadline.days}" if deadline.days else "конец периода"
    named = {Anchor.CHECKING_END: "в день окончания проверки", Anchor.ORDER_DATE: "день, названный в приказе"}
    return named[deadline.anchor]


def _set(members: frozenset[StrEnum]) -> str:
    order = [member for one in list(members)[:1] for member in type(one)]
    return ", ".join(choice(member) for member in order if member in members) or "нет"


def _work(work: WorkType) -> str:
    return f"{work.name}{'*' if work.control else ''} ({_number(work.weight)})"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _mapping(table: Mapping[str, Any]) -> str:
    if all(isinstance(item, WorkType) for item in table.values()):
        return ", ".join(_work(work) for work in table.values())
    return ", ".join(f"{name}: {said(item)}" for name, item in table.items())


_WRITERS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (type(None), lambda _: "не ограничено"),
    (bool, lambda value: "да" if value else "нет"),
    (StrEnum, choice),
    (Decimal, _number),
    (Deadline, _deadline),
    (YearDay, lambda day: f"{day.day} {_MONTHS[day.month - 1]}"),
    (DayWindow, lambda window: f"с {window.first} по {window.last} число"),
    (ClockWindow, lambda window: f"{clock_text(window.start)}–{clock_text(window.end)}"),
    (WeekMoment, lambda moment: f"{_WEEKDAYS[moment.weekday]}, {clock_text(moment.at)}"),
    (time, clock_text),
    (timedelta, lambda span: f"{span // timedelta(minutes=1)} мин"),
    (Noun, lambda noun: ", ".join(f"«{word}»" for word in (noun, *noun.also))),
    (frozenset, _set),
    (tuple, lambda items: ", ".join(map(said, items))),
    (Mapping, _mapping),
)
