"""Marks on messages that change no content: reactions and pins."""

from typing import Any

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.events import Event
from simulator.fields import an_object, only, string
from simulator.messages import SimMessage
from simulator.world import World

_EMOJI = {
    *"👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃"
    "🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡",
    "❤‍🔥",
    "👨‍💻",
    "🤷",
    "🤷‍♂",
    "🤷‍♀",
}


@method("setMessageReaction")
async def set_message_reaction(world: World, args: Arguments) -> bool:
    """One of Telegram's own emoji on a message, or none: a bot may set a single one."""
    chat = world.chat(args["chat_id"], writing=True)
    message = world.message(chat, args["message_id"], "react")
    reaction = [_emoji(each) for each in args.get("reaction", [])]
    if len(reaction) > 1:
        raise Error.REACTIONS_TOO_MANY()
    message.reaction = reaction
    return _marked(world, message)


@method("pinChatMessage")
async def pin_chat_message(world: World, args: Arguments) -> bool:
    """Pin a message; several may be pinned."""
    chat = world.chat(args["chat_id"], writing=True)
    message = world.message(chat, args["message_id"], "pin")
    message.pinned = True
    return _marked(world, message)


@method("unpinChatMessage")
async def unpin_chat_message(world: World, args: Arguments) -> bool:
    """Unpin a message, the newest pinned one if none is named."""
    chat = world.chat(args["chat_id"], writing=True)
    pinned = [message for message in chat.messages.values() if message.pinned and not message.deleted]
    named = args.get("message_id")
    wanted = [message for message in pinned if message.id == named] if named else pinned[-1:]
    if not wanted:
        raise Error.UNPIN_NOT_FOUND()
    wanted[0].pinned = False
    return _marked(world, wanted[0])


def _marked(world: World, message: SimMessage) -> bool:
    world.bell.ring(Event("mark", message.chat_id, message))
    return True


def _emoji(raw: Any) -> dict[str, Any]:
    fault = Error.REACTION
    given = only("ReactionType", an_object(raw, fault), {"type", "emoji"})
    if string(given, "type", fault) != "emoji":
        raise fault(why="invalid reaction type specified")
    emoji = string(given, "emoji", fault)
    if emoji.rstrip("\ufe0f") not in _EMOJI:
        raise Error.REACTION_INVALID()
    return {"type": "emoji", "emoji": emoji}
