"""sendMessage and sendChatAction."""

from simulator.botapi.registry import method
from simulator.botapi.sending import link_preview, send
from simulator.decoding import Arguments
from simulator.errors import Error
from simulator.events import Event
from simulator.formatting import message_text
from simulator.rendering import Json
from simulator.world import World

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


@method("sendMessage")
async def send_message(world: World, args: Arguments) -> Json:
    """A text of 1-4096 UTF-16 units after parsing."""
    text = message_text(args["text"], args.get("parse_mode"), args.get("entities"))
    return send(world, args, text=text.text, entities=text.entities, link_preview=link_preview(args))


@method("sendChatAction")
async def send_chat_action(world: World, args: Arguments) -> bool:
    """«печатает…» on the phone."""
    if args["action"] not in _ACTIONS:
        raise Error.CHAT_ACTION()
    chat = world.chat(args["chat_id"], writing=True)
    world.bell.ring(Event("typing", chat.id, text=args["action"]))
    return True
