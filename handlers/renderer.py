"""The one place that knows how a screen becomes messages of Telegram."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from handlers import splitting
from handlers.commands import commands
from handlers.screen import Button, Row, Screen
from journal.model.lessons import AttachmentKind
from locales.texts import Texts

log = structlog.get_logger(__name__)

UNCHANGED = "message is not modified"
# The message is gone, too old, or shows a picture that cannot become a text: a new one is sent instead.
NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)

# The messenger has a kept file no longer: the words come without it.
FILE_GONE = ("wrong remote file identifier", "wrong file identifier", "invalid file_id")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message arrives: with a sound or without, forwardable or not."""

    silent: bool = False
    protect: bool = False

    def options(self) -> dict[str, Any]:
        return {"disable_notification": self.silent or None, "protect_content": self.protect or None}


class Renderer:
    """Sends and edits screens. Telegram's own refusals leave it as aiogram's exceptions."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def send(self, chat_id: int, screen: Screen, manner: Manner = Manner()) -> int:
        """Send the screen as new messages; returns the id of the one with the buttons (the last)."""
        options = {"chat_id": chat_id, **manner.options()}
        pieces = [*self._files(screen)]
        if len(pieces) == 1 and splitting.length(screen.text) <= splitting.CAPTION_LIMIT:
            sent = await _sent(
                pieces[0](caption=screen.text or None, reply_markup=keyboard(screen.rows), **options)
            )
            if sent is not None:
                return sent.message_id
            pieces = []
        for piece in pieces:
            await _sent(piece(**options))
        return await self._texts(splitting.split(screen.text), screen.rows, options)

    async def edit(self, chat_id: int, message_id: int, screen: Screen, manner: Manner = Manner()) -> int:
        """Change the message in place, or send a new one where that cannot be; the living message's id."""
        if screen.file or screen.attachments or splitting.length(screen.text) > splitting.TEXT_LIMIT:
            return await self.send(chat_id, screen, manner)
        try:
            await self.bot.edit_message_text(
                text=screen.text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard(screen.rows)
            )
        except TelegramBadRequest as refused:
            if UNCHANGED in refused.message:
                return message_id
            if any(reason in refused.message.lower() for reason in NOT_EDITABLE):
                return await self.send(chat_id, screen, manner)
            raise
        return message_id

    async def list_commands(self, chat_id: int, t: Texts) -> None:
        """Make «/» of that chat speak the language; a messenger that cannot now lists them as before."""
        try:
            await self.bot.set_my_commands(commands(t), BotCommandScopeChat(chat_id=chat_id))
        except AiogramError as error:
            log.warning("commands_not_listed", error=type(error).__name__)

    async def _texts(self, parts: Sequence[str], rows: Sequence[Row], options: dict[str, Any]) -> int:
        for part in parts[:-1]:
            await self.bot.send_message(text=part, **options)
        sent = await self.bot.send_message(text=parts[-1], reply_markup=keyboard(rows), **options)
        return sent.message_id

    def _files(self, screen: Screen) -> list[Callable[..., Awaitable[Message]]]:
        """What sends each file of the screen, still lacking the chat."""
        made: list[Callable[..., Awaitable[Message]]] = []
        if screen.file is not None:
            upload = BufferedInputFile(screen.file.content, screen.file.name)
            made.append(
                self._kept(
                    AttachmentKind.PHOTO if screen.file.is_picture else AttachmentKind.DOCUMENT, upload
                )
            )
        made.extend(self._kept(item.kind, item.file_id) for item in screen.attachments)
        return made

    def _kept(
        self, kind: AttachmentKind, content: str | BufferedInputFile
    ) -> Callable[..., Awaitable[Message]]:
        async def send(**options: Any) -> Message:
            match kind:
                case AttachmentKind.PHOTO:
                    return await self.bot.send_photo(photo=content, **options)
                case AttachmentKind.VOICE:
                    return await self.bot.send_voice(voice=content, **options)
                case AttachmentKind.DOCUMENT:
                    return await self.bot.send_document(document=content, **options)

        return send


async def _sent(call: Awaitable[Message]) -> Message | None:
    """What a file was sent as; None where the messenger has it no longer."""
    try:
        return await call
    except TelegramBadRequest as refused:
        if any(reason in refused.message.lower() for reason in FILE_GONE):
            return None
        raise


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram takes them; no keyboard at all for none."""
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=button.label, callback_data=button.data, url=button.url, style=button.style
    )
