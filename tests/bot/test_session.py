"""The session to the messenger."""

import asyncio
import gc
import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramBadRequest
from aiogram.methods import (
    EditMessageMedia,
    EditMessageText,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from aiohttp import BytesPayload, FormData

from bot.session import Session
from bot.wiring import client
from handlers.renderer import keyboard
from handlers.screen import Button, Style
from notifications import departure
from simulator import Simulator
from tests.support.scenario import TOKEN

ANSWER = '{"ok": true, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}'


def test_the_model_of_an_answer_outlives_a_collection_of_garbage() -> None:
    session, bot = Session(), Bot("123:ABC")
    method = EditMessageMedia(chat_id=1, message_id=1, media=InputMediaPhoto(media="kept"))
    models = set()
    for _ in range(3):
        answer = session.check_response(bot, method, 200, ANSWER)
        assert isinstance(answer.result, Message)
        models.add(id(type(answer)))
        del answer
        gc.collect()
    assert len(models) == 1


@pytest.mark.parametrize(
    "method", [SendMessage(chat_id=1, text="a"), EditMessageText(text="a", chat_id=1, message_id=1)]
)
def test_of_a_message_in_words_nothing_is_read_but_which_one_it_is(method: TelegramMethod[Any]) -> None:
    told = '{"ok": true, "result": {"message_id": 7, "chat": "of a kind that nobody knows yet"}}'
    answer = Session().check_response(Bot("123:ABC"), method, 200, told)
    assert answer.result.message_id == 7


@pytest.mark.parametrize(
    ("status", "told", "error"),
    [
        (200, '{"ok": true, "result": {}}', ClientDecodeError),
        (200, '{"ok": true', ClientDecodeError),
        (400, '{"ok": false, "error_code": 400, "description": "Bad Request"}', TelegramBadRequest),
    ],
)
def test_an_answer_that_names_no_message_is_an_error(
    status: int, told: str, error: type[AiogramError]
) -> None:
    with pytest.raises(error):
        Session().check_response(Bot("123:ABC"), SendMessage(chat_id=1, text="a"), status, told)


@pytest.mark.parametrize(
    "method",
    [
        SendMessage(chat_id=1, text="Привет, <b>Аня</b>", reply_parameters=ReplyParameters(message_id=5)),
        SendMessage(chat_id=1, text="да", parse_mode=None, link_preview_options=LinkPreviewOptions(url="u")),
        SetMyCommands(
            commands=[BotCommand(command="menu", description="Меню")], scope=BotCommandScopeChat(chat_id=1)
        ),
        EditMessageMedia(chat_id=1, message_id=2, media=InputMediaPhoto(media="kept", caption="<i>4</i>")),
        EditMessageText(
            chat_id=1,
            message_id=2,
            reply_markup=keyboard(
                [(Button("Да", "yes:1", style=Style.GOOD), Button("Сайт", url="https://school.example"))]
            ),
            text="",
        ),
    ],
    ids=lambda method: type(method).__name__,
)
def test_json_says_what_a_form_would(method: TelegramMethod[Any]) -> None:
    session, bot = (
        Session(),
        Bot("123:ABC", default=DefaultBotProperties(parse_mode="HTML", protect_content=True)),
    )
    written = session.build_form_data(bot, method)
    assert isinstance(written, BytesPayload)
    form = AiohttpSession.build_form_data(session, bot, method)
    assert {name: _as_form(one) for name, one in json.loads(written.decode()).items()} == {
        field[0]["name"]: _as_form(field[2]) for field in form._fields
    }


def _as_form(said: Any) -> Any:
    """A form has everything as words: structures as JSON, numbers by their digits."""
    if isinstance(said, str) and said[:1] in ("{", "["):
        return json.loads(said)
    return said if isinstance(said, (str, dict, list)) else json.dumps(said)


def test_a_file_goes_by_a_form() -> None:
    picture = SendPhoto(chat_id=1, photo=BufferedInputFile(b"png", "a.png"), caption="Оценки")
    assert isinstance(Session().build_form_data(Bot("123:ABC"), picture), FormData)


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
