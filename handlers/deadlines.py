"""Deadlines as people say them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from locales.texts import Texts


def due(until: datetime, day: date, zone: ZoneInfo, t: Texts) -> str:
    """`17:00` on the `day` itself, with the date on another; the end of a day is 24:00."""
    last = (until - timedelta(seconds=1)).astimezone(zone).date()
    at = until.astimezone(zone)
    clock = "24:00" if last != at.date() else t.clock(until, zone)
    return clock if last == day else t("{day}, {time}", day=t.short_day(last), time=clock)
