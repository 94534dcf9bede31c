"""The one place that knows how a screen becomes messages of Telegram."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardMarkup,
    InputRichMessage,
    Message,
)

from handlers import native, splitting
from handlers.folding import Folds, Remembered
from handlers.gallery import Gallery, gone
from handlers.nativeness import Nativeness
from handlers.screen import Button, Row, Screen
from handlers.unchecked import unchecked
from journal.model.lessons import AttachmentKind

log = structlog.get_logger(__name__)

UNCHANGED = "message is not modified"
GONE_ALREADY = "message to delete not found"
# The message is gone, too old, or shows a picture that cannot become a text: a new one is sent instead.
NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)

Plain = Callable[[Screen, dict[str, Any]], Awaitable[int]]
Rich = Callable[[InputRichMessage, Screen, dict[str, Any]], Awaitable[int]]


class TooLong(Exception):  # noqa: N818 - no failure: the text takes several messages
    """The text does not fit into the one message to be edited."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message arrives: with a sound or without, forwardable or not, by paid broadcast or not."""

    silent: bool = False
    protect: bool = False
    paid: bool = False

    def options(self) -> dict[str, Any]:
        return {
            "disable_notification": self.silent or None,
            "protect_content": self.protect or None,
            "allow_paid_broadcast": self.paid or None,
        }


class Renderer:
    """Sends and edits screens. Telegram's own refusals leave it as aiogram's exceptions."""

    def __init__(
        self,
        bot: Bot,
        nativeness: Nativeness | None = None,
        gallery: Gallery | None = None,
        folds: Folds | None = None,
    ) -> None:
        self.bot = bot
        self.nativeness = nativeness or Nativeness()
        self.gallery = gallery or Gallery()
        self.folds = folds or Remembered()

    async def send(self, chat_id: int, screen: Screen, manner: Manner = Manner()) -> int:
        """Send the screen as new messages; returns the id of the one with the buttons (the last)."""
        options = {"chat_id": chat_id, **manner.options()}
        if screen.picture is not None:
            return await self.gallery.send(self.bot, screen, keyboard(screen.rows), options)
        return await self._natively(screen, self._send_rich, self._send_text, options)

    async def edit(self, chat_id: int, message_id: int, screen: Screen, manner: Manner = Manner()) -> int:
        """Change the message in place, or send a new one where that cannot be; the living message's id."""
        if screen.file or screen.attachments:
            return await self.send(chat_id, screen, manner)
        try:
            return await self.change(chat_id, message_id, screen)
        except TelegramBadRequest as refused:
            if not _uneditable(refused):
                raise
            return await self.send(chat_id, screen, manner)
        except TooLong:
            return await self.send(chat_id, screen, manner)

    async def change(self, chat_id: int, message_id: int, screen: Screen) -> int:
        """Change the message in place, and only there; Telegram's refusals are the caller's."""
        where = {"chat_id": chat_id, "message_id": message_id}
        if screen.picture is not None:
            return await self._edit_picture(screen, where)
        return await self._natively(screen, self._edit_rich, self._edit_text, where)

    async def change_buttons(self, chat_id: int, message_id: int, rows: Sequence[Row]) -> int:
        """Put other buttons under a message, whatever it shows."""
        where: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id}
        return await _changed(where, self.bot.edit_message_reply_markup(reply_markup=keyboard(rows), **where))

    async def _natively(self, screen: Screen, rich: Rich, plain: Plain, options: dict[str, Any]) -> int:
        """The screen with its tables, or as text where the server does not take them."""
        message = native.rich_message(screen) if self.nativeness.wanted else None
        if message is None:
            return await plain(screen, options)
        try:
            return await rich(message, screen, options)
        except (TelegramBadRequest, TelegramNotFound) as refused:
            if _uneditable(refused):
                raise
            # Where the text is refused too, it was not for the table.
            shown = await plain(screen, options)
            self.nativeness.refused(refused)
            return shown
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as failed:
            # Whoever tries again tries it with the text.
            self.nativeness.refused(failed)
            raise

    async def _send_rich(self, message: InputRichMessage, screen: Screen, options: dict[str, Any]) -> int:
        sent = await self.bot.send_rich_message(
            rich_message=message, reply_markup=keyboard(screen.rows), **options
        )
        return sent.message_id

    async def _edit_rich(self, message: InputRichMessage, screen: Screen, where: dict[str, Any]) -> int:
        return await self._edited(
            where, screen, rich_message=message, parse_mode=None, link_preview_options=None
        )

    async def _edit_text(self, screen: Screen, where: dict[str, Any]) -> int:
        if splitting.length(screen.text) > splitting.TEXT_LIMIT:
            raise TooLong
        return await self._edited(where, screen, text=screen.text)

    async def _edit_picture(self, screen: Screen, where: dict[str, Any]) -> int:
        return await _changed(where, self.gallery.edit(self.bot, screen, keyboard(screen.rows), where))

    async def _edited(self, where: dict[str, Any], screen: Screen, **content: Any) -> int:
        buttons = keyboard(screen.rows)
        return await _changed(where, self.bot.edit_message_text(reply_markup=buttons, **where, **content))

    async def _send_text(self, screen: Screen, options: dict[str, Any]) -> int:
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

    async def list_commands(self, chat_id: int, listed: list[BotCommand]) -> bool:
        """Make «/» of that chat list these; False where the messenger cannot now and lists the old ones."""
        try:
            await self.bot.set_my_commands(listed, BotCommandScopeChat(chat_id=chat_id))
        except AiogramError as error:
            log.warning("commands_not_listed", error=type(error).__name__)
            return False
        return True

    async def take_away(self, chat_id: int, message_id: int) -> bool:
        """Delete the message; one that is too old for that keeps what it shows, but no buttons: False."""
        try:
            await self.bot.delete_message(chat_id=chat_id, message_id=message_id)
        except TelegramBadRequest as refused:
            if GONE_ALREADY in refused.message.lower():
                return True
            with suppress(TelegramBadRequest):
                await self.bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
            return False
        return True

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


async def _changed(where: dict[str, Any], call: Awaitable[object]) -> int:
    """The message edited; that it showed the same already is no failure."""
    try:
        await call
    except TelegramBadRequest as refused:
        if UNCHANGED not in refused.message:
            raise
    return int(where["message_id"])


async def _sent(call: Awaitable[Message]) -> Message | None:
    """What a file was sent as; None where the messenger has it no longer."""
    try:
        return await call
    except TelegramBadRequest as refused:
        if gone(refused):
            # The words come without it.
            return None
        raise


def _uneditable(refused: TelegramAPIError) -> bool:
    return any(reason in refused.message.lower() for reason in NOT_EDITABLE)


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram takes them; no keyboard at all for none."""
    if not rows:
        return None
    return unchecked(
        InlineKeyboardMarkup, inline_keyboard=[[_button(button) for button in row] for row in rows]
    )


def _button(button: Button) -> dict[str, str]:
    """As the messenger takes it: as a model each would be checked against all that buttons can be."""
    said = {"text": button.label, "callback_data": button.data, "url": button.url, "style": button.style}
    return {name: one for name, one in said.items() if one is not None}
