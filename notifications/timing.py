"""When a push may come: quiet hours, cards at the end of lessons, the evening digest. Pure."""

from datetime import datetime, time, timedelta

from journal.model.school import School
from journal.model.subscriptions import Mode
from journal.regulation.notation import ClockWindow

# The evening card: after work, before the customary quiet hours.
DIGEST_AT = time(19, 0)


def awake(moment: datetime, quiet: ClockWindow, school: School) -> datetime:
    """The first moment from `moment` on that lies outside the quiet hours of the school's wall clock."""
    wall = moment.astimezone(school.zone)
    if wall.time() not in quiet:
        return moment
    day = wall.date() if wall.time() < quiet.end else wall.date() + timedelta(days=1)
    return school.moment(day, quiet.end)


def digest(moment: datetime, school: School) -> datetime:
    """The next evening card from `moment` on."""
    today = school.moment(school.day(moment), DIGEST_AT)
    return today if moment <= today else school.moment(school.day(moment) + timedelta(days=1), DIGEST_AT)


def planned(mode: Mode, now: datetime, lessons_end: datetime | None, school: School) -> datetime:
    """When news of that mode comes, quiet hours apart; `lessons_end` is the end of the child's lessons today.

    What is entered after the lessons comes at once, as it would on a day without any.
    """
    if mode is Mode.DIGEST:
        return digest(now, school)
    if mode is Mode.AFTER_LESSONS and lessons_end is not None:
        return max(now, lessons_end)
    return now
