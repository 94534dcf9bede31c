"""The reply to one update in Telegram: edits the pressed message, or writes a new one."""

from handlers.renderer import Renderer
from handlers.screen import Screen


class TelegramReply:
    """Implements `handlers.reply.Reply`; remembers what the answer to the pressed button is to say."""

    def __init__(self, renderer: Renderer, chat_id: int, pressed: int | None = None) -> None:
        self._renderer = renderer
        self._chat_id = chat_id
        self._living = pressed
        self.words: str | None = None
        self.must_be_closed = False

    async def show(self, screen: Screen) -> int:
        if self._living is None:
            self._living = await self.send(screen)
        else:
            self._living = await self.redraw(self._living, screen)
        return self._living

    async def send(self, screen: Screen) -> int:
        return await self._renderer.send(self._chat_id, screen)

    async def redraw(self, message_id: int, screen: Screen) -> int:
        return await self._renderer.edit(self._chat_id, message_id, screen)

    def toast(self, text: str) -> None:
        self.words, self.must_be_closed = text, False

    def alert(self, text: str) -> None:
        self.words, self.must_be_closed = text, True
