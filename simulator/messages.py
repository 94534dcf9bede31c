"""What lies in a chat: messages, their buttons and the stored files they show."""

from dataclasses import dataclass, field
from typing import Any

from simulator.html import Entity
from simulator.markup import Markup
from simulator.rich import rich_buttons


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes kept by the server under a `file_id`. Width and height are pixels, for photos only."""

    file_id: str
    unique_id: str
    kind: str
    data: bytes = field(repr=False)
    name: str = ""
    mime: str = "application/octet-stream"
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Button:
    """One button as a person sees it; exactly one of `data`, `url`, `copy` is set on an inline button."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None
    copy: str | None = None

    @classmethod
    def of(cls, raw: Markup) -> "Button":
        """From the Bot API's JSON of an inline or a reply keyboard button."""
        copy = raw.get("copy_text")
        return cls(
            raw["text"],
            raw.get("callback_data"),
            raw.get("url"),
            raw.get("style"),
            copy["text"] if copy else None,
        )


@dataclass(eq=False)
class SimMessage:
    """One message as it stands now: edits and deletion change it in place.

    `text` is plain (the caption of a file too), `entities` count UTF-16 units, dates are UTC seconds.
    `edited` counts the edits; a deleted message stays in the list with `deleted` set.
    """

    id: int
    chat_id: int
    date: int
    from_bot: bool
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    file: StoredFile | None = None
    reply_markup: Markup | None = None
    edited: int = 0
    edit_date: int | None = None
    silent: bool = False
    protect: bool = False
    deleted: bool = False
    reply_to: int | None = None
    forwarded_from: int | None = None
    media_group_id: str | None = None
    rich: dict[str, Any] | None = None
    link_preview: dict[str, Any] | None = None
    caption_above: bool = False
    spoiler: bool = False
    pinned: bool = False
    reaction: list[dict[str, Any]] = field(default_factory=list)

    @property
    def photo(self) -> StoredFile | None:
        """The picture, if the message is one."""
        return self.file if self.file and self.file.kind == "photo" else None

    @property
    def document(self) -> StoredFile | None:
        """The file, if the message is a document."""
        return self.file if self.file and self.file.kind == "document" else None

    @property
    def voice(self) -> StoredFile | None:
        """The recording, if the message is one."""
        return self.file if self.file and self.file.kind == "voice" else None

    @property
    def buttons(self) -> list[list[Button]]:
        """Rows of the inline keyboard, empty without one."""
        return self._rows("inline_keyboard")

    @property
    def keyboard(self) -> list[list[Button]]:
        """Rows of the reply keyboard that came with the message, empty without one."""
        return self._rows("keyboard")

    @property
    def pressable(self) -> list[Button]:
        """All inline buttons in reading order, those inside a rich message first."""
        rich = [Button.of(raw) for row in rich_buttons(self.rich) for raw in row]
        return rich + [button for row in self.buttons for button in row]

    @property
    def labels(self) -> list[str]:
        """The texts of all inline buttons in reading order."""
        return [button.text for button in self.pressable]

    def _rows(self, kind: str) -> list[list[Button]]:
        return [[Button.of(raw) for raw in row] for row in (self.reply_markup or {}).get(kind, [])]
