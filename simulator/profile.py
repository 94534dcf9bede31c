"""The bot's public card that it sets itself: commands by scope and language, descriptions, menu button."""

from dataclasses import dataclass, field
from typing import Any

ScopeKey = tuple[str, int, str]


@dataclass
class Profile:
    """Commands by (scope type, chat or 0, language), texts by language, menu buttons by chat (0: default)."""

    commands: dict[ScopeKey, list[dict[str, Any]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def commands_for(self, chat_id: int, language: str) -> list[dict[str, Any]]:
        """What a person's «/» menu shows: the narrowest scope first, the own language before the default."""
        scopes = (("chat", chat_id), ("all_private_chats", 0), ("default", 0))
        for scope, chat in scopes:
            for spoken in (language, ""):
                if found := self.commands.get((scope, chat, spoken)):
                    return found
        return []
