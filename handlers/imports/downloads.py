"""Fetching a document from the messenger."""

import io

from aiogram import Bot
from aiogram.types import Document

from journal.imports.limits import DEFAULT_LIMITS
from journal.imports.problems import ImportRefused, Refusal


async def fetched(bot: Bot, document: Document) -> bytes:
    """The bytes of the document. Raises `ImportRefused` for one that is too big to be given out."""
    if (document.file_size or 0) > DEFAULT_LIMITS.file_bytes:
        raise ImportRefused(Refusal.TOO_BIG, limit=DEFAULT_LIMITS.file_bytes)
    into = io.BytesIO()
    await bot.download(document, destination=into)
    return into.getvalue()
