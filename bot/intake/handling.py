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
from bot.intake.attempt import TRIES, Attempt
from storage import inbox
from storage.inbox import Stored

log = structlog.get_logger(__name__)
PAUSES = (0.1, 0.7, 0.0)
UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError, UpdateTypeLookupError)


class Handling:
    """Feeds stored updates to the dispatcher."""

    def __init__(self, house: House, dispatcher: Dispatcher) -> None:
        self._house = house
        self._dispatcher = dispatcher

    async def __call__(self, item: Stored) -> None:
        """Handle the update; never raises."""
        try:
            update = Update.model_validate(item.raw, context={"bot": self._house.bot})
            _ = update.event_type
        except UNREADABLE as error:
            await self._set_aside(item, reason(error))
            return
        for number in range(1, TRIES + 1):
            if await self._done(update, Attempt(self._house, item, number)):
                return
            await asyncio.sleep(PAUSES[number - 1])

    async def _done(self, update: Update, attempt: Attempt) -> bool:
        """Whether the update needs no further try."""
        try:
            with metrics.handling_time.time():
                await self._dispatcher.feed_update(
                    self._house.bot, update, house=self._house, attempt=attempt
                )
        except Exception as error:  # noqa: BLE001 - whatever a handler raises, the row must end settled
            return not await attempt.failed(error)
        self._house.settler.done(attempt.item)
        metrics.updates.labels("done").inc()
        return True

    async def _set_aside(self, item: Stored, why: str) -> None:
        log.warning("update_malformed", update_id=item.update_id, reason=why)
        metrics.updates.labels("malformed").inc()
        try:
            async with self._house.store.connection(writing=True) as db:
                await inbox.set_aside(db, item.update_id, "malformed", why, self._house.clock.now())
                await db.connection.commit()
        except (SQLAlchemyError, OSError) as error:
            log.error("setting_aside_failed", update_id=item.update_id, error=type(error).__name__)


def reason(error: Exception) -> str:
    """What is wrong and where, without the values: they are people's words."""
    if not isinstance(error, ValidationError):
        return type(error).__name__
    faults = error.errors(include_input=False, include_context=False, include_url=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['type']}" for fault in faults[:5])
