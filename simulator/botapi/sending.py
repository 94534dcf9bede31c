"""What all sending and editing methods share: where to, in reply to what, with which options."""

from typing import Any

from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.fields import only
from simulator.markup import checked_markup
from simulator.messages import SimMessage
from simulator.numbers import whole
from simulator.people import Chat
from simulator.rendering import Json, message_json
from simulator.world import World

_REPLY_FIELDS = {
    "message_id",
    "chat_id",
    "allow_sending_without_reply",
    "quote",
    "quote_parse_mode",
    "quote_entities",
    "quote_position",
}
_PREVIEW_FIELDS = {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}


def send(world: World, args: Arguments, **content: Any) -> Json:
    """Check the addressee and the markup, show the message, return its JSON."""
    return message_json(world, sent(world, args, **content))


def sent(world: World, args: Arguments, **content: Any) -> SimMessage:
    """The same, returning the message itself."""
    chat = world.chat(args["chat_id"], writing=True)
    message = world.new_message(
        chat,
        from_bot=True,
        reply_markup=checked_markup(args.get("reply_markup")),
        reply_to=_reply_to(chat, args.get("reply_parameters")),
        silent=args.get("disable_notification", False),
        **{"protect": args.get("protect_content", False), **content},
    )
    return world.deliver(message)


def link_preview(args: Arguments) -> Json | None:
    """The checked `link_preview_options`."""
    options: Json | None = args.get("link_preview_options")
    return only("LinkPreviewOptions", options, _PREVIEW_FIELDS) if options else None


def _reply_to(chat: Chat, reply: Json | None) -> int | None:
    if not reply:
        return None
    only("ReplyParameters", reply, _REPLY_FIELDS)
    wanted = whole(reply.get("message_id"))
    if wanted is None:
        raise Error.WRONG_TYPE(name="message_id", type="Number")
    message = chat.messages.get(wanted)
    if message is None or message.deleted:
        if reply.get("allow_sending_without_reply"):
            return None
        raise Error.REPLY_NOT_FOUND()
    return message.id
