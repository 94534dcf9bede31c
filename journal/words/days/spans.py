"""Spans of days in a sentence: «с 1 по 10 октября», «на этой неделе», «за последние 3 дня», «в октябре»."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from journal.model.span import Span, week_of, whole_month
from journal.words.days import vocabulary as v
from journal.words.days.points import DAY, WEEK, Point, day_number, month_of, nearest, number_of, points
from journal.words.tokens import begins

MONTH = timedelta(days=30)
MOST_BETWEEN = 5
SATURDAY = 5
# The school year begins in September.
SEPTEMBER = 9


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that are named, and the places of the words that name them.

    `until_only` where only the end is: «до пятницы»; `rest` are days named further on, apart from it.
    """

    span: Span
    places: frozenset[int]
    until_only: bool = False
    rest: tuple[date, ...] = ()


Words = tuple[str, ...]


def span_of(words: Words, today: date, *, ahead: bool) -> Dates | None:
    """The days that are named; None where none are, or where no calendar has them."""
    words = _asked_for(_without_what_is_left(words), ahead)
    readers: tuple[Callable[[Words, date, bool], Dates | None], ...] = (
        _numbers_of_month,
        _from_to,
        _since_beginning,
        _single,
        _several_days,
        _weekend,
        _week,
        _months,
        _month,
    )
    for read in readers:
        if (found := read(words, today, ahead)) is not None:
            return found
    return None


def _asked_for(words: Words, ahead: bool) -> Words:
    """«Заберу в субботу, какие оценки за эту неделю» asks about the week."""
    if ahead or "за" not in words:
        return words
    at = words.index("за")
    following = words[at + 1 : at + 3]
    if any(begins(word, (*v.WEEK, *v.MONTH)) or month_of(word) for word in following):
        return ("",) * at + words[at:]
    return words


def _without_what_is_left(words: Words) -> Words:
    """«Полторы недели осталось» counts, and asks about no day."""
    return tuple(
        "" if begins(word, (*v.WEEK, *v.MONTH, *v.DAY)) and begins(after, v.LEFT) else word
        for word, after in zip(words, (*words, "")[1:], strict=True)
    )


def _numbers_of_month(words: Words, today: date, ahead: bool) -> Dates | None:
    """«С 1 по 10 октября», «1-10 октября», `from 1 to 10 October`."""
    for place, word in enumerate(words):
        month = month_of(word)
        if month is None or place < 2:
            continue
        end = day_number(words[place - 1])
        gap = 3 if words[place - 2] in (*v.UNTIL, "и", "and") else 2
        start = day_number(words[place - gap]) if place >= gap else None
        if start is None or end is None:
            continue
        first, last = nearest(start, month, today), nearest(end, month, today)
        if first and last and first <= last:
            return Dates(Span(first, last), frozenset(range(place - gap, place + 1)))
    return None


def _from_to(words: Words, today: date, ahead: bool) -> Dates | None:
    """«С понедельника по среду», «с 12.10 до 15.10», «сегодня и завтра»."""
    found = list(points(words, today, ahead=ahead))
    if len(found) < 2:
        return None
    one, other = found[0], found[1]
    between = words[one.last + 1 : other.first]
    if not _joined(tuple(word for word in between if word not in v.FILLING)):
        return None
    last = other.day
    if last < one.day and any(begins(words[other.first], names) for names in v.WEEKDAYS):
        last = next(one.day + n * DAY for n in range(1, 8) if (one.day + n * DAY).weekday() == last.weekday())
    first = one.day
    if last < first and between and between[0] in v.AND:
        # «Вчера и позавчера».
        first, last = last, first
    if last < first:
        return None
    return Dates(Span(first, last), frozenset(range(one.first, other.last + 1)))


def _joined(between: Words) -> bool:
    """«Завтра и послезавтра», «завтра, в четверг», «завтра кр или в пятницу»."""
    if any(word in v.OR for word in between[-2:]):
        return len(between) <= MOST_BETWEEN
    return not between or (len(between) <= 2 and (between[0] in v.UNTIL or between[0] in v.AND))


def _since_beginning(words: Words, today: date, ahead: bool) -> Dates | None:
    """«С начала недели», «с начала месяца», «с начала года», «до конца недели»."""
    for place in range(len(words) - 1):
        what = words[place + 1 : place + 3]
        if begins(words[place], v.BEGINNING):
            for at, unit in enumerate(what, place + 1):
                if (first := _beginning(unit, today)) is not None:
                    return Dates(Span(first, today), frozenset({place, at}))
        if begins(words[place], v.END) and any(begins(unit, v.WEEK) for unit in what):
            return Dates(Span(today, week_of(today).last), frozenset({place, place + 1}))
    for place in range(1, len(words)):
        month = month_of(words[place])
        if month is not None and words[place - 1] in v.SINCE and (first := nearest(1, month, today)):
            return Dates(Span(min(first, today), today), frozenset({place}))
    return None


def _beginning(unit: str, today: date) -> date | None:
    if begins(unit, v.WEEK):
        return week_of(today).first
    if begins(unit, v.MONTH):
        return today.replace(day=1)
    if begins(unit, (*v.YEAR, "учебн")):
        return year_so_far(today).first
    return None


def year_so_far(today: date) -> Span:
    """The days of the school year until today."""
    return Span(date(today.year if today.month >= SEPTEMBER else today.year - 1, SEPTEMBER, 1), today)


def _single(words: Words, today: date, ahead: bool) -> Dates | None:
    named = list(points(words, today, ahead=ahead))
    if not named:
        return None
    deadline = next((one for one in named if ahead and _is_deadline(words, one)), None)
    point = deadline or named[0]
    rest = () if deadline else tuple(one.day for one in named[1:] if one.day != point.day)
    before = words[point.first - 1] if point.first else ""
    further = words[point.first - 2] if point.first > 1 else ""
    # «По понедельник», but «задали по алгебре на понедельник».
    often = before == "по" and words[point.first].endswith(("ам", "ям"))
    until = (not often and before in ("до", "по", "until", "till")) or (
        further in ("до", "until") and before in ("this", "next")
    )
    places = frozenset(range(point.first - (1 if _qualifies(before) else 0), point.last + 1))
    if until and ahead and point.day > today:
        return Dates(Span(today, point.day), places, until_only=True)
    if before in v.SINCE and not ahead and point.day <= today:
        return Dates(Span(point.day, today), places)
    span = _lasting(words, point) if ahead else None
    return Dates(span or Span(point.day, point.day), places, rest=rest)


def _is_deadline(words: Words, point: Point) -> bool:
    """«Сегодня не был, что сделать к пятнице» asks about Friday."""
    return point.first > 0 and words[point.first - 1] in ("к", "ко", "by", "for")


def _qualifies(word: str) -> bool:
    return begins(word, (*v.LAST, *v.NEXT, *v.THIS))


def _lasting(words: Words, point: Point) -> Span | None:
    """«С завтрашнего дня на три дня», «завтра и послезавтра» being read elsewhere."""
    for place in range(point.last + 1, len(words) - 1):
        count = number_of(words[place])
        if count and begins(words[place + 1], v.DAY) and words[place - 1] in ("на", "for"):
            return Span(point.day, point.day + (count - 1) * DAY)
    return None


def _several_days(words: Words, today: date, ahead: bool) -> Dates | None:
    """«За последние 3 дня», «три дня не будет», «за 2 недели»."""
    for place in range(1, len(words)):
        unit = DAY if begins(words[place], v.DAY) else WEEK if begins(words[place], v.WEEK) else None
        count = number_of(words[place - 1])
        if unit is None or count is None or words[place - 1] == "один":
            continue
        length = count * unit - DAY
        span = Span(today, today + length) if ahead else Span(today - length, today)
        return Dates(span, frozenset({place - 1, place}))
    return None


def _weekend(words: Words, today: date, ahead: bool) -> Dates | None:
    for place, word in enumerate(words):
        # «По выходным» is a habit, «когда выходные» a question.
        if begins(word, v.WEEKEND) and place and words[place - 1] not in v.NO_WEEKEND:
            before, saturday = words[place - 1], week_of(today).first + SATURDAY * DAY
            back = begins(before, v.LAST) or (not ahead and today < saturday)
            saturday = saturday - WEEK if back else saturday
            return Dates(Span(saturday, saturday + DAY), frozenset({place}))
    return None


def _week(words: Words, today: date, ahead: bool) -> Dates | None:
    for place, word in enumerate(words):
        if not begins(word, v.WEEK):
            continue
        before, used = (words[place - 1] if place else ""), frozenset({place, place - 1})
        if begins(before, v.LAST):
            return Dates(week_of(today - WEEK), used)
        if begins(before, v.NEXT):
            return Dates(week_of(today + WEEK), used)
        if begins(before, v.THIS) or (before == "на" and not ahead):
            return Dates(week_of(today), used)
        if begins(before, v.THAT):
            return Dates(week_of(today + WEEK if ahead else today - WEEK), used)
        if ahead:
            # At the weekend the week at hand is the coming one.
            return Dates(week_of(today if today.weekday() < SATURDAY else today + WEEK), frozenset({place}))
        return Dates(Span(today - WEEK + DAY, today), frozenset({place}))
    return None


def _months(words: Words, today: date, ahead: bool) -> Dates | None:
    """«В октябре», «за сентябрь и октябрь»."""
    whole: Span | None = None
    used: set[int] = set()
    for place, word in enumerate(words):
        month = month_of(word)
        if month is None or any(beside.isdecimal() for beside in words[max(0, place - 1) : place]):
            # «31 февраля» names a day that is none, not a month.
            continue
        first = nearest(1, month, today)
        if first is not None:
            span = whole_month(first)
            whole, used = (span if whole is None else whole | span), used | {place}
    return Dates(whole, frozenset(used)) if whole else None


def _month(words: Words, today: date, ahead: bool) -> Dates | None:
    for place, word in enumerate(words):
        if not begins(word, v.MONTH):
            continue
        before, used = (words[place - 1] if place else ""), frozenset({place, place - 1})
        this = today.replace(day=1)
        if begins(before, v.LAST):
            return Dates(whole_month((this - DAY).replace(day=1)), used)
        if begins(before, v.NEXT):
            return Dates(whole_month((this + MONTH + DAY).replace(day=1)), used)
        if begins(before, v.THIS):
            return Dates(whole_month(this), used)
        span = Span(today, today + MONTH) if ahead else Span(today - MONTH, today)
        return Dates(span, frozenset({place}))
    return None
