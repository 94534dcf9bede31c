"""The sheet of substitutions of a day, and the month's tally of hours given for colleagues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.model.covering import Covered, CoverMonth, CoverSheet
from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person, name_key
from journal.model.span import Span, week_of, whole_month
from journal.policy import Permission
from journal.ports import Work

SUNDAY = 6
# A day farther from today than this is nobody's wish.
FARTHEST = timedelta(days=800)


async def sheet(ctx: Ctx, day: date | None = None) -> CoverSheet:
    """The substitutions of a day (today by default), how many its week has, and the hours of its month."""
    async with ctx.reading() as work:
        gate.school(work, Permission.COVER_LESSONS)
        on = _near(day, work.today)
        week, month = week_of(on), whole_month(on)
        found = await _lines(work, week | month)
        counts = Counter(line.lesson.date for line in found)
        return CoverSheet(
            on,
            tuple(line for line in found if line.lesson.date == on),
            tuple((one, counts[one]) for one in week if one.weekday() != SUNDAY or counts[one]),
            hours_of([line for line in found if line.lesson.date in month]),
        )


async def month(ctx: Ctx, day: date | None = None) -> CoverMonth:
    """All substitutions of the month of that day, and who gave how many hours for colleagues."""
    async with ctx.reading() as work:
        gate.school(work, Permission.COVER_LESSONS)
        span = whole_month(_near(day, work.today))
        lines = await _lines(work, span)
        return CoverMonth(span, tuple(lines), hours_of(lines))


def hours_of(lines: Sequence[Covered]) -> tuple[tuple[Person, int], ...]:
    """Hours given for colleagues, the most first, then in the order of names. Pure."""
    people = {line.substitute.id: line.substitute for line in lines if line.counts and line.substitute}
    counts = Counter(line.substitute.id for line in lines if line.counts and line.substitute)
    return tuple(
        (people[number], count)
        for number, count in sorted(counts.items(), key=lambda item: (-item[1], name_key(people[item[0]])))
    )


def _near(day: date | None, today: date) -> date:
    return day if day is not None and abs(day - today) <= FARTHEST else today


async def _lines(work: Work, span: Span) -> list[Covered]:
    lessons = await work.covering.exchanged(span)
    known = await work.people.persons(sorted({keeper for lesson in lessons for keeper in lesson.keepers}))
    return lines_of(lessons, known)


def lines_of(lessons: Sequence[Lesson], known: Mapping[int, Person]) -> list[Covered]:
    """A line for each lesson not given by its own teacher; what stands in its place goes into it. Pure."""
    standing = {
        (one.unit_id, one.date, one.slot): one for one in lessons if one.status is LessonStatus.PLANNED
    }

    def person(number: int | None) -> Person | None:
        return known.get(number) if number is not None else None

    found = []
    for one in lessons:
        if one.status is LessonStatus.CANCELLED:
            instead = standing.get((one.unit_id, one.date, one.slot))
            by = person(instead.substitute_id or instead.teacher_id) if instead else None
            found.append(Covered(one, person(one.teacher_id), by, instead))
        elif one.substitute_id is not None:
            found.append(Covered(one, person(one.teacher_id), person(one.substitute_id)))
    return found
