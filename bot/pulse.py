"""The sign of life of the messenger."""

import time
from datetime import timedelta

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNetworkError, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType


class Pulse(BaseRequestMiddleware):
    """When the messenger was last heard of, on the monotonic clock; it hears every call of the client."""

    def __init__(self) -> None:
        self._beat: float | None = None
        self._failing_since: float | None = None

    def beat(self) -> None:
        self._beat, self._failing_since = time.monotonic(), None

    @property
    def age(self) -> float | None:
        """Seconds since the last beat; None before the first."""
        return None if self._beat is None else time.monotonic() - self._beat

    @property
    def failing(self) -> timedelta | None:
        """How long every call has failed; None where the last one was answered."""
        if self._failing_since is None:
            return None
        return timedelta(seconds=time.monotonic() - self._failing_since)

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            answer = await make_request(bot, method)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError):
            # A gateway in front of it answers with a page of its own.
            self._failing_since = self._failing_since or time.monotonic()
            raise
        except TelegramAPIError:
            # A refusal is an answer.
            self._failing_since = None
            raise
        self._failing_since = None
        return answer
