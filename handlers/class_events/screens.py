"""Screens of the events area, and the line by which an event is told."""

from datetime import timedelta

from handlers.class_events.callbacks import CancelEventCb, EventCb, MonthEventsCb, WriteEventCb
from handlers.classroom.callbacks import ClassCb
from handlers.home.screens import back
from handlers.meetings.callbacks import Act, MeetingCb
from handlers.places import place_name
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.class_events import EventCard, Month
from journal.context import Ctx
from journal.model.class_events import ClassEvent
from journal.model.people import Unit
from locales.texts import Texts

NEAR = timedelta(days=1)


def month(found: Month, t: Texts) -> Screen:
    """The month of a class; the own events are buttons, those of the school only lines."""
    own = [one for one in found.events if one.unit_id is not None]
    empty = t("Nothing is planned. Families see here meetings, excursions and holidays of the class.")
    return screen(
        bold(
            t("{unit}: events, {days}", unit=found.unit.name, days=t.days(found.span.first, found.span.last))
        ),
        *([_listed(one, t) for one in found.events] or [empty]),
        rows=(
            *grid(Button(f"{t.short_day(one.day)} {one.title}", EventCb(event=one.id).pack()) for one in own),
            (Button(t("Add an event"), WriteEventCb(unit=found.unit.id).pack(), style=Style.MAIN),),
            _turns(found, t),
            (_class(found.unit, t), back(t)),
        ),
    )


def question(unit: Unit, event_id: int, t: Texts) -> Screen:
    """Asks for the line."""
    way = EventCb(event=event_id) if event_id else MonthEventsCb(unit=unit.id)
    label = t("Leave it as it is") if event_id else t("Class events")
    return screen(
        bold(t("{unit}: what will there be?", unit=unit.name)),
        t("Write in one line the day, the hour, what it is and where, for example:"),
        italic(t("23.10 18:30 Parents' meeting, room 214")),
        rows=((Button(label, way.pack()), back(t)),),
    )


def event(found: EventCard, t: Texts, *, notice: str | None = None) -> Screen:
    """One event, and what may be done with it."""
    shown = found.event
    ways: tuple[Row, ...] = ()
    if not shown.cancelled:
        ways = (
            (_meeting(shown, t),),
            (
                Button(t("Change"), WriteEventCb(unit=found.unit.id, event=shown.id).pack()),
                Button(t("Cancel the event"), CancelEventCb(event=shown.id).pack(), style=Style.BAD),
            ),
        )
    month_ = MonthEventsCb(unit=found.unit.id, day=shown.day.toordinal())
    return screen(
        *((notice, "") if notice else ()),
        bold(line(shown, t)),
        t("Responsible: {name}", name=shown.responsible) if shown.responsible else None,
        t("Cancelled. Families who knew of it are told.") if shown.cancelled else None,
        rows=(*ways, (Button(t("Class events"), month_.pack()), back(t))),
    )


def cancelling(found: EventCard, t: Texts) -> Screen:
    """Asks once more."""
    number = found.event.id
    return screen(
        t("“{title}” does not take place? Families who know of it will be told.", title=found.event.title),
        rows=(
            (Button(t("Yes, cancel it"), CancelEventCb(event=number, sure=True).pack(), style=Style.BAD),),
            (Button(t("No, it takes place"), EventCb(event=number).pack()), back(t)),
        ),
    )


def told(found: EventCard, ctx: Ctx, t: Texts) -> str:
    """When families hear of it."""
    if found.event.day <= ctx.today + NEAR:
        return t("Done: it is in the diary and the calendar, families hear of it now.")
    return t("Done: it is in the diary and the calendar, families hear of it in the evening.")


def line(found: ClassEvent, t: Texts) -> str:
    """`пт 23.10, 18:30: Родительское собрание, каб. 214`."""
    when = t.dated(found.day) + (f", {t.clock(found.starts)}" if found.starts else "")
    return f"{when}: {found.title}" + (f", {place_name(found.place, t)}" if found.place else "")


def _meeting(shown: ClassEvent, t: Texts) -> Button:
    """The way to who comes, or to the invitation."""
    if shown.invited:
        return Button(t("Who comes"), MeetingCb(event=shown.id).pack(), style=Style.MAIN)
    return Button(t("Ask the parents whether they come"), MeetingCb(event=shown.id, act=Act.PREVIEW).pack())


def _listed(found: ClassEvent, t: Texts) -> str:
    said = line(found, t)
    return said if found.unit_id is not None else t("{event} (the whole school)", event=said)


def _turns(found: Month, t: Texts) -> Row:
    before, after = found.span.first - timedelta(days=1), found.span.last + timedelta(days=1)

    def to(day: int) -> str:
        return MonthEventsCb(unit=found.unit.id, day=day).pack()

    row = [Button(f"{t.month_name(after)} ›", to(after.toordinal()))]
    if found.today < found.span.first:
        row.insert(0, Button(f"‹ {t.month_name(before)}", to(before.toordinal())))
    return tuple(row)


def _class(unit: Unit, t: Texts) -> Button:
    return Button(t("The class's day"), ClassCb(unit=unit.id).pack())
