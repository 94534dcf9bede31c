"""One peer told to deliver, by the python of the peers' own environment; it imports nothing of the product.

`peer.py NAME` with the errand as JSON on the standard input. Each peer is used as its README shows, with its
own defaults. For each urgent message a line with its chat and the moment it was asked for.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

FIRST_AFTER, EVERY = 2.0, 0.7
TEXT = "Завтра на экскурсию: сбор в 8:30 у входа, с собой воду и сменную обувь. Вернёмся к 14:00."
ALERT = "Сегодня на втором уроке отсутствует"
TOKEN = "5000000005:bench"


@dataclass(frozen=True)
class Errand:
    url: str
    chats: list[int]
    urgent: list[int]
    paid: bool


Send = Callable[[int], Awaitable[object]]


async def with_urgent(errand: Errand, bulk: Awaitable[object], send: Send) -> None:
    """The bulk, and amid it the urgent ones, none of which waits for the one before."""

    async def one(chat: int) -> None:
        try:
            await send(chat)
        except Exception as refused:  # noqa: BLE001 - the journal shows what came of it
            print(f"urgent: {refused}", file=sys.stderr)

    async def urgent() -> None:
        await asyncio.sleep(FIRST_AFTER)
        async with asyncio.TaskGroup() as group:
            for chat in errand.urgent:
                await asyncio.sleep(EVERY)
                print(json.dumps({"chat": chat, "at": time.monotonic()}), flush=True)
                group.create_task(one(chat))

    await asyncio.gather(bulk, urgent())


def aiogram_bot(url: str):
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def naive_gather(errand: Errand) -> None:
    """Everything at once by aiogram, and nothing is tried again."""
    paid = errand.paid or None
    async with aiogram_bot(errand.url) as bot:
        bulk = asyncio.gather(
            *(bot.send_message(chat, TEXT, allow_paid_broadcast=paid) for chat in errand.chats),
            return_exceptions=True,
        )
        await with_urgent(errand, bulk, lambda chat: bot.send_message(chat, ALERT))


async def aiogram_broadcaster(errand: Errand) -> None:
    """A mailer for the bulk, without a pause between messages, and one for each urgent message."""
    from aiogram_broadcaster import Broadcaster
    from aiogram_broadcaster.contents import TextContent
    from aiogram_broadcaster.utils.retry_after_handler import setup_retry_after_handler

    async with aiogram_bot(errand.url) as bot:
        broadcaster = Broadcaster(bot)
        setup_retry_after_handler(broadcaster.event)

        async def mail(chats: list[int], text: str, paid: bool | None = None) -> object:
            content = TextContent(text=text, allow_paid_broadcast=paid)
            return await (await broadcaster.create_mailer(chats=chats, content=content)).start()

        bulk = mail(errand.chats, TEXT, errand.paid or None)
        await with_urgent(errand, bulk, lambda chat: mail([chat], ALERT))


async def aiogram_broadcast(errand: Errand) -> None:
    """The service with its own pace; it knows one broadcast at a time, so what is urgent goes by the bot."""
    from aiogram_broadcast import BroadcastService
    from aiogram_broadcast.storage.base import BaseBroadcastStorage

    class Listed(BaseBroadcastStorage):
        """The chats from memory: no database is in the way."""

        async def get_all_subscriber_ids(self, state=None):
            return errand.chats

        async def get_subscribers_count(self, state=None):
            return len(errand.chats)

        async def add_subscriber(self, subscriber): ...
        async def get_subscriber(self, user_id): ...
        async def update_subscriber(self, subscriber): ...
        async def delete_subscriber(self, user_id): ...
        async def iter_subscribers(self, state=None, batch_size=100):
            return
            yield

    async with aiogram_bot(errand.url) as bot:
        service = BroadcastService(bot, Listed())
        bulk = service.broadcast_text(TEXT, allow_paid_broadcast=errand.paid or None)
        await with_urgent(errand, bulk, lambda chat: bot.send_message(chat, ALERT))


async def ptb_rate_limiter(errand: Errand) -> None:
    """Everything at once through the limiter, which holds it back and tries refused messages again."""
    from telegram.ext import AIORateLimiter, Application

    limiter = AIORateLimiter(max_retries=5)
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{errand.url}/bot")
        .rate_limiter(limiter)
        .read_timeout(60)
        .pool_timeout(600)
        .build()
    )
    async with application:
        bot = application.bot
        paid = errand.paid or None
        bulk = asyncio.gather(
            *(bot.send_message(chat, TEXT, allow_paid_broadcast=paid) for chat in errand.chats),
            return_exceptions=True,
        )
        await with_urgent(errand, bulk, lambda chat: bot.send_message(chat, ALERT))


PEERS = {
    "naive-gather": naive_gather,
    "aiogram-broadcaster": aiogram_broadcaster,
    "aiogram-broadcast": aiogram_broadcast,
    "python-telegram-bot": ptb_rate_limiter,
}

if __name__ == "__main__":
    asyncio.run(PEERS[sys.argv[1]](Errand(**json.load(sys.stdin))))
