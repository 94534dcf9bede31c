"""Screens with tables as rich messages (Bot API 10.2): the same words in blocks of the messenger's own."""

from collections.abc import Iterable
from html import unescape
from html.parser import HTMLParser
from typing import Any

from aiogram.types import InputRichMessage
from markupsafe import Markup, escape

from handlers.screen import Screen
from handlers.table import Table, across
from handlers.unchecked import unchecked

# What one rich message may hold; rows of tables count as blocks.
MOST_CHARACTERS, MOST_BLOCKS, MOST_COLUMNS = 32_768, 500, 20
# The sizes of the first heading and of those under it, 1 being the largest.
TITLE, SUBTITLE = 3, 4
_STYLES = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "code": "code"}
# As the messenger takes them. A screen has hundreds: as models each would be checked whenever it is put into
# another, which takes longer than all else about a page.
Block = dict[str, Any]
Cell = dict[str, Any]
Run = str | dict[str, Any]


def rich_message(screen: Screen) -> InputRichMessage | None:
    """The screen as a rich message; None where it has no table, brings files, or is too long for one."""
    tables = [part for part in screen.parts if isinstance(part, Table)]
    if not tables or screen.file or screen.attachments or not _fits(screen, tables):
        return None
    blocks: list[Block] = []
    for part in screen.parts:
        if isinstance(part, Table):
            blocks.append(_table(part))
        else:
            blocks += _blocks(part, titled=bool(blocks))
    return unchecked(InputRichMessage, blocks=blocks)


def _fits(screen: Screen, tables: Iterable[Table]) -> bool:
    blocks = screen.text.count("\n") + len(screen.parts) + 1
    widest = max(len(table.columns) for table in tables)
    return len(screen.text) <= MOST_CHARACTERS and blocks <= MOST_BLOCKS and widest <= MOST_COLUMNS


def _table(table: Table) -> Block:
    """The table with its titles; a column in which nothing stands is left out."""
    kept = table.filled
    rows = [[_cell(table.columns[n].title, is_header=True, short=table.columns[n].short) for n in kept]]
    for row in table.lines:
        if across(row):
            rows.append([_cell(row.cells[0], colspan=max(1, len(kept)))])
        else:
            rows.append([_cell(row.cells[n], short=table.columns[n].short) for n in kept])
    return {"type": "table", "cells": rows, "is_bordered": True, "is_striped": True, "is_compact": True}


def _cell(said: str, *, short: bool = False, **more: Any) -> Cell:
    cell: Cell = {"align": "center" if short else "left", "valign": "top", **more}
    if runs := _runs(said):
        cell["text"] = runs
    return cell


def _runs(said: str) -> list[Run]:
    """The words of one cell with their styles."""
    words = escape(said).replace("\n", " ")
    if "<" not in words:
        # Nothing to read: most cells are plain.
        return [unescape(words)] if words else []
    reader = _Reader(titled=True)
    reader.feed(words)
    reader.close()
    return reader.line


def _blocks(text: Markup, *, titled: bool) -> list[Block]:
    """The lines as paragraphs, those wholly bold as headings; blank ones are left to the messenger."""
    reader = _Reader(titled=titled)
    reader.feed(text)
    reader.close()
    reader.end_line()
    return reader.blocks


class _Reader(HTMLParser):
    """Reads the HTML of a text message. `line` are the words since the last line's end."""

    def __init__(self, *, titled: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.line: list[Run] = []
        self._titled = titled
        self._open: list[tuple[str, str]] = []
        # The blocks around the quotation that is being read.
        self._outside: list[Block] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self.end_line()
            self._outside, self.blocks = self.blocks, []
        else:
            self._open.append((tag, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._outside is not None:
            self.end_line()
            quoted, self.blocks, self._outside = self.blocks, self._outside, None
            self.blocks.append({"type": "blockquote", "blocks": quoted})
        elif self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        first, *others = data.split("\n")
        self._say(first)
        for said in others:
            self.end_line()
            self._say(said)

    def end_line(self) -> None:
        """What was read so far becomes a block."""
        line, self.line = self.line, []
        if not line:
            return
        only = line[0]
        if len(line) == 1 and isinstance(only, dict) and only["type"] == "bold" and self._outside is None:
            size = SUBTITLE if self._titled else TITLE
            self.blocks.append({"type": "heading", "text": only["text"], "size": size})
            self._titled = True
        else:
            self.blocks.append({"type": "paragraph", "text": line})

    def _say(self, said: str) -> None:
        if not said:
            return
        styled: Run = said
        for tag, href in reversed(self._open):
            if tag == "a":
                styled = {"type": "url", "text": styled, "url": href}
            elif tag in _STYLES:
                styled = {"type": _STYLES[tag], "text": styled}
        self.line.append(styled)
