"""The bot's pace, and how every call to the messenger keeps it: not only what the sender sends."""

import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy.ext.asyncio import AsyncEngine

from notifications import departure
from notifications.pace import PAID_RATE, RATE, Pace
from notifications.pacing import Slot
from notifications.replies import Held, Replies
from notifications.shared import SharedAllowance
from notifications.timer import MonotonicTimer
from storage.allowance import bot_of
from storage.engine import shared

# New messages, which the messenger counts; but not the sign that something is being typed.
COUNTED, UNCOUNTED = ("send", "copy", "forward"), "sendChatAction"


@asynccontextmanager
async def open_pace(engine: AsyncEngine, bot: Bot) -> AsyncIterator[Pace]:
    """The bot's pace; on PostgreSQL others may send for the same bot, and its allowance is shared."""
    if not shared(engine):
        yield Pace()
        return
    name, timer = bot_of(bot.token), MonotonicTimer()
    free = SharedAllowance(engine, name, RATE, timer)
    paid = SharedAllowance(engine, name, PAID_RATE, timer, paid=True)
    async with AsyncExitStack() as stack:
        for allowance in (free, paid):
            stack.push_async_callback(allowance.close)
        yield Pace(timer=timer, free=free, paid=paid)


class Considerate(BaseRequestMiddleware):
    """Replies spend of the allowance that the sender shares, wait where it has to wait, and tell of refusals.

    A parcel of the sender has its slot and is heeded there; only what it sends beyond one message is counted
    here.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        chat = getattr(method, "chat_id", None)
        name = method.__api_method__
        counted = name.startswith(COUNTED) and name != UNCOUNTED
        planned = departure.planned()
        if chat is None or (planned and (not counted or departure.spend())):
            return await make_request(bot, method)
        if planned:
            slot = await self._pace.free.cut_in()
            with departure.instead(lambda: slot.used(self._pace.timer.now())):
                return await make_request(bot, method)
        return await self._reply(str(chat), counted, lambda: make_request(bot, method), method)

    async def _reply(
        self,
        chat: str,
        counted: bool,
        call: Callable[[], Awaitable[Response[TelegramType]]],
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        replies, timer = self._pace.replies, self._pace.timer
        slot = await _leave(replies, chat, counted, method)
        busy, left_at = replies.busy(chat), timer.now()
        replies.left(chat, slot)
        try:
            with departure.instead(lambda: slot and slot.used(timer.now())):
                answer = await call()
        except TelegramRetryAfter as flood:
            replies.refused(chat, slot.at if slot else left_at, float(flood.retry_after), busy=busy)
            raise
        if slot:
            replies.arrived(slot.at)
        return answer


async def _leave(
    replies: Replies, chat: str, counted: bool, method: TelegramMethod[TelegramType]
) -> Slot | None:
    """Wait until it may leave; who would wait too long is told what the messenger would tell."""
    try:
        if counted:
            return await replies.message(chat)
        await replies.change(chat)
    except Held as held:
        raise TelegramRetryAfter(method, "the bot has to wait", math.ceil(held.seconds)) from None
    return None
