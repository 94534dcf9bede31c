"""The hours of whoever is written to."""

from journal.office_hours import Hours
from journal.ports import Work


async def hours_of(work: Work, staff_id: int | None) -> Hours:
    """The hours the colleague chose, else those of the school."""
    own = await work.messages.hours(staff_id) if staff_id is not None else None
    return own or Hours(work.regulation.delivery.office_hours)
