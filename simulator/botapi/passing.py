"""Messages passed on: copies, which forget their author, and forwards, which name him."""

from simulator.botapi.registry import method
from simulator.botapi.sending import send, sent
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.formatting import caption_text
from simulator.messages import SimMessage
from simulator.rendering import Json
from simulator.world import World


@method("copyMessage")
async def copy_message(world: World, args: Arguments) -> Json:
    """A copy, with a new caption if one is given; only its id comes back."""
    source = _source(world, args, "copy")
    content = _content(source)
    if source.file and "caption" in args.values:
        caption = caption_text(args["caption"], args.get("parse_mode"), args.get("caption_entities"))
        content |= {"text": caption.text, "entities": caption.entities}
        content["caption_above"] = args.get("show_caption_above_media", False)
    return {"message_id": sent(world, args, **content).id}


@method("forwardMessage")
async def forward_message(world: World, args: Arguments) -> Json:
    """The message under its author's name, unless its content is protected."""
    source = _source(world, args, "forward")
    if source.protect:
        raise Error.PROTECTED_FORWARD()
    author = 0 if source.from_bot else source.chat_id
    if source.forwarded_from is not None:
        author = source.forwarded_from
    return send(world, args, **_content(source), forwarded_from=author)


def _source(world: World, args: Arguments, what: str) -> SimMessage:
    return world.message(world.chat(args["from_chat_id"]), args["message_id"], what)


def _content(source: SimMessage) -> Json:
    return {
        "text": source.text,
        "entities": source.entities,
        "file": source.file,
        "rich": source.rich,
        "caption_above": source.caption_above,
        "spoiler": source.spoiler,
    }
