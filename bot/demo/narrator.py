"""Tells a played day: who does what, and what every phone shows afterwards."""

from collections.abc import Callable

from simulator import Button, Person, SimMessage

STYLES = {"success": "+", "danger": "!", "primary": "*"}
ROWS_SHOWN = 6
# A busy machine may be slow; a day that plays by itself must not give up early.
PATIENCE = 30.0


class Actor:
    """One of the phones, acting and telling what comes of it."""

    def __init__(self, person: Person, tell: Callable[[str], None]) -> None:
        self.person = person
        self._tell = tell
        self._screen: SimMessage | None = None

    @property
    def _name(self) -> str:
        return f"{self.person.first_name} ({self.person.title})"

    async def says(self, text: str) -> None:
        self._tell(f"\n► {self._name} пишет: {text}")
        await self.person.say(text)

    async def presses(self, label: str) -> None:
        """Press a button of the screen seen last; the press is over when the bot has answered it."""
        screen = self._screen or self.person.last
        self._tell(f"\n► {self._name} нажимает «{label}»")
        await self.person.press(screen, label)
        if answer := await self.person.alert(PATIENCE):
            self._tell(f"   ⓘ {answer}")

    async def sees(self, words: str, within: float = PATIENCE) -> SimMessage:
        """Wait until the phone shows the words, and print the screen."""
        self._screen = await self.person.sees(words, within)
        self._tell(f"  {self.person.first_name} видит:")
        for line in told(self._screen):
            self._tell(f"   │ {line}")
        return self._screen


def told(message: SimMessage) -> list[str]:
    """A message as lines of text and rows of buttons; long keyboards are cut, and say so."""
    lines = message.text.split("\n")
    if message.file:
        lines.insert(0, f"<{message.file.kind} {message.file.name or ''}>")
    rows = [" ".join(f"[{_label(button)}]" for button in row) for row in message.buttons]
    if len(rows) > ROWS_SHOWN:
        rows = [*rows[: ROWS_SHOWN - 2], f"… ещё рядов: {len(rows) - ROWS_SHOWN + 1}", rows[-1]]
    return lines + rows


def _label(button: Button) -> str:
    return STYLES.get(button.style or "", "") + button.text
