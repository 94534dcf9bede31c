"""Text as Telegram stores it: parsed, trimmed, measured in UTF-16 units, with commands and links detected."""

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Error
from simulator.fields import an_object, integer, only, string
from simulator.html import Entity, parse_html, utf16_length

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_SOURCE_BYTES = 1 << 15

_ENTITY_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic",
    "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre",
    "text_link", "text_mention", "custom_emoji", "date_time",
}  # fmt: skip
_ENTITY_FIELDS = {
    "type", "offset", "length", "url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format",
}  # fmt: skip
_DETECTED = (
    ("bot_command", re.compile(r"(?<![\w/@<>])/\w{1,64}(?:@\w{3,32})?(?![\w/@])", re.ASCII)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\w)", re.I)),
    (
        "url",
        re.compile(
            r"(?<![\w@./])(?:https?://[^\s<>\"«»]+|(?:[\w-]+\.)+(?:ru|com|org|net|рф)(?:/[^\s<>\"«»]*)?)"
        ),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#&])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
)


@dataclass(frozen=True)
class FormattedText:
    """Plain text with entities whose offsets and lengths are UTF-16 units."""

    text: str = ""
    entities: list[Entity] = field(default_factory=list)


def message_text(
    raw: str, parse_mode: str | None, entities: list[Any] | None, *, editing: bool = False
) -> FormattedText:
    """The text of a message: 1-4096 UTF-16 units after parsing, otherwise Telegram's refusal."""
    if not raw:
        raise Error.TEXT_EMPTY()
    formatted = _formatted(raw, parse_mode, entities)
    if not formatted.text:
        raise Error.TEXT_EMPTY()
    if utf16_length(formatted.text) > MAX_TEXT:
        raise Error.TEXT_TOO_LONG_EDIT() if editing else Error.TEXT_TOO_LONG()
    return formatted


def caption_text(
    raw: str | None, parse_mode: str | None, entities: list[Any] | None, *, editing: bool = False
) -> FormattedText:
    """The caption of a file: 0-1024 UTF-16 units after parsing."""
    formatted = _formatted(raw or "", parse_mode, entities)
    if utf16_length(formatted.text) > MAX_CAPTION:
        raise Error.CAPTION_TOO_LONG_EDIT() if editing else Error.CAPTION_TOO_LONG()
    return formatted


def typed_text(raw: str) -> FormattedText:
    """What a person typed: no markup, only what Telegram detects by itself."""
    return _with_detected(_trimmed(FormattedText(raw)))


def _formatted(raw: str, parse_mode: str | None, entities: list[Any] | None) -> FormattedText:
    if len(raw.encode()) > MAX_SOURCE_BYTES:
        raise Error.RAW_TEXT_TOO_LONG()
    mode = (parse_mode or "none").lower()
    if mode == "html":
        return _with_detected(_trimmed(FormattedText(*parse_html(raw))))
    if mode in ("markdown", "markdownv2"):
        raise Error.UNSUPPORTED_PARAMETER(name=f"parse_mode={parse_mode}", method="a message")
    if mode != "none":
        raise Error.PARSE_MODE()
    return _with_detected(_trimmed(FormattedText(raw, _checked_entities(raw, entities or []))))


def _checked_entities(text: str, entities: list[Any]) -> list[Entity]:
    checked = [_checked_entity(entity) for entity in entities]
    end = utf16_length(text)
    for entity in checked:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if start > end:
            raise Error.ENTITIES(why=f"Entity begins after the end of the text at UTF-16 offset {start}")
        if stop > end:
            where = (
                f"beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {stop}"
            )
            raise Error.ENTITIES(why=f"Entity {where}")
    return sorted(checked, key=lambda entity: (entity["offset"], -entity["length"]))


def _checked_entity(raw: Any) -> Entity:
    fault = Error.MESSAGE_ENTITY
    entity = only("MessageEntity", an_object(raw, fault), _ENTITY_FIELDS)
    if entity.get("type") is None:
        raise fault(why="Type is not specified")
    if string(entity, "type", fault) not in _ENTITY_TYPES:
        raise fault(why="Unsupported type specified")
    string(entity, "url", fault, default="")
    if min(integer(entity, "offset", fault), integer(entity, "length", fault)) < 0:
        raise fault(why="Negative offset or length specified")
    return dict(entity)


def _trimmed(formatted: FormattedText) -> FormattedText:
    """Without outer white space; entities move along and vanish when nothing of them is left."""
    text = formatted.text.strip()
    removed = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    end = utf16_length(text)
    entities = []
    for entity in formatted.entities:
        start = max(0, entity["offset"] - removed)
        stop = min(end, entity["offset"] + entity["length"] - removed)
        if stop > start:
            entities.append({**entity, "offset": start, "length": stop - start})
    return FormattedText(text, entities)


def _with_detected(formatted: FormattedText) -> FormattedText:
    """Adds commands, addresses, mentions and hashtags where no code or link already lies."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatted.entities
        if entity["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    found: list[Entity] = []
    for kind, pattern in _DETECTED:
        for match in pattern.finditer(formatted.text):
            start = utf16_length(formatted.text[: match.start()])
            stop = start + utf16_length(match.group())
            if all(stop <= begin or start >= end for begin, end in taken):
                taken.append((start, stop))
                found.append({"type": kind, "offset": start, "length": stop - start})
    if not found:
        return formatted
    entities = sorted([*formatted.entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))
    return FormattedText(formatted.text, entities)
