"""answerCallbackQuery."""

from simulator.botapi.registry import method
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.html import utf16_length
from simulator.world import World

MAX_ANSWER = 200


@method("answerCallbackQuery")
async def answer_callback_query(world: World, args: Arguments) -> bool:
    """Once per press, within 150 seconds, at most 200 characters."""
    text = args.get("text", "")
    if utf16_length(text) > MAX_ANSWER:
        raise Error.TEXT_TOO_LONG_EDIT()
    world.answer(args["callback_query_id"], text, args.get("show_alert", False))
    return True
