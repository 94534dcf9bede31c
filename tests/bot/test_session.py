"""The session to the messenger."""

import asyncio
import gc

from aiogram import Bot
from aiogram.methods import EditMessageText
from aiogram.types import Message

from bot.session import Session
from bot.wiring import client
from notifications import departure
from simulator import Simulator
from tests.support.scenario import TOKEN

ANSWER = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}'


def test_the_model_of_an_answer_outlives_a_collection_of_garbage() -> None:
    session, bot = Session(), Bot("123:ABC")
    method = EditMessageText(text="a", chat_id=1, message_id=1)
    models = set()
    for _ in range(3):
        answer = session.check_response(bot, method, 200, ANSWER)
        assert isinstance(answer.result, Message)
        models.add(id(type(answer)))
        del answer
        gc.collect()
    assert len(models) == 1


async def test_who_sends_is_told_when_the_call_leaves_and_nobody_else_is() -> None:
    left: list[str] = []

    async def ask(bot: Bot, name: str) -> None:
        departure.expected(lambda: left.append(name))
        await bot.get_me()

    async with Simulator(TOKEN, []) as simulator, client(TOKEN, simulator.base_url) as bot:
        await bot.get_me()
        assert left == []
        await asyncio.gather(ask(bot, "first"), ask(bot, "second"))
        await bot.get_me()
    assert sorted(left) == ["first", "second"]
