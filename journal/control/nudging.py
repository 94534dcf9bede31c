"""One tap reminds every teacher of what is missing."""

from dataclasses import dataclass
from datetime import date

from journal import gate
from journal.context import Ctx
from journal.control.morning import gaps
from journal.control.pages import unfilled
from journal.events import EntryReminderDue
from journal.policy import Permission
from journal.reminding import record_fresh


@dataclass(frozen=True, slots=True)
class Nudged:
    """How many teachers are reminded now, and how many were a little while ago."""

    now: int
    before: int


async def nudge(ctx: Ctx, day: date, person_id: int | None = None) -> Nudged:
    """Remind all teachers (or one) of the lessons of that day that lack something; nobody twice an hour."""
    async with ctx.writing() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        await work.serialise("nudge", day.toordinal())
        found = gaps(await unfilled(work, await work.control.lessons_of(day)))
        asked = [gap.teacher.id for gap in found if person_id in (None, gap.teacher.id)]
        events = [EntryReminderDue(person, day.isoformat()) for person in asked]
        fresh = await record_fresh(work, events)
        if fresh:
            people = [event.person_id for event in fresh]
            work.audit("control.nudge", "day", None, after={"day": day.isoformat(), "teachers": people})
            await work.commit()
        return Nudged(len(fresh), len(events) - len(fresh))
