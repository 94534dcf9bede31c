"""The bot itself: getMe and its commands."""

import re
from typing import Any

from simulator.botapi.registry import method
from simulator.decoding import Arguments, chat_address
from simulator.errors import Error
from simulator.fields import an_object, only, string
from simulator.profile import ScopeKey
from simulator.rendering import Json
from simulator.world import World

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]+", re.ASCII)
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
    fault = Error.COMMAND
    given = only("BotCommand", an_object(raw, fault), {"command", "description"})
    command = string(given, "command", fault).strip().removeprefix("/")
    description = string(given, "description", fault).strip()
    if not command or not description:
        raise Error.COMMAND_DESCRIPTION_EMPTY() if command else Error.COMMAND_EMPTY()
    if len(command) > MAX_COMMAND:
        raise Error.COMMAND_TOO_LONG()
    if len(description) > MAX_COMMAND_DESCRIPTION:
        raise Error.COMMAND_DESCRIPTION_TOO_LONG()
    if not _COMMAND.fullmatch(command):
        raise Error.COMMAND_INVALID()
    return {"command": command, "description": description}


def _scope(world: World, args: Arguments) -> ScopeKey:
    fault = Error.COMMAND_SCOPE
    scope = only("BotCommandScope", args.get("scope") or {"type": "default"}, {"type", "chat_id"})
    kind = string(scope, "type", fault)
    language = args.get("language_code", "")
    if kind in _SCOPES:
        return kind, 0, language
    if kind != "chat":
        raise fault(why="Unsupported type specified")
    if not scope.get("chat_id"):
        raise fault(why="Empty chat_id specified")
    return kind, world.chat(chat_address(scope["chat_id"])).id, language
