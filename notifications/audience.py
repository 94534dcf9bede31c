"""Who hears of what, and how: the choice of one listener about one piece of news. Pure."""

from datetime import date, datetime

from journal.model.subscriptions import Delivery, Listener, Mode, Topic
from journal.regulation import ClockWindow


def quiet_hours(listener: Listener | Delivery, customary: ClockWindow) -> ClockWindow | None:
    """The quiet hours of whoever chose them; None where there are none (both ends the same)."""
    start = customary.start if listener.quiet_from is None else listener.quiet_from
    end = customary.end if listener.quiet_to is None else listener.quiet_to
    return None if start == end else ClockWindow(start, end)


def hears(listener: Listener, topic: Topic, at: datetime, author: int | None) -> bool:
    """Whether the listener hears at once or later of something that happened `at`, caused by `author`."""
    return listener.account_id != author and at >= listener.news_since and listener.mode(topic).pushes


def hears_weekly(listener: Listener, day: date, customary: int) -> bool:
    """Whether the listener's weekly summary is due that day; `customary` is the regulation's ISO weekday."""
    return (
        listener.mode(Topic.WEEKLY) is not Mode.OFF and (listener.weekly_day or customary) == day.isoweekday()
    )
