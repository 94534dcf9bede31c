"""The class teacher's side: the month of a class, a new event, other words for it, its end."""

from dataclasses import dataclass, replace
from datetime import date

from journal import gate
from journal.class_events.typed import Typed, read
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.events import ClassEventChanged
from journal.model.class_events import ClassEvent
from journal.model.people import Unit
from journal.model.span import Span, whole_month
from journal.policy import Permission
from journal.ports import Work

# The question of the typed answer.
QUESTION = "class_event"
MOST = 60


@dataclass(frozen=True, slots=True)
class Month:
    """The events of a class in a month, those of the whole school among them."""

    unit: Unit
    span: Span
    events: tuple[ClassEvent, ...]
    today: date


@dataclass(frozen=True, slots=True)
class EventCard:
    unit: Unit
    event: ClassEvent


async def month(ctx: Ctx, unit_id: int, day: date | None = None) -> Month:
    """The month of that day (of today by default) in a class the actor publishes events of."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.PUBLISH_CLASS_EVENTS)
        return await _month(work, unit, day or work.today)


async def event(ctx: Ctx, event_id: int) -> EventCard:
    """One event of a class, however it stands."""
    async with ctx.reading() as work:
        return await _own(work, event_id)


async def ask(ctx: Ctx, unit_id: int, event_id: int = 0) -> Unit:
    """Wait for the line of a new event, or for other words of one."""
    async with ctx.writing() as work:
        if event_id:
            unit = (await _own(work, event_id)).unit
        else:
            unit = await gate.unit(work, unit_id, Permission.PUBLISH_CLASS_EVENTS)
        await work.inputs.expect(QUESTION, {"unit": unit.id, "event": event_id})
        await work.commit()
        return unit


async def add(ctx: Ctx, unit_id: int, text: str) -> EventCard:
    """Add an event; the class hears of it. The same line again is the same event.

    Raises as `journal.class_events.typed.read`, and `events_many`.
    """
    typed = read(text, ctx.today)
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, Permission.PUBLISH_CLASS_EVENTS)
        await work.serialise("class_events", unit.id)
        known = await work.class_events.of_unit(unit.id, whole_month(typed.day))
        await work.inputs.done()
        if (same := next((item for item in known if _says(item, typed)), None)) is not None:
            await work.commit()
            return EventCard(unit, same)
        if len(known) >= MOST:
            raise InvalidError("events_many", most=MOST)
        made = worded(ClassEvent(0, unit.id, typed.day, typed.title), typed)
        made = replace(made, id=await work.class_events.add(made, gate.author(work), work.now))
        work.record(ClassEventChanged(made.id))
        work.audit("class_event.add", "class_event", made.id, unit_id=unit.id, after=kept(made))
        await work.commit()
        return EventCard(unit, made)


async def change(ctx: Ctx, event_id: int, text: str) -> EventCard:
    """Other words, day, hour or place; families who were told hear of it. Raises as `add`."""
    typed = read(text, ctx.today)
    async with ctx.writing() as work:
        card = await _own(work, event_id, lock=True)
        await work.inputs.done()
        changed = worded(card.event, typed)
        if card.event.cancelled:
            raise InvalidError("event_cancelled")
        if changed != card.event:
            await apply(work, card.unit, card.event, changed)
        await work.commit()
        return replace(card, event=changed)


async def cancel(ctx: Ctx, event_id: int) -> EventCard:
    """It does not take place; families who were told hear of it. Twice is once."""
    async with ctx.writing() as work:
        card = await _own(work, event_id, lock=True)
        if card.event.cancelled:
            return card
        cancelled = await call_off(work, card.unit, card.event)
        await work.commit()
        return replace(card, event=cancelled)


async def _own(work: Work, event_id: int, *, lock: bool = False) -> EventCard:
    """The event, if its class is the actor's; one of the whole school is not."""
    if lock:
        await work.serialise("class_event", event_id)
    found = await work.class_events.event(event_id)
    unit = await gate.unit(work, (found.unit_id if found else 0) or 0, Permission.PUBLISH_CLASS_EVENTS)
    if found is None:
        raise NotFoundError(kind="class_event")
    return EventCard(unit, found)


async def _month(work: Work, unit: Unit, day: date) -> Month:
    span = whole_month(day)
    found = await work.class_events.of_unit(unit.id, span)
    return Month(unit, span, tuple(found), work.today)


async def apply(work: Work, unit: Unit, before: ClassEvent, after: ClassEvent) -> None:
    """Other words for an event that was loaded and gated; families who were told hear of it."""
    await work.class_events.change(after)
    _note(work, unit, before, after, "class_event.change")


async def call_off(work: Work, unit: Unit, event: ClassEvent) -> ClassEvent:
    """An event that was loaded and gated does not take place; families who were told hear of it."""
    cancelled = replace(event, cancelled=True)
    await work.class_events.cancel(event.id, work.now)
    _note(work, unit, event, cancelled, "class_event.cancel")
    return cancelled


def _note(work: Work, unit: Unit, before: ClassEvent, after: ClassEvent, action: str) -> None:
    work.record(ClassEventChanged(after.id))
    work.audit(action, "class_event", after.id, unit_id=unit.id, before=kept(before), after=kept(after))


def worded(event: ClassEvent, typed: Typed) -> ClassEvent:
    """The event in the words that were typed."""
    return replace(
        event,
        day=typed.day,
        title=typed.title,
        starts=typed.starts,
        place=typed.place,
        responsible=typed.responsible,
    )


def _says(event: ClassEvent, typed: Typed) -> bool:
    return worded(event, typed) == event and event.unit_id is not None


def kept(event: ClassEvent) -> dict[str, str | None]:
    """What the audit, or a draft, keeps of an event."""
    return {
        "day": event.day.isoformat(),
        "starts": event.starts.isoformat("minutes") if event.starts else None,
        "title": event.title,
        "place": event.place,
    }
