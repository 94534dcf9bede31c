"""Files in parameters: an upload, `attach://name` or a `file_id`; and the InputMedia objects around them."""

from typing import Any

from simulator.decoding import Arguments, Upload
from simulator.errors import Error
from simulator.formatting import caption_text
from simulator.messages import StoredFile
from simulator.rendering import Json
from simulator.world import World

KINDS = {"photo": "photo", "document": "document"}
"""InputMedia types the simulator stores; other types are refused."""

_FIELDS = {"type", "media", "caption", "parse_mode", "caption_entities"}
_PHOTO_FIELDS = _FIELDS | {"show_caption_above_media", "has_spoiler"}
_DOCUMENT_FIELDS = _FIELDS | {"disable_content_type_detection"}


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
            why="Wrong string length" if len(file_id) < 16 else "can't unserialize it"
        )
    if file.kind != kind:
        raise Error.WRONG_FILE_KIND(have=file.kind.capitalize(), want=kind.capitalize())
    return file


def album_media(world: World, args: Arguments) -> list[Json]:
    """The contents of the messages of an album."""
    media: list[Any] = args["media"]
    if not media:
        raise Error.ALBUM_EMPTY()
    if len(media) > 10:
        raise Error.ALBUM_TOO_MANY()
    items = [input_media(world, args, each) for each in media]
    if len({item["file"].kind for item in items}) > 1:
        raise Error.ALBUM_MIXED()
    return items


def input_media(world: World, args: Arguments, media: Any, *, editing: bool = False) -> Json:
    """The content (file, text, entities, ...) of a message made from an InputMedia."""
    if not isinstance(media, dict):
        raise Error.MEDIA_JSON(why="expected an Object")
    kind = KINDS.get(str(media.get("type")))
    if kind is None:
        raise Error.MEDIA_JSON(why=f'type "{media.get("type")}" is unsupported')
    if not media.get("media"):
        raise Error.MEDIA_JSON(why="media not found")
    for name in media.keys() - (_PHOTO_FIELDS if kind == "photo" else _DOCUMENT_FIELDS):
        raise Error.UNKNOWN_FIELD(object="InputMedia", name=name)
    caption = caption_text(
        media.get("caption"), media.get("parse_mode"), media.get("caption_entities"), editing=editing
    )
    return {
        "file": attached(world, args, kind, media["media"]),
        "text": caption.text,
        "entities": caption.entities,
        "caption_above": media.get("show_caption_above_media", False),
        "spoiler": media.get("has_spoiler", False),
    }
