"""Calendar files (RFC 5545) of entries with their words ready."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from reports.zone import rules

if TYPE_CHECKING:
    # Loaded when the first calendar is asked for: most days nobody asks.
    import icalendar

PRODUCT = "-//Dnevnichok//Timetable//RU"
DAY, YEAR = timedelta(days=1), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a calendar: of whole days (`ends` is the last one), or of aware instants.

    `key` says which thing it is, whatever happens to its time, place or words.
    """

    key: str
    title: str
    starts: date | datetime
    ends: date | datetime | None = None
    place: str | None = None
    cancelled: bool = False
    # Whether who is asked for these days is taken.
    busy: bool = True


async def calendar(name: str, entries: Sequence[Entry], zone: ZoneInfo, now: datetime) -> bytes:
    """The file, UTF-8 with lines folded at 75 octets. An entry keeps its UID from one file to the next."""
    return await asyncio.to_thread(_written, name, entries, zone, now)


def _written(name: str, entries: Sequence[Entry], zone: ZoneInfo, now: datetime) -> bytes:
    from icalendar import Calendar, vText

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(name))
    made.add("x-wr-timezone", zone.key)
    timed = [entry.starts.date() for entry in entries if isinstance(entry.starts, datetime)]
    if timed:
        # Rules of the zone for as long as lessons are held, and a year either way for whatever is added.
        made.add_component(rules(zone, min(timed) - YEAR, max(timed) + YEAR))
    for entry in entries:
        made.add_component(_event(entry, zone, now))
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry, zone: ZoneInfo, now: datetime) -> icalendar.Event:
    from icalendar import Event

    made = Event()
    made.add("uid", f"{sha256(entry.key.encode()).hexdigest()[:32]}@dnevnichok")
    made.add("dtstamp", now.astimezone(UTC))
    made.add("summary", entry.title)
    if isinstance(entry.starts, datetime):
        made.add("dtstart", entry.starts.astimezone(zone))
        if isinstance(entry.ends, datetime):
            made.add("dtend", entry.ends.astimezone(zone))
    else:
        made.add("dtstart", entry.starts)
        # A day's end is the morning after it.
        made.add("dtend", (entry.ends or entry.starts) + DAY)
    if entry.place:
        made.add("location", entry.place)
    made.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    made.add("transp", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    return made
