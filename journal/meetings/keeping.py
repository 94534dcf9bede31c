"""The class teacher's side of a meeting: which lie ahead, who comes, a word to those who are silent."""

from datetime import timedelta

from journal import gate
from journal.access.overview import access_of
from journal.class_events.typed import AHEAD
from journal.context import Ctx
from journal.errors import NotFoundError, RefusedError
from journal.events import MeetingReminderDue
from journal.meetings.rule import begins, looks_like_meeting, replies
from journal.model.class_events import ClassEvent
from journal.model.meetings import Calendar, Meeting
from journal.model.people import Unit, child_of
from journal.model.span import Span
from journal.policy import Permission
from journal.ports import Work

MAY = Permission.PUBLISH_NOTICE
# What was held a week ago is still looked at: the list is signed, the sheets are handed over.
BACK = timedelta(days=7)


async def calendar(ctx: Ctx, unit_id: int) -> Calendar:
    """The meetings of a class the actor heads, from a week ago on."""
    async with ctx.reading() as work:
        unit = await gate.headed(work, unit_id, MAY)
        found = await work.class_events.of_unit(unit.id, Span(work.today - BACK, work.today + AHEAD))
        own = [one for one in found if one.unit_id == unit.id]
        proposals = [
            one
            for one in own
            if not one.invited and looks_like_meeting(one) and begins(one, work.school) > work.now
        ]
        return Calendar(unit, tuple(one for one in own if one.invited), tuple(proposals), work.today)


async def meeting(ctx: Ctx, event_id: int) -> Meeting:
    """One event of the class with what its families say, invited or not; statements do not grow with it."""
    async with ctx.reading() as work:
        return await gathering(work, *await own(work, event_id))


async def nudge(ctx: Ctx, event_id: int) -> tuple[Meeting, bool]:
    """Remind those who have not answered, at most once a day; whether they will be."""
    async with ctx.writing() as work:
        unit, event = await own(work, event_id, lock=True)
        check_ahead(work, event)
        found = await gathering(work, unit, event)
        due = MeetingReminderDue(event.id, work.today.isoformat(), silent=True)
        if not event.invited or await work.notices.told(due.subject):
            return found, False
        work.record(due)
        work.audit("meeting.nudge", "class_event", event.id, unit_id=unit.id)
        await work.commit()
        return found, True


async def gathering(work: Work, unit: Unit, event: ClassEvent) -> Meeting:
    """The same before any gate."""
    members = await work.people.members(unit.id, work.today)
    linked = await access_of(work, [child_of(one, unit) for one in members])
    answers = {person: comes for (_, person), comes in (await work.meetings.answers([event.id])).items()}
    return Meeting(
        unit, event, replies(members, linked, answers), ahead=begins(event, work.school) > work.now
    )


async def own(work: Work, event_id: int, *, lock: bool = False) -> tuple[Unit, ClassEvent]:
    """The event, for whoever heads its class."""
    if lock:
        await work.serialise("class_event", event_id)
    found = await work.class_events.event(event_id)
    unit = await gate.headed(work, (found.unit_id if found else 0) or 0, MAY)
    if found is None:
        raise NotFoundError(kind="class_event")
    return unit, found


def check_ahead(work: Work, event: ClassEvent) -> None:
    """Raises `RefusedError` with `meeting_cancelled` or `meeting_over`."""
    if event.cancelled:
        raise RefusedError("meeting_cancelled")
    if begins(event, work.school) <= work.now:
        raise RefusedError("meeting_over")
