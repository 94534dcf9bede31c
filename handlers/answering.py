"""The reply to one update in Telegram: edits the pressed message, or writes a new one."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from handlers.folding import folded, unfolded
from handlers.home.callbacks import FoldCb
from handlers.living import marked
from handlers.renderer import Manner, Renderer
from handlers.screen import Screen
from locales.texts import Texts

# A person looks at the screen now: a longer wait is no answer any more.
PAUSES = (0.3, 1.5)
PATIENCE = 5.0


class TelegramReply:
    """Implements `handlers.reply.Reply`; remembers what the answer to the pressed button is to say."""

    def __init__(
        self,
        renderer: Renderer,
        chat_id: int,
        pressed: int | None = None,
        *,
        pictured: bool = False,
        protected: bool = False,
        mark: str | None = None,
    ) -> None:
        self._renderer = renderer
        self._chat_id = chat_id
        self._living = pressed
        # Whether the living message shows a picture, which no edit turns into words.
        self._pictured = pictured
        # Whether it can be neither forwarded nor saved, which no edit changes either.
        self._protected = protected
        # What tells the pressed message, if that counts something, from all that may be opened from it.
        self._mark = mark
        self.words: str | None = None
        self.must_be_closed = False
        # Whether the person's language or standing is no more what it was before the update.
        self.changed = False
        # The texts of whoever wants everything large and simple: few buttons at once, each a row of its own.
        self.simple: Texts | None = None
        # Whoever forbade forwarding is answered so too, not only told so.
        self.manner = Manner()

    async def show(self, screen: Screen) -> int:
        if self._mark is not None and marked(screen) != self._mark:
            # What counts stays what it is; the rest of the answer goes on below it.
            self._living, self._pictured, self._mark = None, False, None
        before = self._living
        if before is None or self._must_come_anew(screen):
            self._living = await self.send(screen)
            self._protected = self.manner.protect
            # A file comes beside the screen it was asked on.
            if before is not None and not screen.file and not screen.attachments:
                await self._renderer.take_away(self._chat_id, before)
        else:
            self._living = await self.redraw(before, screen)
        self._pictured = screen.picture is not None
        return self._living

    def _must_come_anew(self, screen: Screen) -> bool:
        """Whether no edit makes the living message what the screen is to be."""
        words_after_picture = self._pictured and screen.picture is None
        return words_after_picture or (self.manner.protect and not self._protected)

    async def send(self, screen: Screen) -> int:
        fitted = await self._fitted(screen)
        return await _patiently(lambda: self._renderer.send(self._chat_id, fitted, self.manner))

    async def redraw(self, message_id: int, screen: Screen) -> int:
        fitted = await self._fitted(screen)
        return await _patiently(lambda: self._renderer.edit(self._chat_id, message_id, fitted, self.manner))

    def show_large(self, t: Texts) -> None:
        self.simple = t if t.large else None

    def became_another(self) -> None:
        self.changed = True

    async def unfold(self, asked: FoldCb, t: Texts) -> bool:
        rows = await unfolded(str(self._chat_id), asked, self._renderer.folds, t)
        living = self._living
        if rows is None or living is None:
            return False
        await _patiently(lambda: self._renderer.change_buttons(self._chat_id, living, rows))
        return True

    async def _fitted(self, screen: Screen) -> Screen:
        if self.simple is None:
            return screen
        return await folded(screen, str(self._chat_id), self._renderer.folds, self.simple)

    def toast(self, text: str) -> None:
        self.words, self.must_be_closed = text, False

    def alert(self, text: str) -> None:
        self.words, self.must_be_closed = text, True


async def _patiently(call: Callable[[], Awaitable[int]]) -> int:
    """Try the call again where the network or the messenger failed for a moment."""
    for pause in PAUSES:
        try:
            return await call()
        except TelegramRetryAfter as flood:
            if flood.retry_after > PATIENCE:
                raise
            await asyncio.sleep(flood.retry_after)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError):
            # A gateway before the messenger answers with a page of its own, which is no JSON.
            await asyncio.sleep(pause)
    return await call()
