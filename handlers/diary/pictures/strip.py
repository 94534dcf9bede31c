"""The attendance of a period day by day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from handlers.diary.pictures.signs import absence_chip, legend
from handlers.diary.screens.attendance import day_lines, totals, when
from journal.model.attendance import Absence, Presence, Reason
from journal.model.card import AttendanceDays, SchoolDay
from journal.model.span import Span, week_of
from locales.texts import Texts
from reports.pictures import Absent, DayCell, StripSheet

WEEK = timedelta(days=7)
# Columns of a school week; Saturday and Sunday only where there are lessons.
FEWEST = 5
# The gravest of a day stands for all of it.
_GRAVITY = (Reason.UNEXCUSED, None, Reason.WILL_BE_LATE, Reason.EXCUSED, Reason.FAMILY, Reason.ILL)
_STATUSES = (Presence.ABSENT, Presence.LATE, Presence.LEFT_EARLY, Presence.PRESENT)


def strip(found: AttendanceDays, today: date, t: Texts) -> tuple[StripSheet, list[str]]:
    """The sheet, and its facts in lines."""
    book = found.book
    missed: dict[date, list[Absence]] = defaultdict(list)
    for absence in sorted(book.absences, key=_gravity):
        missed[absence.date].append(absence)
    said = totals(book.totals, t) if book.absences else [t("Nothing missed.")]
    sheet = StripSheet(
        title=t("{child}, {unit}", child=book.child.first_name, unit=book.child.unit_name),
        subtitle=t("attendance, {period}", period=when(book, t)),
        empty=t("There are no school days in this period yet."),
        language=t.locale,
        weekdays=tuple(t.short_weekday(day) for day in _columns(found.days, week_of(today))),
        weeks=_weeks(found, missed, today, t),
        totals=tuple(said),
        legend=legend(absence_chip(one[0], t) for one in missed.values()),
    )
    return sheet, [*said, *day_lines(book.absences, t)]


def _gravity(absence: Absence) -> tuple[int, int]:
    return _STATUSES.index(absence.status), _GRAVITY.index(absence.reason)


def _columns(days: Sequence[SchoolDay], week: Span) -> list[date]:
    last = max((day.date.weekday() for day in days), default=0)
    return list(week)[: max(FEWEST, last + 1)]


def _weeks(
    found: AttendanceDays, missed: dict[date, list[Absence]], today: date, t: Texts
) -> tuple[tuple[str, tuple[DayCell, ...]], ...]:
    """A row a week; before it the month, where one begins."""
    span = found.book.span
    if span is None or not found.days:
        return ()
    known = {day.date: day for day in found.days}
    made, month, week = [], 0, week_of(span.first)
    while week.first <= span.last:
        columns = _columns(found.days, week)
        inner = [day for day in columns if day in span]
        cells = tuple(_cell(day, span, known.get(day), missed.get(day, []), today, t) for day in columns)
        if inner:
            begins = inner[-1].month != month
            month = inner[-1].month
            made.append((t.month(inner[-1]) if begins else "", cells))
        week = week_of(week.first + WEEK)
    return tuple(made)


def _cell(
    day: date, span: Span, known: SchoolDay | None, missed: Sequence[Absence], today: date, t: Texts
) -> DayCell:
    number = str(day.day) if day in span else ""
    if missed:
        chip = absence_chip(missed[0], t)
        lessons = sum(one.status is Presence.ABSENT for one in missed)
        return DayCell(number, Absent.MISSED, f"{chip.text} {lessons}" if lessons else chip.text, chip.tone)
    if known is None:
        return DayCell(number, Absent.NONE)
    return DayCell(number, Absent.PRESENT if known.registers and day <= today else Absent.AHEAD)
