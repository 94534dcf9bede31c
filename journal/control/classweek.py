"""The class teacher's week: whether the journal is kept in time, and who is told where not (R-120)."""

from dataclasses import replace
from datetime import date

from journal import gate
from journal.absences.review import waiting
from journal.at_risk.listing import concerns
from journal.context import Ctx
from journal.control.morning import gaps
from journal.control.pages import unfilled
from journal.errors import RefusedError
from journal.events import BreachesReported, EntryReminderDue
from journal.model.class_week import BreachNews, ClassWeek, ReviewNews
from journal.model.control import Unfilled
from journal.model.people import Role, Unit
from journal.model.span import week_of
from journal.policy import Permission
from journal.ports import Work
from journal.reminding import record_fresh


async def class_week(ctx: Ctx, unit_id: int, day: date | None = None) -> ClassWeek:
    """The week of that day (of today by default) in a class the actor answers for."""
    async with ctx.reading() as work:
        return await _own(work, unit_id, day)


async def remind(ctx: Ctx, unit_id: int, day: date, person_id: int = 0) -> tuple[ClassWeek, int]:
    """Remind one teacher (or all, 0) of what the week lacks, nobody twice an hour; how many teachers hear.

    Each hears of all the lessons of such a day that lack something, not of this class's alone.
    """
    async with ctx.writing() as work:
        found = await _own(work, unit_id, day)
        await work.serialise("nudge", unit_id)
        events = [
            EntryReminderDue(gap.teacher.id, on.isoformat())
            for gap in found.gaps
            if person_id in (0, gap.teacher.id)
            for on in sorted({item.lesson.date for item in gap.lessons})
        ]
        fresh = await record_fresh(work, events)
        people = sorted({event.person_id for event in fresh})
        if people:
            work.audit("control.nudge", "unit", unit_id, unit_id=unit_id, after={"teachers": people})
            await work.commit()
        return found, len(people)


async def report(ctx: Ctx, unit_id: int, day: date) -> ClassWeek:
    """Tell the deputy head of the week, once for each week. Raises `RefusedError("nothing_overdue")`."""
    async with ctx.writing() as work:
        await work.serialise("breaches", unit_id)
        found = await _own(work, unit_id, day)
        if not found.breaches:
            raise RefusedError("nothing_overdue")
        if found.reported_at is not None:
            return found
        monday = found.monday.isoformat()
        work.record(BreachesReported(found.unit.id, monday, gate.author(work)))
        work.audit(
            "control.report",
            "unit",
            unit_id,
            unit_id=unit_id,
            after={"week": monday, "breaches": found.breaches},
        )
        await work.commit()
        return replace(found, reported_at=work.now)


async def week_of_class(work: Work, unit: Unit, day: date) -> ClassWeek:
    """How timely the week is kept, before any gate; the number of statements is that of the days."""
    span = week_of(day)
    lessons = await work.lessons.of_unit(unit.id, span.first, min(span.last, work.today))
    empty: list[Unfilled] = []
    for on in sorted({lesson.date for lesson in lessons}):
        empty += await unfilled(work, [lesson for lesson in lessons if lesson.date == on])
    subject = BreachesReported(unit.id, span.first.isoformat(), 0).subject
    told = await work.control.told_at([subject])
    return ClassWeek(
        unit=unit,
        monday=span.first,
        gaps=tuple(gaps(empty)),
        late=tuple(await work.control.late_marks(unit.id, span)),
        unchecked=tuple(await work.control.unchecked_works(unit.id, work.today)),
        current=work.today in span,
        reported_at=told.get(subject),
    )


async def breach_news(work: Work, unit_id: int, day: date, author_id: int) -> BreachNews | None:
    """What the deputy head is told, as it stands when it is told; None once nothing is overdue."""
    unit = await work.people.unit(unit_id)
    author = (await work.people.persons({author_id})).get(author_id)
    if unit is None or author is None:
        return None
    found = await week_of_class(work, unit, day)
    return BreachNews(found, author) if found.breaches else None


async def review_news(work: Work, unit_id: int, day: date) -> ReviewNews | None:
    """What waits for the class teacher in that week, before any gate."""
    unit = await work.people.unit(unit_id)
    if unit is None:
        return None
    span = week_of(day)
    absences = await work.absences.of_class(unit.id, span.first, span.last)
    period = await work.periods.running(unit.year_id, unit.grade, work.today)
    members = await work.people.members(unit.id, work.today)
    troubled = await concerns(work, members, period) if period is not None else []
    watches = Role.CLASS_TEACHER in work.regulation.control.weekly
    return ReviewNews(
        unit=unit,
        monday=span.first,
        absences=len(absences),
        unexplained=sum(not item.explained for item in absences),
        notes=len(await waiting(work, unit.id)),
        period_id=period.id if period is not None else 0,
        need_help=tuple(one.student for one in troubled),
        breaches=(await week_of_class(work, unit, day)).breaches if watches else None,
    )


async def _own(work: Work, unit_id: int, day: date | None) -> ClassWeek:
    unit = await gate.unit(work, unit_id, Permission.CONTROL_JOURNALS)
    return await week_of_class(work, unit, min(day or work.today, work.today))
