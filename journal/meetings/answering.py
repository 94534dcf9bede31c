"""The adults' side of a meeting: look, and say whether one comes."""

from dataclasses import replace

from journal import gate
from journal.class_events.typed import AHEAD
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.events import MeetingAnswered
from journal.meetings.keeping import check_ahead
from journal.meetings.rule import begins
from journal.model.meetings import Invitation
from journal.model.people import Child
from journal.model.span import Span
from journal.policy import Permission
from journal.ports import Work

# Whoever hears of a child's news; a student answers for nobody.
MAY = Permission.SUBSCRIBE


async def invitation(ctx: Ctx, event_id: int, student_id: int) -> Invitation:
    """A meeting of the child's class with the own answer, past and cancelled ones too."""
    async with ctx.reading() as work:
        return await _invitation(work, event_id, student_id)


async def invitations(ctx: Ctx, student_id: int) -> list[Invitation]:
    """The meetings ahead of the child's class; none for the child itself."""
    async with ctx.reading() as work:
        if not work.actor.is_guardian_of(student_id):
            return []
        child = await gate.student(work, student_id, MAY)
        if child.unit_id is None:
            return []
        found = await work.class_events.of_unit(child.unit_id, Span(work.today, work.today + AHEAD))
        ahead = [
            one
            for one in found
            if one.invited and one.unit_id == child.unit_id and begins(one, work.school) > work.now
        ]
        answers = await work.meetings.answers([one.id for one in ahead])
        return [Invitation(one, child, answers.get((one.id, gate.author(work)))) for one in ahead]


async def answer(ctx: Ctx, event_id: int, student_id: int, *, coming: bool) -> Invitation:
    """Come, or not; it may be changed until the meeting begins. The same word twice changes nothing.

    Raises `NotFoundError` for a meeting of another class, `RefusedError` as `check_ahead`.
    """
    async with ctx.writing() as work:
        found = await _invitation(work, event_id, student_id, lock=True)
        check_ahead(work, found.event)
        if found.coming is coming:
            return found
        await work.meetings.answer(event_id, gate.author(work), coming=coming, at=work.now)
        work.record(MeetingAnswered(event_id))
        await work.commit()
        return replace(found, coming=coming)


async def _invitation(work: Work, event_id: int, student_id: int, *, lock: bool = False) -> Invitation:
    child: Child = await gate.student(work, student_id, MAY)
    if lock:
        await work.serialise("class_event", event_id)
    event = await work.class_events.event(event_id)
    if event is None or not event.invited or event.unit_id is None or event.unit_id != child.unit_id:
        raise NotFoundError(kind="class_event")
    said = await work.meetings.answers([event_id])
    return Invitation(event, child, said.get((event_id, gate.author(work))))
