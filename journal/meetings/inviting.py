"""A meeting is typed in one line, looked at, and the guardians of the class are invited."""

from dataclasses import dataclass, replace
from datetime import date, time
from zlib import crc32

from journal import class_events, gate
from journal.class_events.keeping import MOST, apply, call_off, kept
from journal.context import Ctx
from journal.errors import InvalidError, StaleError
from journal.events import ClassEventChanged
from journal.meetings.keeping import MAY, check_ahead, gathering, own
from journal.model.access import Awaited
from journal.model.class_events import ClassEvent
from journal.model.meetings import Meeting
from journal.model.people import Unit
from journal.model.span import whole_month
from journal.ports import Work

DRAFT = "meeting"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A meeting as its families would be told of it; nobody is yet. `mark` tells it from any other draft."""

    meeting: Meeting
    mark: int = 0


async def ask(ctx: Ctx, unit_id: int, event_id: int = 0) -> Unit:
    """Wait for the line of a new meeting, or for another day, hour or place of one."""
    async with ctx.writing() as work:
        unit = (await own(work, event_id))[0] if event_id else await gate.headed(work, unit_id, MAY)
        await work.inputs.expect(DRAFT, {"unit": unit.id, "event": event_id})
        await work.commit()
        return unit


async def draft(ctx: Ctx, asked: Awaited, text: str, title: str) -> Drafted | Meeting:
    """What was typed: a draft to look at, or the changed meeting, of which its families are told at once.

    `title` stands where the line names none, and the meeting has none yet. Raises as
    `journal.class_events.read`, and `meeting_hour` or `meeting_over`.
    """
    async with ctx.writing() as work:
        known = asked.number("event")
        if known:
            unit, event = await own(work, known, lock=True)
        else:
            unit = await gate.headed(work, asked.number("unit"), MAY)
            event = ClassEvent(0, unit.id, work.today, title)
        typed = class_events.read(text, work.today, title=event.title)
        if typed.starts is None:
            raise InvalidError("meeting_hour")
        changed = class_events.worded(event, typed)
        check_ahead(work, changed)
        if not known:
            await work.inputs.expect(DRAFT, {"unit": unit.id, "event": 0, **kept(changed)})
            found = Drafted(await gathering(work, unit, changed), _mark(changed))
            await work.commit()
            return found
        await work.inputs.done()
        if changed != event:
            await apply(work, unit, event, changed)
        await work.commit()
        return await gathering(work, unit, changed)


async def preview(ctx: Ctx, event_id: int) -> Drafted:
    """An event that invites nobody yet, as its families would be told of it. Raises as `check_ahead`."""
    async with ctx.reading() as work:
        unit, event = await own(work, event_id)
        check_ahead(work, event)
        return Drafted(await gathering(work, unit, event))


async def send(ctx: Ctx, asked: Awaited | None, unit_id: int, mark: int) -> Meeting:
    """Invite to the draft that was shown. Raises `StaleError("draft_gone")` where something else was."""
    async with ctx.writing() as work:
        unit = await gate.headed(work, unit_id, MAY)
        event = _drafted(asked, unit.id)
        if event is None or _mark(event) != mark:
            raise StaleError("draft_gone")
        await work.serialise("class_events", unit.id)
        if len(await work.class_events.of_unit(unit.id, whole_month(event.day))) >= MOST:
            raise InvalidError("events_many", most=MOST)
        number = await work.class_events.add(event, work.actor.person_id or 0, work.now)
        await work.inputs.done()
        return await _invite(work, unit, replace(event, id=number))


async def invite(ctx: Ctx, event_id: int) -> Meeting:
    """Invite to an event that stands already; twice is once. Raises as `check_ahead`."""
    async with ctx.writing() as work:
        unit, event = await own(work, event_id, lock=True)
        if event.invited:
            return await gathering(work, unit, event)
        return await _invite(work, unit, event)


async def cancel(ctx: Ctx, event_id: int) -> Meeting:
    """It does not take place; who was invited hears of it. Twice is once."""
    async with ctx.writing() as work:
        unit, event = await own(work, event_id, lock=True)
        if not event.cancelled:
            event = await call_off(work, unit, event)
        found = await gathering(work, unit, event)
        await work.commit()
        return found


async def _invite(work: Work, unit: Unit, event: ClassEvent) -> Meeting:
    check_ahead(work, event)
    await work.meetings.invite(event.id, work.now)
    work.record(ClassEventChanged(event.id))
    work.audit("meeting.invite", "class_event", event.id, unit_id=unit.id, after=kept(event))
    found = await gathering(work, unit, replace(event, invited=True))
    await work.commit()
    return found


def _drafted(asked: Awaited | None, unit_id: int) -> ClassEvent | None:
    if asked is None or asked.kind != DRAFT or asked.number("unit") != unit_id or "day" not in asked.payload:
        return None
    said = asked.payload
    place = said.get("place")
    return ClassEvent(
        0,
        unit_id,
        date.fromisoformat(str(said["day"])),
        str(said["title"]),
        time.fromisoformat(str(said["starts"])),
        str(place) if place else None,
    )


def _mark(event: ClassEvent) -> int:
    return crc32(repr(sorted(kept(event).items(), key=str)).encode())
