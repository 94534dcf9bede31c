"""How a handler answers; the messenger's own part implements it."""

from typing import Protocol

from handlers.home.callbacks import FoldCb
from handlers.screen import Screen
from locales.texts import Texts


class Reply(Protocol):
    """Answers one update. A screen edits the message whose button was pressed, else it is a new message."""

    async def show(self, screen: Screen) -> int:
        """Show the screen in place (or as a new message after a typed text); returns the message's id.

        A second `show` of the same update edits what the first one showed. No message becomes a text again
        once it shows a picture: then the screen is a new message, and the picture goes. A living message (see
        `handlers.living`) is edited by its own screen alone: any other is a new message, and both stay.
        """
        ...

    async def send(self, screen: Screen) -> int:
        """Send the screen as a new message; returns its id."""
        ...

    async def redraw(self, message_id: int, screen: Screen) -> int:
        """Edit another message of this chat, e.g. `awaited.message_id` after a typed answer; its id then."""
        ...

    async def unfold(self, asked: FoldCb, t: Texts) -> bool:
        """Show other buttons of the screen whose button was pressed; False where they are kept no longer."""
        ...

    def show_large(self, t: Texts) -> None:
        """From now on the screens are large and simple, or as usual, as the person's texts are."""
        ...

    def became_another(self) -> None:
        """The person speaks another language now, or is more or less here: the chat's commands follow."""
        ...

    def toast(self, text: str) -> None:
        """A short notice over the chat when the button's press is answered."""
        ...

    def alert(self, text: str) -> None:
        """A notice that must be closed, when the button's press is answered."""
        ...
