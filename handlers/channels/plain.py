"""A screen for whoever reads no markup: its words, a quotation marked as one."""

import re
from html import unescape

from markupsafe import Markup

_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_QUOTED = "<blockquote"


def plain(text: Markup) -> str:
    """The words of a screen's text."""
    lines = []
    for line in whole_lines(text):
        mark = "> " if line.startswith(_QUOTED) else ""
        lines += [f"{mark}{unescape(_TAG.sub('', part))}" for part in str(line).split("\n")]
    return "\n".join(lines).strip()


def whole_lines(text: Markup) -> list[Markup]:
    """The lines of a text, a quotation of several lines in one piece."""
    found: list[list[Markup]] = []
    depth = 0
    for line in text.split("\n"):
        if depth:
            found[-1].append(line)
        else:
            found.append([line])
        depth += sum(-1 if closing else 1 for closing, _ in _TAG.findall(line))
    return [Markup("\n").join(piece) for piece in found]
