"""Long texts cut into messages: at a line where possible, with every open tag closed and opened again."""

import re
from html import unescape

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
_PIECE = re.compile(r"<[^>]+>|&[a-z#0-9]+;|.", re.DOTALL)


def length(html: str) -> int:
    """The length as the messenger counts it: UTF-16 units of the text without its tags."""
    return len(unescape(_TAG.sub("", html)).encode("utf-16-le")) // 2


def split(html: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in parts of at most `limit`; nothing is lost but the line ends at which it was cut."""
    if length(html) <= limit:
        return [html]
    parts: list[str] = []
    # Tags have no length and nothing spans two lines, so that lengths add up: one pass, however many lines.
    current, used = "", 0
    for line in _short_lines(html, limit):
        added = length(line)
        if current and used + 1 + added > limit:
            closing, opening = _bridge(current)
            parts.append(current + closing)
            current, used = opening + line, added
        else:
            current, used = (f"{current}\n{line}", used + 1 + added) if current else (line, added)
    return [*parts, current]


def _short_lines(html: str, limit: int) -> list[str]:
    """The lines, a longer one cut at a word, or anywhere if it has none; never inside a tag or an entity."""
    made: list[str] = []
    for line in html.split("\n"):
        rest = line
        while length(rest) > limit:
            head = _head(rest, limit)
            made.append(head.rstrip())
            rest = rest[len(head) :].lstrip()
        made.append(rest)
    return made


def _head(line: str, limit: int) -> str:
    head, used, blank = "", 0, 0
    for piece in _PIECE.findall(line):
        used += _units(piece)
        if used > limit:
            break
        head += piece
        if piece == " ":
            blank = len(head)
    return head[:blank] if blank else head


def _units(piece: str) -> int:
    """The length of one sign, entity or tag, without reading it as a text of its own."""
    if piece.startswith("<"):
        return 0
    return len(unescape(piece).encode("utf-16-le")) // 2


def _bridge(html: str) -> tuple[str, str]:
    """What closes the tags still open at the end, and what opens them again."""
    open_tags: list[tuple[str, str]] = []
    for found in _TAG.finditer(html):
        if found[1]:
            open_tags.pop()
        else:
            open_tags.append((found[2], found[0]))
    closing = "".join(f"</{name}>" for name, _ in reversed(open_tags))
    return closing, "".join(tag for _, tag in open_tags)
