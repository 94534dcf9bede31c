"""The screen of what was missed."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from handlers.absences.buttons import give_reason
from handlers.diary.callbacks import Look, MissedCb, to_page
from handlers.diary.screens.parts import more, period_rows, period_title, presence, span_name, way_back
from handlers.paging import page_of
from handlers.screen import Button, Row, Screen, bold, screen
from journal.model.attendance import Absence
from journal.model.diary import AttendanceBook, Missed
from locales.texts import Texts
from locales.words import inside

# Lines a page: days and kinds of what was missed.
PAGE = 25
# Days offered to be explained.
EXPLAINED = 3


def attendance(book: AttendanceBook, t: Texts, number: int = 0) -> Screen:
    """Totals, then the days with what was missed in each, newest first, so many a page."""
    student = book.child.student_id
    found = page_of(day_lines(book.absences, t), number, PAGE)
    chosen = book.periods.chosen if book.periods else None
    turns: Row = ()
    if chosen is not None:
        turns = found.turns(lambda page: MissedCb(student=student, period=chosen.id, page=page).pack(), t)
    if book.periods is not None:
        rows = period_rows(student, Look.MISSED, book.periods, t)
    else:
        rows = [(Button(t("The whole period"), to_page(student, Look.MISSED)),)]
    return screen(
        bold(t("{child}: absences, {period}", child=book.child.first_name, period=when(book, t))),
        *(totals(book.totals, t) if book.absences else [t("Nothing missed.")]),
        *([""] if found.shown else []),
        *found.shown,
        t("The {count} newest days are shown.", count=PAGE) if chosen is None and not found.is_last else None,
        rows=(turns, *_reasons(book, t), *rows, way_back(t, more(student, t))),
    )


def _reasons(book: AttendanceBook, t: Texts) -> list[Row]:
    """The way to say why, for the nearest days nobody explained."""
    return [
        give_reason(
            book.child.student_id,
            day,
            t,
            t("Give the reason: {day}", day=t.dated(day)),
        )
        for day in book.open_days[:EXPLAINED]
    ]


def totals(missed: Missed, t: Texts) -> list[str]:
    """Lessons missed, excused and unexcused; late arrivals."""
    said = [t("Lessons missed: {count}", count=missed.lessons)]
    figures = (
        (t("valid reason: {count}", count=missed.excused), missed.excused),
        (t("no valid reason: {count}", count=missed.unexcused), missed.unexcused),
        (t("not explained yet: {count}", count=missed.unexplained), missed.unexplained),
    )
    parts = [words for words, count in figures if count]
    if parts:
        said[0] += f" ({', '.join(parts)})"
    if missed.late:
        said.append(t("Late: {count}", count=missed.late))
    return said


def day_lines(absences: Iterable[Absence], t: Texts) -> list[str]:
    """`ср 14.10: нет на уроке (болезнь): алгебра, география`: one line a day and kind."""

    def kind(item: Absence) -> tuple[date, str]:
        return item.date, presence(item, t)

    lines = []
    for (day, said), found in groupby(sorted(absences, key=lambda one: (kind(one), one.slot)), kind):
        names = ", ".join(dict.fromkeys(inside(item.subject) for item in found))
        lines.append((day, f"{t.dated(day)}, {said}: {names}"))
    return [line for _, line in sorted(lines, key=lambda one: one[0], reverse=True)]


def when(book: AttendanceBook, t: Texts) -> str:
    """The name of the period looked at, or the days."""
    if book.periods is not None and book.periods.chosen is not None:
        return period_title(book.periods.chosen, t)
    return span_name(book.span, t) if book.span else t("no period has begun")
