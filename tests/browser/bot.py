"""A bot of a few lines: plain HTTP, long polling, an answer for each word of its script."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientSession, FormData

from tests.browser.pictures import PICTURE

Answer = Callable[["ScriptedBot", int], Awaitable[Any]]

MENU = {
    "inline_keyboard": [
        [{"text": "✓ Есть", "callback_data": "toggle", "style": "success"}],
        [{"text": "Подсказка", "callback_data": "toast"}, {"text": "Тревога", "callback_data": "alert"}],
        [{"text": "Сохранить", "callback_data": "save", "style": "primary"}],
        [{"text": "Сайт", "url": "https://school.example/"}],
    ]
}
TOGGLED = {"inline_keyboard": [[{"text": "✗ Нет", "callback_data": "toggle", "style": "danger"}]]}
KEYS = {"keyboard": [[{"text": "Сегодня"}, {"text": "Неделя"}]], "resize_keyboard": True}
COMMANDS = [
    {"command": "start", "description": "Начать сначала"},
    {"command": "now", "description": "Урок сейчас"},
    {"command": "week", "description": "Неделя"},
]
TABLE = {
    "blocks": [
        {"type": "heading", "text": "Не внесено", "size": 3},
        {
            "type": "table",
            "cells": [
                [{"text": "Учитель", "is_header": True, "align": "left", "valign": "top"}],
                [{"text": "Соколова", "align": "left", "valign": "top"}],
            ],
        },
        {"type": "buttons", "buttons": [{"text": "Ещё", "callback_data": "toast"}]},
    ]
}


class ScriptedBot:
    """Answers a text by the script below and repeats any other one."""

    def __init__(self, session: ClientSession, base: str) -> None:
        self._session = session
        self._base = base

    async def run(self) -> None:
        """Poll until cancelled."""
        await self.call("setMyCommands", commands=COMMANDS)
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a method that must succeed."""
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def upload(self, method: str, chat: int, field: str, name: str, data: bytes, **params: str) -> None:
        """Send a file by multipart."""
        form = FormData({"chat_id": str(chat), **params}, quote_fields=False)
        form.add_field(field, data, filename=name)
        async with self._session.post(f"{self._base}/{method}", data=form) as response:
            assert response.status == 200, await response.text()

    async def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await _PRESSES[query["data"]](self, query)
        elif message := update.get("message"):
            words = message.get("text") or message.get("caption") or _kind(message)
            chat = message["chat"]["id"]
            if words in _SCRIPT:
                await _SCRIPT[words](self, chat)
            else:
                await self.call("sendMessage", chat_id=chat, text=f"Вы: {words}")


def _kind(message: dict[str, Any]) -> str:
    return next(kind for kind in ("photo", "document", "voice") if kind in message)


def _say(text: str, **params: Any) -> Answer:
    return lambda bot, chat: bot.call("sendMessage", chat_id=chat, text=text, **params)


async def _toggle(bot: ScriptedBot, query: dict[str, Any]) -> None:
    message = query["message"]
    await bot.call(
        "editMessageText",
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        text="Отмечено: нет",
        reply_markup=TOGGLED,
    )
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])


def _reply(text: str, alert: bool) -> Callable[[ScriptedBot, dict[str, Any]], Awaitable[Any]]:
    return lambda bot, query: bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert
    )


_PRESSES = {
    "toggle": _toggle,
    "toast": _reply("Короткий ответ", alert=False),
    "alert": _reply("Срок прошёл в 17:00", alert=True),
    "save": _reply("Сохранено", alert=False),
}

_SCRIPT: dict[str, Answer] = {
    "/start": _say("Здравствуйте!", reply_markup=MENU),
    "тихо": _say("Тихое и закрытое", disable_notification=True, protect_content=True),
    "разметка": _say(
        "<b>Аня</b> &lt;img src=x onerror=alert(1)&gt; <tg-spoiler>ответ</tg-spoiler> /week",
        parse_mode="HTML",
    ),
    "цитата": _say("<blockquote expandable>Повторить\nформулы</blockquote>", parse_mode="HTML"),
    "клавиатура": _say("Выберите", reply_markup=KEYS),
    "без клавиатуры": _say("Убрано", reply_markup={"remove_keyboard": True}),
    "печатай": lambda bot, chat: bot.call("sendChatAction", chat_id=chat, action="typing"),
    "таблица": lambda bot, chat: bot.call("sendRichMessage", chat_id=chat, rich_message=TABLE),
    "картинка": lambda bot, chat: bot.upload(
        "sendPhoto", chat, "photo", "week.png", PICTURE, caption="Неделя 7Б"
    ),
    "файл": lambda bot, chat: bot.upload("sendDocument", chat, "document", "коды 7Б.txt", b"7K2M-99QX"),
    "длинно": _say("\n".join(f"Строка {number}" for number in range(60))),
}
