"""Files in parameters: an upload, `attach://name` or a `file_id`; and the InputMedia objects around them."""

from typing import Any

from simulator.decoding import Arguments, Upload
from simulator.errors import Error
from simulator.fields import an_object, array, only, string
from simulator.files import SHORTEST_ID
from simulator.formatting import caption_text
from simulator.messages import StoredFile
from simulator.rendering import Json
from simulator.world import World

_FIELDS = {"type", "media", "caption", "parse_mode", "caption_entities"}

KINDS = {
    "photo": _FIELDS | {"show_caption_above_media", "has_spoiler"},
    "document": _FIELDS | {"disable_content_type_detection"},
}
"""The types of InputMedia that the simulator stores, with their fields; other types are refused."""

MAX_ALBUM = 10


def attached(world: World, args: Arguments, kind: str, value: Any, duration: int = 0) -> StoredFile:
    """The file that `value` means; uploads are stored as `kind`, a `file_id` must be of that kind."""
    if isinstance(value, str) and value.startswith("attach://"):
        value = args.uploads.get(value.removeprefix("attach://"))
        if value is None:
            raise Error.NO_FILE(kind=kind)
    if isinstance(value, Upload):
        return world.files.add(kind, value.data, value.name, value.mime, duration)
    if str(value).startswith(("http://", "https://")):
        raise Error.UNSUPPORTED_PARAMETER(name=f"{kind} by URL", method="files")
    return _known(world, kind, str(value))


def _known(world: World, kind: str, file_id: str) -> StoredFile:
    file = world.files.get(file_id)
    if file is None:
        raise Error.WRONG_REMOTE_FILE(
            why="Wrong string length" if len(file_id) < SHORTEST_ID else "can't unserialize it"
        )
    if file.kind != kind:
        raise Error.WRONG_FILE_KIND(have=file.kind.capitalize(), want=kind.capitalize())
    return file


def album_media(world: World, args: Arguments) -> list[Json]:
    """The contents of the messages of an album."""
    media: list[Any] = args["media"]
    if not media:
        raise Error.ALBUM_EMPTY()
    if len(media) > MAX_ALBUM:
        raise Error.ALBUM_TOO_MANY()
    items = [input_media(world, args, each) for each in media]
    if len({item["file"].kind for item in items}) > 1:
        raise Error.ALBUM_MIXED()
    return items


def input_media(world: World, args: Arguments, raw: Any, *, editing: bool = False) -> Json:
    """The content (file, text, entities, ...) of a message made from an InputMedia."""
    fault = Error.MEDIA_JSON
    media = an_object(raw, fault)
    kind = string(media, "type", fault)
    if kind not in KINDS:
        raise fault(why=f'type "{kind}" is unsupported')
    source = string(media, "media", fault, default="")
    if not source:
        raise fault(why="media not found")
    only("InputMedia", media, KINDS[kind])
    caption = caption_text(
        string(media, "caption", fault, default=""),
        string(media, "parse_mode", fault, default=""),
        array(media, "caption_entities", fault) if media.get("caption_entities") else None,
        editing=editing,
    )
    return {
        "file": attached(world, args, kind, source),
        "text": caption.text,
        "entities": caption.entities,
        "caption_above": bool(media.get("show_caption_above_media")),
        "spoiler": bool(media.get("has_spoiler")),
    }
