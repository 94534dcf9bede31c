"""From the weekly timetable to the lessons of dates. Pure, but for `plan_ahead`."""

from collections.abc import Iterator
from datetime import date, timedelta

from journal.context import Ctx
from journal.model.school import Bell, DayKind, School
from journal.model.timetable import Calendar, CalendarDay, Entry, Planned

AHEAD = timedelta(days=21)


def planned_lessons(
    entries: list[Entry], calendar: Calendar, school: School, first: date, last: date
) -> Iterator[Planned]:
    """The lessons that the timetable calls for from `first` to `last`, both included.

    No lesson stands outside the terms of its grade or on a day off; a transferred day is taught as another
    weekday; a slot without a bell that day has no lesson.
    """
    day = first
    while day <= last:
        for entry in entries:
            bell = _bell_of(entry, calendar, day)
            if bell is not None:
                yield Planned(
                    unit_id=entry.unit_id,
                    subject_id=entry.subject_id,
                    date=day,
                    slot=entry.slot,
                    starts_at=school.moment(day, bell.starts),
                    ends_at=school.moment(day, bell.ends),
                    teacher_id=entry.teacher_id,
                    second_teacher_id=entry.second_teacher_id,
                    room_id=entry.room_id,
                )
        day += timedelta(days=1)


def week_of_cycle(year_starts_on: date, day: date) -> int:
    """The number of the school week, counted from 0 at the week in which the year starts."""
    return (_monday(day) - _monday(year_starts_on)).days // 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _bell_of(entry: Entry, calendar: Calendar, day: date) -> Bell | None:
    """The bell that rings for the entry on that day; None where there is no lesson."""
    if not entry.holds_on(day) or not any(term.teaches(entry.grade, day) for term in calendar.terms):
        return None
    special = [item for item in calendar.days if item.concerns(entry, day)]
    if any(item.kind is DayKind.OFF for item in special):
        return None
    if entry.weekday != _weekday(special, day):
        return None
    week = week_of_cycle(calendar.year_starts_on, day)
    if entry.week_mask[week % len(entry.week_mask)] != "1":
        return None
    other = next((item.bells for item in special if item.bells), None)
    bells = calendar.bells.get(entry.shift, ()) if other is None else other
    return next((bell for bell in bells if bell.slot == entry.slot), None)


def _weekday(special: list[CalendarDay], day: date) -> int:
    taught_as = next((item.taught_as for item in special if item.taught_as is not None), None)
    return taught_as or day.isoweekday()


async def plan_ahead(ctx: Ctx, first: date | None = None, last: date | None = None) -> int:
    """Write the lessons of the coming three weeks (or of the given days) that do not stand yet; how many."""
    async with ctx.writing() as work:
        start = first or work.today
        end = last or start + AHEAD
        plan = await work.timetable.plan(start, end)
        if plan is None:
            return 0
        entries, calendar = plan
        lessons = list(planned_lessons(entries, calendar, work.school, start, end))
        added = await work.timetable.add_lessons(lessons)
        await work.commit()
        return added
