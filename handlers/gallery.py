"""Pictures shown by the messenger's own id where it keeps one, else drawn and uploaded."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, InputMediaPhoto, Message

from handlers.screen import Picture, Screen

# The messenger keeps a file no longer, or for another bot.
FILE_GONE = ("wrong remote file identifier", "wrong file identifier", "invalid file_id", "file reference")
# Every picture has a button to its words, whose data begins so: it is told by that from photos people keep.
TO_WORDS = "diz"
Source = str | BufferedInputFile
# An edit of a message that is not the bot's own answers no more than «done».
Shown = TypeVar("Shown", Message, Message | bool)


class FileIds(Protocol):
    """Where the ids of pictures stand from one start of the bot to the next."""

    async def find(self, key: str) -> str | None: ...

    async def keep(self, key: str, file_id: str) -> None: ...


class Remembered:
    """The ids for as long as the program runs."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    async def find(self, key: str) -> str | None:
        return self._ids.get(key)

    async def keep(self, key: str, file_id: str) -> None:
        self._ids[key] = file_id


class Gallery:
    def __init__(self, ids: FileIds | None = None) -> None:
        self.ids = ids or Remembered()

    async def send(
        self, bot: Bot, screen: Screen, buttons: InlineKeyboardMarkup | None, options: dict[str, Any]
    ) -> int:
        """Send the picture of the screen as a new message; returns its id."""

        async def send(source: Source) -> Message:
            return await bot.send_photo(photo=source, caption=screen.text, reply_markup=buttons, **options)

        sent = await self._shown(screen.picture, send)
        return sent.message_id

    async def edit(
        self, bot: Bot, screen: Screen, buttons: InlineKeyboardMarkup | None, place: dict[str, Any]
    ) -> None:
        """Put the picture of the screen in place of what a message shows, be it a text or a picture."""

        async def edit(source: Source) -> Message | bool:
            media = InputMediaPhoto(media=source, caption=screen.text)
            return await bot.edit_message_media(media=media, reply_markup=buttons, **place)

        await self._shown(screen.picture, edit)

    async def _shown(self, picture: Picture | None, show: Callable[[Source], Awaitable[Shown]]) -> Shown:
        if picture is None:
            raise ValueError("the screen has no picture")
        known = await self.ids.find(picture.key)
        if known is not None:
            try:
                return await show(known)
            except TelegramBadRequest as refused:
                if not gone(refused):
                    raise
        shown = await show(BufferedInputFile(await picture.draw(), "picture.png"))
        if isinstance(shown, Message) and shown.photo:
            await self.ids.keep(picture.key, shown.photo[-1].file_id)
        return shown


def is_picture(message: object) -> bool:
    """Whether the message is a screen that shows a picture drawn here."""
    if not isinstance(message, Message) or not message.photo or message.reply_markup is None:
        return False
    buttons = (button for row in message.reply_markup.inline_keyboard for button in row)
    return any((button.callback_data or "").startswith(f"{TO_WORDS}:") for button in buttons)


def gone(refused: TelegramBadRequest) -> bool:
    """Whether the messenger has a kept file no longer."""
    return any(reason in refused.message.lower() for reason in FILE_GONE)
