"""The rules of a time zone as a VTIMEZONE (RFC 5545 §3.6.5): one observance for each change of its clocks.

The calendar library's own search for changes steps over some, e.g. Morocco's of February 2027.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import icalendar

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def rules(zone: ZoneInfo, first: date, last: date) -> icalendar.Timezone:
    """What the clocks show from the first to the last of these days."""
    from icalendar import Timezone

    begin, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    made = Timezone()
    made.add("tzid", zone.key)
    made.add_component(_observance(zone, begin, begin))
    for change in _changes(zone, begin, end):
        made.add_component(_observance(zone, change - MINUTE, change))
    return made


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The first minute of each new offset."""
    before = begin
    while before < end:
        after = before + DAY
        if _offset(zone, before) != _offset(zone, after):
            same, changed = before, after
            while changed - same > MINUTE:
                middle = same + (changed - same) // 2 // MINUTE * MINUTE
                if _offset(zone, middle) == _offset(zone, before):
                    same = middle
                else:
                    changed = middle
            yield changed
        before = after


def _observance(
    zone: ZoneInfo, before: datetime, begin: datetime
) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    """The rule that begins then; it begins at what the clocks showed by the rule before it."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    local = begin.astimezone(zone)
    made = TimezoneDaylight() if local.dst() else TimezoneStandard()
    made.add("dtstart", (begin + _offset(zone, before)).replace(tzinfo=None))
    made.add("tzoffsetfrom", _offset(zone, before))
    made.add("tzoffsetto", _offset(zone, begin))
    made.add("tzname", local.tzname())
    return made


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
