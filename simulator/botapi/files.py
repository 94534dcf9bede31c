"""Files: photos, documents, voice messages and albums out, getFile back."""

from typing import Any

from simulator.botapi.media import album_media, attached
from simulator.botapi.registry import method
from simulator.botapi.sending import send, sent
from simulator.decoding import Arguments
from simulator.files import path_of
from simulator.formatting import caption_text
from simulator.rendering import Json, message_json
from simulator.world import World


@method("sendPhoto")
async def send_photo(world: World, args: Arguments) -> Json:
    """A picture of at most 10 MB, uploaded or by `file_id`."""
    extra = {
        "caption_above": args.get("show_caption_above_media", False),
        "spoiler": args.get("has_spoiler", False),
    }
    return _send_file(world, args, "photo", **extra)


@method("sendDocument")
async def send_document(world: World, args: Arguments) -> Json:
    """Any file of at most 50 MB, uploaded or by `file_id`."""
    return _send_file(world, args, "document")


@method("sendVoice")
async def send_voice(world: World, args: Arguments) -> Json:
    """A recording of at most 50 MB, uploaded or by `file_id`."""
    return _send_file(world, args, "voice", duration=args.get("duration", 0))


@method("sendMediaGroup")
async def send_media_group(world: World, args: Arguments) -> list[Json]:
    """2-10 photos or 2-10 documents as an album."""
    world.chat(args["chat_id"], writing=True)
    items = album_media(world, args)
    group = str(world.next_group())
    return [message_json(world, sent(world, args, media_group_id=group, **item)) for item in items]


@method("getFile")
async def get_file(world: World, args: Arguments) -> Json:
    """Where to download a file of at most 20 MB."""
    file = world.files.downloadable(args["file_id"])
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": path_of(file),
    }


def _send_file(world: World, args: Arguments, kind: str, duration: int = 0, **extra: Any) -> Json:
    caption = caption_text(args.get("caption"), args.get("parse_mode"), args.get("caption_entities"))
    world.chat(args["chat_id"], writing=True)
    file = attached(world, args, kind, args[kind], duration)
    return send(world, args, text=caption.text, entities=caption.entities, file=file, **extra)
