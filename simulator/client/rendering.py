"""JSON for the page: people, messages, events."""

from typing import Any

from simulator.client.markup import safe_html
from simulator.events import Event
from simulator.messages import Button, SimMessage, StoredFile
from simulator.people import Chat
from simulator.world import World

Json = dict[str, Any]


def person_json(world: World, chat: Chat, title: str) -> Json:
    """A phone: whose it is, and what its «/» menu offers."""
    return {
        "id": chat.id,
        "first_name": chat.first_name,
        "last_name": chat.last_name,
        "title": title,
        "blocked": chat.blocked,
        "keyboard": _rows(chat.keyboard),
        "commands": world.profile.commands_for(chat.id, chat.language_code),
    }


def message_json(message: SimMessage) -> Json:
    """A message as a phone shows it; `html` is safe, dates are UTC seconds."""
    return {
        "id": message.id,
        "date": message.date,
        "edit_date": message.edit_date,
        "from_bot": message.from_bot,
        "text": message.text,
        "html": safe_html(message.text, message.entities),
        "photo": _photo(message.photo),
        "document": _document(message.document),
        "voice": _voice(message.voice),
        "buttons": _rows(message.buttons),
        "keyboard": _reply_keyboard(message),
        "silent": message.silent,
        "protect": message.protect,
        "rich": message.rich,
        "reply_to": message.reply_to,
        "forwarded": message.forwarded_from is not None,
        "album": message.media_group_id,
        "pinned": message.pinned,
        "reaction": [each.get("emoji", "") for each in message.reaction],
    }


def event_json(event: Event) -> Json:
    """An event for the websocket."""
    body: Json = {"event": event.kind, "person": event.person}
    if event.message is not None and event.kind != "callback_answer":
        body["message"] = message_json(event.message)
    if event.kind == "callback_answer":
        body |= {
            "text": event.text,
            "show_alert": event.show_alert,
            "callback_query_id": event.callback_query_id,
            "message_id": event.message.id if event.message else None,
        }
    if event.kind == "typing":
        body["action"] = event.text
    if event.kind == "blocked":
        body["blocked"] = bool(event.text)
    return body


def _reply_keyboard(message: SimMessage) -> list[list[Json]] | None:
    """None where the message leaves the person's keyboard alone, no rows where it takes it away."""
    touches = {"keyboard", "remove_keyboard"} & (message.reply_markup or {}).keys()
    return _rows(message.keyboard) if touches else None


def _rows(rows: list[list[Button]]) -> list[list[Json]]:
    return [
        [
            {"text": each.text, "data": each.data, "url": each.url, "style": each.style, "copy": each.copy}
            for each in row
        ]
        for row in rows
    ]


def _photo(file: StoredFile | None) -> Json | None:
    return None if file is None else {"file_id": file.file_id, "width": file.width, "height": file.height}


def _document(file: StoredFile | None) -> Json | None:
    return (
        None
        if file is None
        else {"file_id": file.file_id, "file_name": file.name, "size": file.size, "mime": file.mime}
    )


def _voice(file: StoredFile | None) -> Json | None:
    return (
        None
        if file is None
        else {"file_id": file.file_id, "duration": file.duration, "size": file.size, "mime": file.mime}
    )
