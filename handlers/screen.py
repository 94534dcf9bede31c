"""A screen: what one message shows, free of any messenger."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from markupsafe import Markup, escape

from handlers.table import Table
from journal.model.lessons import Attachment


class Style(StrEnum):
    """A button's colour carries meaning too, but never meaning alone."""

    GOOD = "success"
    BAD = "danger"
    MAIN = "primary"


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str | None = None
    url: str | None = None
    style: Style | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file made here: a PDF of slips, a spreadsheet, a picture."""

    name: str
    content: bytes = field(repr=False)
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn only where the messenger does not keep it; equal keys, equal pictures."""

    key: str
    draw: Callable[[], Awaitable[bytes]] = field(repr=False, compare=False)


Row = tuple[Button, ...]
# A piece of a screen: lines of text, or a table.
Part = Markup | Table


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: escaped text with tables in it, buttons, perhaps a file made here or attachments kept.

    With a `picture` the text is its caption: the same facts in words, no longer than a caption may be.
    """

    parts: tuple[Part, ...]
    rows: tuple[Row, ...] = ()
    file: File | None = None
    attachments: tuple[Attachment, ...] = ()
    picture: Picture | None = None

    @property
    def text(self) -> Markup:
        """All of it as text, the tables line by line."""
        return Markup("\n").join(part.text if isinstance(part, Table) else part for part in self.parts)


def screen(
    *parts: str | Table | None,
    rows: Iterable[Iterable[Button]] = (),
    file: File | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Screen:
    """A screen of lines and tables: plain strings are escaped, `Markup` stays, None is left out."""
    return Screen(_parts(parts), tuple(tuple(row) for row in rows if row), file, attachments)


def preceded(below: Screen, *said: str | None) -> Screen:
    """The same screen with these lines above it."""
    return replace(below, parts=_parts((*said, *below.parts)))


def followed(above: Screen, *said: str | None) -> Screen:
    """The same screen with these lines below it."""
    return replace(above, parts=_parts((*above.parts, *said)))


def lines(*parts: str | None) -> Markup:
    return Markup("\n").join(escape(part) for part in parts if part is not None)


def _parts(given: Iterable[str | Table | None]) -> tuple[Part, ...]:
    """Neighbouring lines in one piece; a table without rows says nothing."""
    made: list[Part] = []
    for part in given:
        if isinstance(part, Table):
            if part.lines:
                made.append(part)
        elif part is not None:
            said = escape(part)
            if made and isinstance(made[-1], Markup):
                made[-1] = lines(made[-1], said)
            else:
                made.append(said)
    return tuple(made)


def bold(text: str) -> Markup:
    return Markup("<b>{}</b>").format(text)


def italic(text: str) -> Markup:
    return Markup("<i>{}</i>").format(text)


def quote(text: str) -> Markup:
    """Somebody's own words, or the clause of a regulation."""
    return Markup("<blockquote>{}</blockquote>").format(text)


def folded(text: str) -> Markup:
    """Words that a tap unfolds: there for whoever wants them, and out of the way."""
    return Markup("<blockquote expandable>{}</blockquote>").format(text)


def grid(buttons: Iterable[Button], columns: int = 2) -> tuple[Row, ...]:
    """Buttons laid out in rows of `columns`."""
    items = tuple(buttons)
    return tuple(items[start : start + columns] for start in range(0, len(items), columns))
