"""Plain text with entities → HTML that is safe to show: a short list of tags, everything else escaped."""

from html import escape
from itertools import pairwise
from typing import Any

from simulator.html import Entity, checked_url

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote expandable",
}
_SAFE_SCHEMES = ("http://", "https://", "mailto:")


def safe_html(text: str, entities: list[Entity]) -> str:
    """HTML with b, i, u, s, tg-spoiler, code, pre, blockquote and a only; tags always nest properly."""
    units = text.encode("utf-16-le")
    shown = [(entity, tags) for entity in entities if (tags := _tags(entity, _part(units, entity)))]
    edges = {0, len(units) // 2}
    for entity, _ in shown:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    places = sorted(edge for edge in edges if edge <= len(units) // 2)
    html: list[str] = []
    opened: list[tuple[Entity, tuple[str, str]]] = []
    for start, stop in pairwise(places):
        active = [each for each in shown if _covers(each[0], start, stop)]
        kept = next(
            (n for n, each in enumerate(opened) if n >= len(active) or each is not active[n]), len(opened)
        )
        html += [closing for _, (_, closing) in reversed(opened[kept:])]
        html += [opening for _, (opening, _) in active[kept:]]
        html.append(escape(units[start * 2 : stop * 2].decode("utf-16-le", "replace")))
        opened = active
    html += [closing for _, (_, closing) in reversed(opened)]
    return "".join(html)


def _part(units: bytes, entity: Entity) -> str:
    start = entity["offset"] * 2
    return units[start : start + entity["length"] * 2].decode("utf-16-le", "replace")


def _covers(entity: Entity, start: int, stop: int) -> bool:
    return bool(entity["offset"] <= start and stop <= entity["offset"] + entity["length"])


def _tags(entity: Entity, text: str) -> tuple[str, str] | None:
    """Opening and closing tag; None for what is shown as plain text."""
    tag = _TAGS.get(entity["type"])
    if tag:
        return f"<{tag}>", f"</{tag.partition(' ')[0]}>"
    address = _address(entity, text)
    if address is None or not address.startswith(_SAFE_SCHEMES):
        return None
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"


def _address(entity: dict[str, Any], text: str) -> str | None:
    if entity["type"] == "text_link":
        return str(entity.get("url"))
    if entity["type"] == "url":
        return checked_url(text)
    return f"mailto:{text}" if entity["type"] == "email" else None
