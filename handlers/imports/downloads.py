"""Fetching a document from the messenger."""

import io

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Document
from aiohttp import ClientResponseError

from journal.imports.limits import DEFAULT_LIMITS
from journal.imports.problems import ImportRefused, Refusal


async def fetched(bot: Bot, document: Document) -> bytes:
    """The bytes of the document. Raises `ImportRefused` for one that is not given out, e.g. for its size."""
    if (document.file_size or 0) > DEFAULT_LIMITS.file_bytes:
        raise ImportRefused(Refusal.TOO_BIG, limit=DEFAULT_LIMITS.file_bytes)
    into = io.BytesIO()
    try:
        await bot.download(document, destination=into)
    except (TelegramBadRequest, ClientResponseError):
        raise ImportRefused(Refusal.NOT_GIVEN_OUT) from None
    return into.getvalue()
