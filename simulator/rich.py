"""Rich messages (Bot API 10.1): blocks checked against the documentation and kept as they will be shown.

Only the `blocks` form is understood, without media; its `html` and `markdown` forms are refused.
"""

from collections.abc import Callable
from typing import Any

from simulator.errors import Error
from simulator.fields import Json, an_object, array, integer, only, string
from simulator.markup import Markup, checked_button

_MESSAGE_FIELDS = {"blocks", "is_rtl", "skip_entity_detection"}
_CELL_FIELDS = {"text", "is_header", "colspan", "rowspan", "align", "valign"}
_ITEM_FIELDS = {"blocks", "has_checkbox", "is_checked", "value", "type"}
LARGEST_HEADING = 6
_ALIGN = {"align": ("left", "center", "right"), "valign": ("top", "middle", "bottom")}
_RICH_TEXTS = {
    "bold", "italic", "underline", "strikethrough", "spoiler", "subscript", "superscript", "marked", "code",
    "url", "email_address", "phone_number", "bot_command", "mention", "hashtag", "date_time",
}  # fmt: skip

# block type -> required fields, optional fields
_BLOCKS: dict[str, tuple[set[str], set[str]]] = {
    "paragraph": ({"text"}, set()),
    "heading": ({"text", "size"}, set()),
    "pre": ({"text"}, {"language"}),
    "footer": ({"text"}, set()),
    "divider": (set(), set()),
    "list": ({"items"}, set()),
    "blockquote": ({"blocks"}, {"credit"}),
    "expandable_blockquote": ({"text"}, {"credit"}),
    "pullquote": ({"text"}, {"credit"}),
    "details": ({"summary", "blocks"}, {"is_open"}),
    "table": ({"cells"}, {"is_bordered", "is_striped", "is_compact", "caption"}),
    "buttons": ({"buttons"}, {"align"}),
}
_TEXT_FIELDS = ("text", "credit", "summary", "caption")


def checked_rich(message: Json) -> tuple[Json, str]:
    """The RichMessage to keep and its plain text, by which tests and the play find it."""
    for name in message.keys() - _MESSAGE_FIELDS:
        raise Error.UNSUPPORTED_PARAMETER(name=name, method="InputRichMessage")
    if not message.get("blocks"):
        raise Error.RICH_EMPTY()
    shown: Json = {"blocks": _blocks(array(message, "blocks", Error.RICH_BLOCK))}
    if message.get("is_rtl"):
        shown["is_rtl"] = True
    return shown, "\n".join(line for block in shown["blocks"] for line in _lines(block))


def rich_buttons(rich: Json | None) -> list[list[Markup]]:
    """The rows of buttons inside a rich message."""
    return [block["buttons"] for block in (rich or {}).get("blocks", []) if block["type"] == "buttons"]


def plain(text: Any) -> str:
    """The words of a RichText."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(plain, text))
    return plain(text.get("text", "")) if isinstance(text, dict) else ""


def _blocks(blocks: list[Any]) -> list[Json]:
    return [_block(an_object(block, Error.RICH_BLOCK)) for block in blocks]


def _block(block: Json) -> Json:
    kind = string(block, "type", Error.RICH_BLOCK)
    if kind not in _BLOCKS:
        raise Error.RICH_BLOCK(why=f'type "{kind}" is unsupported')
    required, optional = _BLOCKS[kind]
    only(f"InputRichBlock {kind}", block, required | optional | {"type"})
    for name in sorted(required):
        if block.get(name) is None:
            raise Error.RICH_BLOCK(why=f'Can\'t find field "{name}"')
    for name in _TEXT_FIELDS:
        _check_text(block.get(name) or "")
    nested = _NESTED.get(kind)
    return {**block, **nested(block)} if nested else dict(block)


def _heading(block: Json) -> Json:
    if not 1 <= integer(block, "size", Error.RICH_BLOCK) <= LARGEST_HEADING:
        raise Error.RICH_HEADING()
    return {}


def _inner(block: Json) -> Json:
    return {"blocks": _blocks(array(block, "blocks", Error.RICH_BLOCK))}


def _list(block: Json) -> Json:
    items = array(block, "items", Error.RICH_BLOCK)
    if not items:
        raise Error.RICH_LIST_EMPTY()
    return {"items": [_item(an_object(item, Error.RICH_BLOCK)) for item in items]}


def _item(item: Json) -> Json:
    only("InputRichBlockListItem", item, _ITEM_FIELDS)
    kind = string(item, "type", Error.RICH_BLOCK, default="")
    if kind and kind not in tuple("aAiI1"):
        raise Error.RICH_LIST_TYPE()
    label = f"{integer(item, 'value', Error.RICH_BLOCK, default=1)}." if kind else "•"
    return {**item, "label": label, **_inner(item)}


def _table(block: Json) -> Json:
    rows = array(block, "cells", Error.RICH_BLOCK)
    if not rows or not all(isinstance(row, list) for row in rows):
        raise Error.RICH_BLOCK(why='Field "cells" must be an Array of Arrays')
    return {"cells": [[_cell(cell) for cell in row] for row in rows]}


def _cell(raw: Any) -> Json:
    cell = an_object(raw, Error.RICH_BLOCK, "Table cell must be non-empty")
    only("RichBlockTableCell", cell, _CELL_FIELDS)
    for name, allowed in _ALIGN.items():
        if cell.get(name) not in allowed:
            why = f'Field "{name}" of a table cell must be one of {", ".join(allowed)}'
            raise Error.RICH_BLOCK(why=why)
    for name in ("colspan", "rowspan"):
        if integer(cell, name, Error.RICH_BLOCK, default=1) < 0:
            raise Error.RICH_CELL(name=name)
    _check_text(cell.get("text") or "")
    return cell


def _buttons(block: Json) -> Json:
    given = [an_object(each, Error.RICH_BLOCK) for each in array(block, "buttons", Error.RICH_BLOCK)]
    return {"buttons": [checked_button({**each, "text": plain(each.get("text"))}) for each in given]}


def _check_text(text: Any) -> None:
    if isinstance(text, list):
        for part in text:
            _check_text(part)
    elif isinstance(text, dict):
        kind = string(text, "type", Error.RICH_BLOCK)
        if kind not in _RICH_TEXTS:
            raise Error.RICH_BLOCK(why=f'rich text of type "{kind}" is unsupported')
        _check_text(text.get("text"))
    elif not isinstance(text, str):
        raise Error.RICH_BLOCK(why="rich text must be a String, an Array or an Object")


_NESTED: dict[str, Callable[[Json], Json]] = {
    "heading": _heading,
    "blockquote": _inner,
    "details": _inner,
    "list": _list,
    "table": _table,
    "buttons": _buttons,
}


def _lines(block: Json) -> list[str]:
    lines = [plain(block[name]) for name in ("summary", "caption", "text") if block.get(name)]
    for inner in block.get("blocks", []):
        lines += _lines(inner)
    for item in block.get("items", []):
        inside = [line for inner in item["blocks"] for line in _lines(inner)]
        lines.append(f"{item['label']} {' '.join(inside)}")
    lines += [" | ".join(plain(cell.get("text", "")) for cell in row) for row in block.get("cells", [])]
    return lines
