"""A correlation id and a log context for each update; ids only, never names or words."""

import secrets
from typing import Any

from aiogram.types import Update
from structlog.contextvars import bound_contextvars

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware


class Trace(UpdateMiddleware):
    """Every line logged while the update is handled carries its `correlation` id."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        with bound_contextvars(
            correlation=secrets.token_hex(4), update_id=update.update_id, kind=update.event_type
        ):
            return await handler(update, data)
