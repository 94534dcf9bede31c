"""One try at an update, and what its failure means: another try, or the end."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.house import House
from storage import inbox
from storage.inbox import Stored

log = structlog.get_logger(__name__)
TRIES = 3


class Attempt:
    """Comes with the update; the first who meets the failure reports it, later ones hear the same."""

    def __init__(self, house: House, item: Stored, number: int) -> None:
        self.house = house
        self.item = item
        self.number = number
        self._again: bool | None = None

    async def failed(self, error: Exception) -> bool:
        """Report the failure; returns whether the update will be tried again."""
        if self._again is None:
            log.error("update_failed", attempt=self.number, exc_info=error)
            self._again = await self._will_try_again(type(error).__name__)
        return self._again

    async def _will_try_again(self, reason: str) -> bool:
        try:
            async with self.house.store.connection(writing=True) as db:
                tries = await inbox.note_failure(db, self.item.update_id, reason)
                if tries is not None and tries >= TRIES:
                    await inbox.set_aside(db, self.item.update_id, "failed", reason, self.house.clock.now())
                    metrics.updates.labels("failed").inc()
                await db.connection.commit()
        except (SQLAlchemyError, OSError) as gone:
            # Without a database nothing can be counted: the row stays waiting and comes again by itself.
            log.error("failure_not_counted", error=type(gone).__name__)
            return self.number < TRIES
        # None: settled by its effect. What failed came after the commit; doing it again would double it.
        return tries is not None and tries < TRIES
