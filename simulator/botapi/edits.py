"""Edits in place: text and buttons of the bot's own messages."""

from simulator.botapi.registry import method
from simulator.botapi.sending import link_preview
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.formatting import message_text
from simulator.markup import checked_markup
from simulator.messages import SimMessage
from simulator.rendering import Json, message_json
from simulator.world import World

DELETABLE_SECONDS = 48 * 3600


@method("editMessageText")
async def edit_message_text(world: World, args: Arguments) -> Json:
    """A new text; a message that shows a file has none to edit."""
    text = message_text(args.get("text", ""), args.get("parse_mode"), args.get("entities"), editing=True)
    preview = link_preview(args)
    message = editable(world, args)
    if message.file:
        raise Error.NO_TEXT_TO_EDIT()
    return change(
        world, args, message, text=text.text, entities=text.entities, link_preview=preview, rich=None
    )


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(world: World, args: Arguments) -> Json:
    """New buttons, or none."""
    return change(world, args, editable(world, args))


def editable(world: World, args: Arguments) -> SimMessage:
    """The bot's own message that an edit speaks of."""
    if "chat_id" not in args.values:
        raise Error.CHAT_ID_EMPTY() if args.get("message_id") else Error.MESSAGE_ID_MISSING()
    chat = world.chat(args["chat_id"], writing=True)
    message = world.message(chat, args.get("message_id"), "edit")
    if (
        not message.from_bot
        or message.forwarded_from is not None
        or (message.reply_markup and not message.buttons)
    ):
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


@method("deleteMessage")
async def delete_message(world: World, args: Arguments) -> bool:
    """Take a message off the phone, the bot's or the person's; within 48 hours."""
    chat = world.chat(args["chat_id"], writing=True)
    message = world.message(chat, args["message_id"], "delete")
    if world.clock.now() - message.date > DELETABLE_SECONDS:
        raise Error.CANT_DELETE()
    world.delete(message)
    return True
