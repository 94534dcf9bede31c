"""The HTTP sessions to the messenger."""

import json
from contextlib import suppress
from functools import cache, partial
from http import HTTPStatus
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import (
    EditMessageReplyMarkup,
    EditMessageText,
    Response,
    SendMessage,
    SendRichMessage,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import MessageId
from aiohttp import BytesPayload, ClientSession, TraceConfig
from pydantic import BaseModel

from handlers.unchecked import unchecked
from notifications import departure

# What is told in words: nobody asks more of the message than which one it is.
TEXTS = (SendMessage, SendRichMessage, EditMessageText, EditMessageReplyMarkup)


class Session(AiohttpSession):
    """Reads of an answer what is asked of it, and keeps the models that the others are read with.

    aiogram asks for the model of an answer at every call, and pydantic forgets one that nobody holds as soon
    as garbage is collected: making it anew costs more than the call itself.
    """

    async def create_session(self) -> ClientSession:
        session = await super().create_session()
        if _LEAVING not in session.trace_configs:
            session.trace_configs.append(_LEAVING)
        return session

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Any:
        """JSON where nothing is uploaded: a form has each letter of Cyrillic quoted, which takes longer."""
        told = {name: value for name, value in _given(bot, method).items() if value != ""}
        try:
            written = json.dumps(told, default=partial(_given, bot), ensure_ascii=False)
        except TypeError:
            return super().build_form_data(bot, method)
        return BytesPayload(written.encode(), content_type="application/json")

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        if status_code == HTTPStatus.OK and isinstance(method, TEXTS) and (told := _which(content)):
            return unchecked(Response, ok=True, result=told)
        _model(method.__returning__)
        return super().check_response(bot, method, status_code, content)


class PlainSession(Session):
    """Without TLS no connection lingers, so closing need not wait for it."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _given(bot: Bot, part: object) -> dict[str, Any]:
    """What a method or a part of it says, as far as JSON can; `TypeError` for a file, a date and the like."""
    if not isinstance(part, BaseModel):
        raise TypeError(f"{type(part).__name__} goes by a form")
    said = {**vars(part), **(part.model_extra or {})}
    settled = {name: bot.default[one.name] if isinstance(one, Default) else one for name, one in said.items()}
    return {name: one for name, one in settled.items() if one is not None}


def _which(content: str) -> MessageId | None:
    """Which message the answer speaks of; None where it has to be looked at in full."""
    with suppress(ValueError):
        match json.loads(content):
            case {"ok": True, "result": {"message_id": int(number)}}:
                return unchecked(MessageId, message_id=number)
    return None


@cache
def _model(returning: Any) -> type[Response[Any]]:
    return Response[returning]


def _leaving() -> TraceConfig:
    """A call leaves when there is a connection for it, and not before."""

    async def sent(*_: object) -> None:
        departure.now()

    trace = TraceConfig()
    trace.on_request_headers_sent.append(sent)
    trace.freeze()
    return trace


_LEAVING = _leaving()
