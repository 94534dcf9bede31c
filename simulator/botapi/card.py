"""The bot's card: descriptions by language and the button beside the text field."""

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.fields import only, string
from simulator.world import World

MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120


@method("setMyDescription")
async def set_my_description(world: World, args: Arguments) -> bool:
    """What an empty chat with the bot shows, 0-512 characters."""
    world.profile.descriptions[args.get("language_code", "")] = _text(args, "description", MAX_DESCRIPTION)
    return True


@method("setMyShortDescription")
async def set_my_short_description(world: World, args: Arguments) -> bool:
    """What the bot's profile shows, 0-120 characters."""
    text = _text(args, "short_description", MAX_SHORT_DESCRIPTION)
    world.profile.short_descriptions[args.get("language_code", "")] = text
    return True


@method("setChatMenuButton")
async def set_chat_menu_button(world: World, args: Arguments) -> bool:
    """The list of commands or the default, for one chat or for all; web apps are not simulated."""
    button = args.get("menu_button") or {"type": "default"}
    if string(button, "type", Error.MENU_BUTTON) not in ("commands", "default"):
        raise Error.MENU_BUTTON(why="MenuButton has unsupported type")
    only("MenuButton", button, {"type"})
    chat_id = args.get("chat_id")
    world.profile.menu_buttons[world.chat(chat_id).id if chat_id else 0] = button
    return True


def _text(args: Arguments, name: str, longest: int) -> str:
    text: str = args.get(name, "")
    if len(text) > longest:
        raise Error.DESCRIPTION_TOO_LONG()
    return text
