"""Edits in place: text, caption, file and buttons of the bot's own messages; and deletion."""

from simulator.botapi.media import input_media
from simulator.botapi.registry import method
from simulator.botapi.sending import link_preview
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.formatting import caption_text, message_text
from simulator.markup import checked_markup
from simulator.messages import SimMessage
from simulator.people import Chat
from simulator.rendering import Json, message_json
from simulator.rich import checked_rich
from simulator.world import World

DELETABLE_SECONDS = 48 * 3600
MAX_DELETED = 100


@method("editMessageText")
async def edit_message_text(world: World, args: Arguments) -> Json:
    """A new text or rich message; a message that shows a file has none to edit."""
    content = _text_content(world, args)
    message = editable(world, args)
    if message.file:
        raise Error.NO_TEXT_TO_EDIT()
    return change(world, args, message, **content)


@method("editMessageCaption")
async def edit_message_caption(world: World, args: Arguments) -> Json:
    """A new caption, or none, under a file."""
    caption = caption_text(
        args.get("caption"), args.get("parse_mode"), args.get("caption_entities"), editing=True
    )
    message = editable(world, args)
    if not message.file:
        raise Error.NO_CAPTION_TO_EDIT()
    above = args.get("show_caption_above_media", False)
    return change(world, args, message, text=caption.text, entities=caption.entities, caption_above=above)


@method("editMessageMedia")
async def edit_message_media(world: World, args: Arguments) -> Json:
    """Another file in place of a file or a text; within an album the kind stays."""
    message = editable(world, args)
    content = input_media(world, args, args["media"], editing=True)
    if message.media_group_id and message.file and message.file.kind != content["file"].kind:
        raise Error.ALBUM_KIND()
    return change(world, args, message, **content, rich=None, link_preview=None)


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(world: World, args: Arguments) -> Json:
    """New buttons, or none."""
    return change(world, args, editable(world, args))


@method("deleteMessage")
async def delete_message(world: World, args: Arguments) -> bool:
    """Take a message off the phone, the bot's or the person's; within 48 hours."""
    chat = world.chat(args["chat_id"], writing=True)
    _delete(world, world.message(chat, args["message_id"], "delete"))
    return True


@method("deleteMessages")
async def delete_messages(world: World, args: Arguments) -> bool:
    """Up to 100 at once; those that are not there are passed over."""
    ids = args["message_ids"]
    if not ids:
        raise Error.MESSAGE_IDS_MISSING()
    if len(ids) > MAX_DELETED:
        raise Error.TOO_MANY_MESSAGE_IDS()
    chat = world.chat(args["chat_id"], writing=True)
    for message in _present(chat, ids):
        _delete(world, message)
    return True


def editable(world: World, args: Arguments) -> SimMessage:
    """The bot's own message that an edit speaks of; one with a reply keyboard can't be edited."""
    if "chat_id" not in args.values:
        raise Error.CHAT_ID_EMPTY() if args.get("message_id") else Error.MESSAGE_ID_MISSING()
    chat = world.chat(args["chat_id"], writing=True)
    message = world.message(chat, args.get("message_id"), "edit")
    forwarded = message.forwarded_from is not None
    if not message.from_bot or forwarded or (message.reply_markup and not message.buttons):
        raise Error.CANT_EDIT()
    return message


def change(world: World, args: Arguments, message: SimMessage, **content: object) -> Json:
    """Apply the new content and buttons (none given = none left); refused when nothing changes."""
    new = {**content, "reply_markup": checked_markup(args.get("reply_markup"), inline_only=True)}
    if all(getattr(message, name) == value for name, value in new.items()):
        raise Error.NOT_MODIFIED()
    for name, value in new.items():
        setattr(message, name, value)
    return message_json(world, world.edited(message))


def _text_content(world: World, args: Arguments) -> Json:
    if "rich_message" in args.values and world.rich_messages:
        rich, plain = checked_rich(args["rich_message"])
        return {"text": plain, "entities": [], "rich": rich, "link_preview": None}
    text = message_text(args.get("text", ""), args.get("parse_mode"), args.get("entities"), editing=True)
    return {"text": text.text, "entities": text.entities, "rich": None, "link_preview": link_preview(args)}


def _present(chat: Chat, ids: list[object]) -> list[SimMessage]:
    if not all(isinstance(each, int) for each in ids):
        raise Error.MESSAGE_ID_NOT_NUMBER()
    found = [chat.messages[each] for each in ids if isinstance(each, int) and each in chat.messages]
    return [message for message in found if not message.deleted]


def _delete(world: World, message: SimMessage) -> None:
    if world.clock.now() - message.date > DELETABLE_SECONDS:
        raise Error.CANT_DELETE()
    world.delete(message)
