"""What the school has stopped: letters between two people, in whatever office, about whatever child."""

from collections.abc import Iterable

from journal.errors import RefusedError
from journal.ports import Work


async def not_stopped(work: Work, family_id: int, staff: Iterable[int | None]) -> None:
    """Raises `RefusedError("messages_blocked")` where the school stopped the family member's letters with any
    of these; None is the administration.
    """
    if not (await work.messages.stopped_with(family_id)).isdisjoint(staff):
        raise RefusedError("messages_blocked")
