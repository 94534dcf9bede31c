"""What a bot may ask of a chat, and the end of its session."""

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.rendering import Json, message_json
from simulator.world import World


@method("getChat")
async def get_chat(world: World, args: Arguments) -> Json:
    """The ChatFullInfo of a private chat, with the newest pinned message."""
    chat = world.chat(args["chat_id"])
    info: Json = {
        **chat.chat(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 1,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    pinned = [message for message in chat.messages.values() if message.pinned and not message.deleted]
    if pinned:
        info["pinned_message"] = message_json(world, pinned[-1])
    return info


@method("getChatMember")
async def get_chat_member(world: World, args: Arguments) -> Json:
    """A private chat has two members: the person and the bot."""
    chat = world.chat(args["chat_id"])
    members = {user["id"]: user for user in (chat.user(), world.bot.user())}
    user = members.get(args["user_id"])
    if user is None:
        raise Error.USER_NOT_FOUND()
    if user["is_bot"] and chat.blocked:
        return {"user": user, "status": "kicked", "until_date": 0}
    return {"user": user, "status": "member"}


@method("leaveChat")
async def leave_chat(world: World, args: Arguments) -> bool:
    """Nobody leaves a private chat."""
    world.chat(args["chat_id"])
    raise Error.CANT_LEAVE()


@method("logOut")
async def log_out(world: World, args: Arguments) -> bool:
    """The bot moves to another server: from now on every call is refused here."""
    world.logged_out = True
    world.webhook.drop()
    world.updates.interrupt(Error.LOGGED_OUT())
    return True


@method("close")
async def close(world: World, args: Arguments) -> bool:
    """The bot may be moved to another server of the same owner; the next call starts it again."""
    world.updates.interrupt(Error.CLOSING())
    return True
