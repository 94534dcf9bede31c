"""Long polling: each batch is confirmed only by the next request, after it was committed."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.utils.backoff import Backoff, BackoffConfig
from sqlalchemy.exc import SQLAlchemyError

from bot.intake.intake import Intake
from bot.intake.raw import ALLOWED, GetRawUpdates, update_id
from bot.pulse import Pulse
from storage.finishing import to_its_end

log = structlog.get_logger(__name__)
TIMEOUT = 25
GRACE = 15
SILENCE = 2.0 * (TIMEOUT + GRACE)


async def poll(bot: Bot, intake: Intake, pulse: Pulse) -> None:
    """Fetch and accept updates until cancelled. Raises `TelegramUnauthorizedError` for a wrong token."""
    request = GetRawUpdates(timeout=TIMEOUT, allowed_updates=ALLOWED)
    backoff = Backoff(BackoffConfig(min_delay=0.5, max_delay=15, factor=2, jitter=0.1))
    while True:
        try:
            if pulse.age is None:
                # An announced webhook would keep every update from us.
                await bot.delete_webhook()
            raws = await bot(request, request_timeout=TIMEOUT + GRACE)
            pulse.beat()
            await to_its_end(intake.accept(raws))
        except TelegramUnauthorizedError:
            raise
        except TelegramRetryAfter as flood:
            await asyncio.sleep(flood.retry_after)
            continue
        except (AiogramError, SQLAlchemyError, OSError) as error:
            log.warning("polling_failed", error=type(error).__name__, pause=round(backoff.next_delay, 1))
            await backoff.asleep()
            continue
        backoff.reset()
        numbers = [number for raw in raws if (number := update_id(raw)) is not None]
        if numbers:
            request.offset = max(numbers) + 1
