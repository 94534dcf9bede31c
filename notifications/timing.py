"""When a push may come: quiet hours, cards at the end of lessons, the evening digest. Pure."""

from datetime import datetime, time, timedelta

from journal.model.school import School
from journal.model.subscriptions import DIGEST_AT, Mode
from journal.regulation.notation import ClockWindow


def awake(moment: datetime, quiet: ClockWindow, school: School) -> datetime:
    """The first moment from `moment` on that lies outside the quiet hours of the school's wall clock."""
    wall = moment.astimezone(school.zone)
    if wall.time() not in quiet:
        return moment
    day = wall.date() if wall.time() < quiet.end else wall.date() + timedelta(days=1)
    return school.moment(day, quiet.end)


def digest(moment: datetime, school: School, at: time = DIGEST_AT) -> datetime:
    """The next evening card from `moment` on; it comes at that time of the school's clock."""
    today = school.moment(school.day(moment), at)
    return today if moment <= today else school.moment(school.day(moment) + timedelta(days=1), at)


def planned(
    mode: Mode, now: datetime, opens_at: datetime | None, school: School, digest_at: time = DIGEST_AT
) -> datetime:
    """When news of that mode comes, quiet hours apart; `opens_at` is the first moment of the next card.

    What is entered later than that comes at once, as it would on a day without lessons.
    """
    if mode is Mode.DIGEST:
        return digest(now, school, digest_at)
    if mode is Mode.AFTER_LESSONS and opens_at is not None:
        return max(now, opens_at)
    return now
