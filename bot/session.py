"""The HTTP sessions to the messenger."""

from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import BytesPayload

from notifications import departure


class Session(AiohttpSession):
    """Keeps the models that answers are read with.

    aiogram asks for the model of an answer at every call, and pydantic forgets one that nobody holds as soon
    as garbage is collected: making it anew costs more than the call itself.
    """

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own
    ) -> TelegramType:
        departure.now()
        return await super().make_request(bot, method, timeout)

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Any:
        """JSON where nothing is uploaded: a form has each letter of Cyrillic quoted, which takes longer."""
        files: dict[str, Any] = {}
        told = {
            name: ready
            for name, value in method.model_dump(warnings=False).items()
            if (ready := self.prepare_value(value, bot=bot, files=files, _dumps_json=False)) not in (None, "")
        }
        if files:
            return super().build_form_data(bot, method)
        return BytesPayload(self.json_dumps(told).encode(), content_type="application/json")

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        _model(method.__returning__)
        return super().check_response(bot, method, status_code, content)


class PlainSession(Session):
    """Without TLS no connection lingers, so closing need not wait for it."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@cache
def _model(returning: Any) -> type[Response[Any]]:
    return Response[returning]
