"""A person of the little school with a phone: says, presses, sees, and counts the taps it took."""

from collections.abc import Callable

from simulator import Person, SimMessage
from simulator.person import Wanted


def with_button(label: str) -> Callable[[SimMessage], bool]:
    """A message one of whose buttons has the label, or a part of it."""
    return lambda message: any(label in button.text for row in message.buttons for button in row)


class Persona:
    """Acts on what it saw last, as people do. `taps` counts the presses, `typed` the texts and files."""

    def __init__(self, name: str, phone: Person) -> None:
        self.name = name
        self.phone = phone
        self.taps = 0
        self.typed = 0
        self._seen: SimMessage | None = None

    async def say(self, text: str) -> None:
        """Type a text."""
        self.typed += 1
        await self.phone.say(text)

    async def send_photo(self, data: bytes, caption: str = "") -> None:
        self.typed += 1
        await self.phone.send_photo(data, caption)

    async def send_document(self, data: bytes, filename: str, caption: str = "") -> None:
        self.typed += 1
        await self.phone.send_document(data, filename, caption)

    async def send_voice(self, data: bytes) -> None:
        self.typed += 1
        await self.phone.send_voice(data)

    async def press(self, label: str, on: SimMessage | None = None) -> str:
        """Press a button of the screen seen last (or of `on`); returns the words of the answer, "" for none.

        When it returns, the handler has finished and its screen is there.
        """
        self.taps += 1
        await self.phone.press(on or self.screen, label)
        return await self.phone.alert()

    async def press_data(self, message: SimMessage | int, data: str) -> str:
        """Press with forged or stale data; returns the words of the answer."""
        message_id = message if isinstance(message, int) else message.id
        await self.phone.press_data(message_id, data)
        return await self.phone.alert()

    async def sees(self, wanted: Wanted = "", within: float = 5.0) -> SimMessage:
        """Wait for a message (new or edited since the last action) with the text; it is now the screen."""
        self._seen = await self.phone.sees(wanted, within)
        return self._seen

    async def sees_nothing(self, wanted: Wanted = "", during: float = 0.5) -> None:
        """Fail when such a message comes."""
        await self.phone.sees_nothing(wanted, during)

    @property
    def screen(self) -> SimMessage:
        """The message looked at: the one seen last, else the bot's newest."""
        return self._seen if self._seen and not self._seen.deleted else self.phone.last

    def data(self, prefix: str) -> str:
        """The data of the screen's first button whose data begin so."""
        kept = (button.data for row in self.screen.buttons for button in row if button.data)
        return next(data for data in kept if data.startswith(prefix))

    def rest(self) -> None:
        """Count taps from here."""
        self.taps = self.typed = 0
