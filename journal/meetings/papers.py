"""What lies ready at a meeting: a private sheet for each family, and the list to sign."""

from datetime import timedelta

from journal.context import Ctx
from journal.meetings.keeping import gathering, own
from journal.model.meetings import Meeting, Sheets
from journal.model.people import Unit
from journal.model.span import Span
from journal.papers.results import results_of
from journal.ports import Work

# What the sheets are of where no period has begun yet.
DAYS = timedelta(days=29)


async def sheets(ctx: Ctx, event_id: int) -> Sheets:
    """The results of each student in the period that runs, or that ended last; noted in the audit."""
    async with ctx.writing() as work:
        unit, event = await own(work, event_id)
        span = await _span(work, unit)
        members = await work.people.members(unit.id, work.today)
        children = await results_of(work, unit, members, span)
        teacher = await work.messages.class_teacher(unit.id, work.today)
        work.audit(
            "meeting.sheets", "class_event", event.id, unit_id=unit.id, after={"students": len(children)}
        )
        await work.commit()
        return Sheets(unit, event, span, teacher, tuple(children))


async def sign_in(ctx: Ctx, event_id: int) -> Meeting:
    """The list of the class with who means to come; noted in the audit."""
    async with ctx.writing() as work:
        unit, event = await own(work, event_id)
        found = await gathering(work, unit, event)
        work.audit("meeting.sign_in", "class_event", event.id, unit_id=unit.id)
        await work.commit()
        return found


async def _span(work: Work, unit: Unit) -> Span:
    """The days of the latest period so far."""
    of_year = await work.periods.of_year(unit.year_id)
    begun = [one for one, grades in of_year if unit.grade in grades and one.starts_on <= work.today]
    if not begun:
        return Span(work.today - DAYS, work.today)
    return Span(begun[-1].starts_on, min(begun[-1].ends_on, work.today))
