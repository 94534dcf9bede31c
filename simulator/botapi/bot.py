"""The bot itself: getMe and its commands."""

import re
from typing import Any

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.profile import ScopeKey
from simulator.rendering import Json
from simulator.world import World

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}


@method("getMe")
async def get_me(world: World, args: Arguments) -> Json:
    """The bot's User with what only getMe tells."""
    return {
        **world.bot.user(),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("setMyCommands")
async def set_my_commands(world: World, args: Arguments) -> bool:
    """Replace the commands of a scope and a language; at most 100."""
    commands = [_command(raw) for raw in args["commands"]]
    if len(commands) > MAX_COMMANDS:
        raise Error.COMMANDS_TOO_MANY()
    world.profile.commands[_scope(world, args)] = commands
    return True


@method("getMyCommands")
async def get_my_commands(world: World, args: Arguments) -> list[dict[str, Any]]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get(_scope(world, args), [])


@method("deleteMyCommands")
async def delete_my_commands(world: World, args: Arguments) -> bool:
    """Forget the commands of exactly this scope and language."""
    world.profile.commands.pop(_scope(world, args), None)
    return True


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise Error.COMMAND(why="expected an Object")
    for name in ("command", "description"):
        if not isinstance(raw.get(name), str):
            raise Error.COMMAND(why=f'Can\'t find field "{name}"')
    for name in raw.keys() - {"command", "description"}:
        raise Error.UNKNOWN_FIELD(object="BotCommand", name=name)
    if not _COMMAND.fullmatch(raw["command"]):
        raise Error.COMMAND_INVALID()
    if not 1 <= len(raw["description"]) <= MAX_COMMAND_DESCRIPTION:
        raise Error.COMMAND_DESCRIPTION()
    return {"command": raw["command"].removeprefix("/"), "description": raw["description"]}


def _scope(world: World, args: Arguments) -> ScopeKey:
    scope = args.get("scope") or {"type": "default"}
    kind = scope.get("type")
    language = args.get("language_code", "")
    if kind in _SCOPES:
        return kind, 0, language
    if kind != "chat":
        raise Error.COMMAND_SCOPE(why="Unsupported type specified")
    if not scope.get("chat_id"):
        raise Error.COMMAND_SCOPE(why="Empty chat_id specified")
    return kind, world.chat(scope["chat_id"]).id, language
