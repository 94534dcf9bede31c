"""Who is on the other side of the chat, and the state of each one's chat with the bot."""

from dataclasses import dataclass, field
from typing import Any

from simulator.messages import Button, SimMessage


@dataclass(frozen=True, slots=True)
class BotProfile:
    """The bot's public card; the id is the number before the colon of its token."""

    id: int
    name: str = "Дневничок"
    username: str = "dnevnichok_bot"

    def user(self) -> dict[str, Any]:
        """As the Bot API's User."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


@dataclass(eq=False)
class Chat:
    """The private chat of one person with the bot. The bot may write once the person `started` it."""

    id: int
    first_name: str
    last_name: str = ""
    title: str = ""
    username: str = ""
    language_code: str = "ru"
    started: bool = False
    blocked: bool = False
    messages: dict[int, SimMessage] = field(default_factory=dict)
    keyboard: list[list[Button]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def user(self) -> dict[str, Any]:
        """As the Bot API's User."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def chat(self) -> dict[str, Any]:
        """As the Bot API's Chat."""
        return {"id": self.id, "type": "private", **self._names()}

    def _names(self) -> dict[str, str]:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {field: name for field, name in names.items() if name}
