"""Raw updates: fetched without parsing, cleaned of what no database can keep, their chat found."""

from typing import Any

from aiogram.methods import TelegramMethod

MAX_ID = 2**63 - 1
ALLOWED = ["message", "callback_query", "my_chat_member"]
# What holds a chat, by kind of update; a button is ordered with the chat of its message.
_HOLDERS = ("message", "callback_query", "my_chat_member", "edited_message")


class GetRawUpdates(TelegramMethod[list[Any]]):
    """`getUpdates` whose answer is not parsed: one malformed update must not reject the batch."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


def update_id(raw: Any) -> int | None:
    """The id of an update, or None where there is none that could be kept."""
    found = raw.get("update_id") if isinstance(raw, dict) else None
    return found if type(found) is int and 0 <= found <= MAX_ID else None


def chat_of(raw: dict[str, Any]) -> str:
    """The chat in whose order the update is handled; `?` for what has none."""
    for holder in _HOLDERS:
        part = raw.get(holder)
        if isinstance(part, dict):
            inner = part.get("message") if holder == "callback_query" else part
            for place in (inner, part):
                for name in ("chat", "from"):
                    if isinstance(place, dict) and isinstance(place.get(name), dict):
                        return str(place[name].get("id", "?"))[:32]
    return "?"


def key_of(raw: dict[str, Any], chat: str) -> str | None:
    """What stays the same when the update is sent again under a new number."""
    press, message = raw.get("callback_query"), raw.get("message")
    if isinstance(press, dict) and "id" in press:
        return f"press {press['id']}"[:80]
    if isinstance(message, dict) and "message_id" in message:
        return f"message {chat} {message['message_id']}"[:80]
    return None


def clean(value: Any) -> Any:
    """The same without NUL characters and half surrogates, which PostgreSQL and UTF-8 refuse."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    if isinstance(value, list):
        return [clean(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): clean(item) for key, item in value.items()}
    return value
