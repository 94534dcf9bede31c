"""One stored update: parsed by itself, handled, settled; tried again when it failed, then set aside."""

import asyncio

import structlog
from aiogram import Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.house import House
from storage import inbox
from storage.inbox import Stored

log = structlog.get_logger(__name__)
TRIES = 3
PAUSES = (0.1, 0.7)
DATABASE_PAUSE = 2.0
UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError, UpdateTypeLookupError)


class Handling:
    """Feeds updates to the dispatcher."""

    def __init__(self, house: House, dispatcher: Dispatcher) -> None:
        self._house = house
        self._dispatcher = dispatcher

    async def __call__(self, item: Stored) -> None:
        """Handle the update; never raises."""
        try:
            update = Update.model_validate(item.raw, context={"bot": self._house.bot})
            _ = update.event_type
        except UNREADABLE as error:
            await self._set_aside(item, "malformed", reason(error))
            return
        for attempt in range(1, TRIES + 1):
            if await self._attempt(item, update, attempt):
                return
            await asyncio.sleep(PAUSES[attempt - 1])

    async def _attempt(self, item: Stored, update: Update, attempt: int) -> bool:
        """Whether the update needs no further try."""
        try:
            with metrics.handling_time.time():
                await self._dispatcher.feed_update(
                    self._house.bot,
                    update,
                    house=self._house,
                    received_at=item.received_at,
                    attempt=attempt,
                    last_try=attempt == TRIES,
                )
        except Exception as error:  # noqa: BLE001 - whatever a handler raises, the row must end settled
            return await self._failed(item, error, attempt)
        self._house.settler.done(item.update_id)
        metrics.updates.labels("done").inc()
        return True

    async def _failed(self, item: Stored, error: Exception, attempt: int) -> bool:
        log.error("update_failed", update_id=item.update_id, attempt=attempt, exc_info=error)
        if attempt == TRIES:
            await self._set_aside(item, "failed", type(error).__name__)
            return True
        try:
            async with self._house.store.connection(writing=True) as db:
                tries = await inbox.note_failure(db, item.update_id, type(error).__name__)
                await db.connection.commit()
        except (SQLAlchemyError, OSError):
            await asyncio.sleep(DATABASE_PAUSE)
            return False
        # Settled by its effect: what failed came after the commit, so doing it again would double it.
        return tries is None

    async def _set_aside(self, item: Stored, state: str, why: str) -> None:
        log.warning("update_set_aside", update_id=item.update_id, state=state, reason=why)
        metrics.updates.labels(state).inc()
        try:
            async with self._house.store.connection(writing=True) as db:
                await inbox.set_aside(db, item.update_id, state, why, self._house.clock.now())
                await db.connection.commit()
        except (SQLAlchemyError, OSError) as error:
            # It stays waiting and goes again at the next start.
            log.error("setting_aside_failed", update_id=item.update_id, error=type(error).__name__)


def reason(error: Exception) -> str:
    """What is wrong and where, without the values: they are people's words."""
    if not isinstance(error, ValidationError):
        return type(error).__name__
    faults = error.errors(include_input=False, include_context=False, include_url=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['type']}" for fault in faults[:5])
