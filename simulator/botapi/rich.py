"""sendRichMessage."""

from simulator.botapi.registry import method
from simulator.botapi.sending import send
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.rendering import Json
from simulator.rich import checked_rich
from simulator.world import World


@method("sendRichMessage")
async def send_rich_message(world: World, args: Arguments) -> Json:
    """A message of blocks: headings, paragraphs, lists, tables."""
    if not world.rich_messages:
        raise Error.METHOD_NOT_FOUND()
    rich, text = checked_rich(args["rich_message"])
    return send(world, args, rich=rich, text=text)
