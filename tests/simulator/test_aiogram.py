"""A real aiogram bot, polling over HTTP, sees the simulator as Telegram."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from simulator import Simulator
from tests.simulator.conftest import TOKEN


def buttons() -> InlineKeyboardMarkup:
    button = InlineKeyboardButton(text="Нажми меня", callback_data="tap", style="success")
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def echo() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer(f"Здравствуйте, <b>{message.from_user.first_name}</b>!", reply_markup=buttons())

    @dispatcher.callback_query(F.data == "tap")
    async def tap(query: CallbackQuery) -> None:
        await query.message.edit_text("Нажато")
        await query.answer("Готово", show_alert=True)

    @dispatcher.message(F.text)
    async def repeat(message: Message) -> None:
        await message.reply(message.text, parse_mode=None)

    @dispatcher.message(F.document)
    async def copy(message: Message) -> None:
        data = await message.bot.download(message.document)
        await message.answer(f"{message.document.file_name}: {len(data.read())}")

    return dispatcher


@pytest.fixture
async def echo_bot(sim: Simulator) -> AsyncIterator[None]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.base_url))
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    dispatcher = echo()
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=2))
    yield
    polling.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await polling


@pytest.mark.usefixtures("echo_bot")
async def test_a_real_aiogram_bot_talks_through_the_simulator(sim: Simulator) -> None:
    olga = sim.person(1001)
    await olga.say("/start")
    greeting = await olga.sees("Здравствуйте, Ольга!")
    assert greeting.entities == [{"type": "bold", "offset": 14, "length": 5}]
    await olga.press(greeting, "Нажми")
    assert await olga.alert() == "Готово"
    assert (await olga.sees("Нажато")).edited == 1
    await olga.say("как дела <b>?")
    assert (await olga.sees("как дела <b>?")).reply_to is not None
    await olga.send_document(b"12345", "список.txt")
    await olga.sees("список.txt: 5")
    assert not sim.journal.refused()
