"""A chat printed for people: what a failed test shows and what `make play` tells."""

from collections.abc import Iterable
from datetime import UTC, datetime

from simulator.messages import Button, SimMessage
from simulator.people import Chat

WIDTH = 78


def transcript(chat: Chat, last: int = 12) -> str:
    """The last messages of a chat, oldest first, with buttons and marks of what happened to them."""
    heading = f"── {chat.name}{f' ({chat.title})' if chat.title else ''}, chat {chat.id} "
    if chat.blocked:
        heading += "· has blocked the bot "
    messages = list(chat.messages.values())
    lines = [heading.ljust(WIDTH, "─")]
    if len(messages) > last:
        lines.append(f"   … {len(messages) - last} earlier")
    for message in messages[-last:]:
        lines.extend(told(message, chat.first_name))
    return "\n".join(lines if messages else [*lines, "   (nothing was said)"])


def told(message: SimMessage, person: str = "") -> Iterable[str]:
    """One message as lines: who, when, what; below it the rows of its buttons."""
    who = "бот" if message.from_bot else person or "человек"
    time = datetime.fromtimestamp(message.edit_date or message.date, UTC).strftime("%H:%M:%S")
    head = f"{'«' if message.from_bot else '»'} {message.id:>4} {time} {who}{_marks(message)}: "
    first, *rest = _content(message).split("\n")
    yield head + first
    for line in rest:
        yield " " * 7 + line
    for row in message.buttons or message.keyboard:
        yield " " * 7 + " ".join(_label(button) for button in row)


def _content(message: SimMessage) -> str:
    parts = [message.text] if message.text else []
    if message.file:
        parts.insert(0, f"<{message.file.kind} {message.file.name or ''} {message.file.size} B>")
    if message.rich is not None:
        parts.append("<rich message>")
    return " ".join(parts)


def _marks(message: SimMessage) -> str:
    marks = {
        f"edited ×{message.edited}": message.edited,
        "silent": message.silent,
        "protected": message.protect,
        "DELETED": message.deleted,
    }
    told_marks = [mark for mark, is_so in marks.items() if is_so]
    return f" [{', '.join(told_marks)}]" if told_marks else ""


def _label(button: Button) -> str:
    style = {"success": "+", "danger": "!", "primary": "*"}.get(button.style or "", "")
    return f"[{style}{button.text}{' ↗' if button.url else ''}]"
