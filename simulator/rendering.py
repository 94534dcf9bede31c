"""Bot API JSON of what lies in the world: messages, files, callback queries, membership changes."""

from typing import TYPE_CHECKING, Any

from simulator.callbacks import CallbackQuery
from simulator.messages import SimMessage, StoredFile
from simulator.people import Chat

if TYPE_CHECKING:
    from simulator.world import World

Json = dict[str, Any]


def message_json(world: "World", message: SimMessage, *, with_reply: bool = True) -> Json:
    """The Message object; absent fields are absent, as Telegram sends it."""
    chat = world.chats[message.chat_id]
    body: Json = {
        "message_id": message.id,
        "from": world.bot.user() if message.from_bot else chat.user(),
        "chat": chat.chat(),
        "date": message.date,
        **_content(message),
    }
    if message.edit_date is not None:
        body["edit_date"] = message.edit_date
    if message.protect:
        body["has_protected_content"] = True
    if message.media_group_id:
        body["media_group_id"] = message.media_group_id
    if message.forwarded_from is not None:
        body["forward_origin"] = _origin(world, message)
    if message.buttons:
        body["reply_markup"] = message.reply_markup
    replied = chat.messages.get(message.reply_to or 0)
    if with_reply and replied and not replied.deleted:
        body["reply_to_message"] = message_json(world, replied, with_reply=False)
    return body


def _content(message: SimMessage) -> Json:
    if message.rich is not None:
        return {"rich_message": message.rich}
    text, entities = ("caption", "caption_entities") if message.file else ("text", "entities")
    body: Json = {text: message.text} if message.text else {}
    if message.entities:
        body[entities] = message.entities
    if message.file:
        body.update(file_json(message.file))
    if message.caption_above:
        body["show_caption_above_media"] = True
    if message.spoiler:
        body["has_media_spoiler"] = True
    if message.link_preview:
        body["link_preview_options"] = message.link_preview
    return body


def file_json(file: StoredFile) -> Json:
    """The field of a Message that holds the file. A photo has one size here, Telegram makes several."""
    base: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
    if file.kind == "photo":
        return {"photo": [{**base, "width": file.width, "height": file.height}]}
    if file.kind == "voice":
        return {"voice": {**base, "duration": file.duration, "mime_type": file.mime}}
    return {"document": {**base, "file_name": file.name or "file", "mime_type": file.mime}}


def callback_json(world: "World", query: CallbackQuery) -> Json:
    """The CallbackQuery object; a deleted message is inaccessible (date 0)."""
    chat = world.chats[query.person]
    body: Json = {"id": query.id, "from": chat.user(), "chat_instance": str(-chat.id), "data": query.data}
    message = chat.messages.get(query.message_id)
    if message is None or message.deleted:
        body["message"] = {"chat": chat.chat(), "message_id": query.message_id, "date": 0}
    else:
        body["message"] = message_json(world, message)
    return body


def member_change_json(world: "World", chat: Chat, blocked: bool) -> Json:
    """The ChatMemberUpdated that tells the bot of being blocked or unblocked."""
    member, kicked = {"user": world.bot.user(), "status": "member"}, _kicked(world)
    old, new = (member, kicked) if blocked else (kicked, member)
    return {
        "chat": chat.chat(),
        "from": chat.user(),
        "date": int(world.clock.now()),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _kicked(world: "World") -> Json:
    return {"user": world.bot.user(), "status": "kicked", "until_date": 0}


def _origin(world: "World", message: SimMessage) -> Json:
    sender = world.bot.user()
    if message.forwarded_from in world.chats:
        sender = world.chats[message.forwarded_from].user()
    return {"type": "user", "sender_user": sender, "date": message.date}
