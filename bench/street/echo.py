"""The bare bot: aiogram's own webhook and an echo by a call; `frozen` spares it garbage collection."""

import gc
import os
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bench.street.walking import PATH, SECRET, TOKEN

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "")


@dispatcher.callback_query()
async def press(query: CallbackQuery) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(query.data or "")
    await query.answer()


async def freeze(_: web.Application) -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["API_URL"]))
    app = web.Application()
    handler = SimpleRequestHandler(
        dispatcher, Bot(TOKEN, session=session), handle_in_background=False, secret_token=SECRET
    )
    handler.register(app, path=PATH)
    if "frozen" in sys.argv:
        app.on_startup.append(freeze)
    port = int(os.environ["WEBHOOK_PORT"])
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


main()
