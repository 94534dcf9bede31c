"""Deadlines as people say them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup

from handlers.errors import by_clause
from handlers.screen import italic
from journal.regulation import Clause
from locales.texts import Texts


def told(tell_at: datetime, now: datetime, zone: ZoneInfo, t: Texts) -> str:
    """When families hear of what was saved; past the hold, when they did."""
    if now >= tell_at:
        return t("Families heard of it at {time}.", time=t.clock(tell_at, zone))
    return t("Families hear of it at {time}.", time=t.clock(tell_at, zone))


def entered_late(clause: Clause | None, t: Texts) -> Markup:
    """What a late entry is told, with the clause of its deadline."""
    return italic(by_clause(t("Entered after the deadline: flagged as late."), clause, t))


def due(until: datetime, day: date, zone: ZoneInfo, t: Texts) -> str:
    """`17:00` on the `day` itself, with the date on another; nobody says 24:00."""
    last = (until - timedelta(seconds=1)).astimezone(zone).date()
    if at_midnight(until, zone):
        return t("the end of the day") if last == day else t("the end of {day}", day=t.short_day(last))
    clock = t.clock(until, zone)
    return clock if last == day else t("{day}, {time}", day=t.short_day(last), time=clock)


def at_midnight(until: datetime, zone: ZoneInfo) -> bool:
    """Whether it is a whole day's end."""
    return until.astimezone(zone).time() == time()
