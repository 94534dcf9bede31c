"""Documents and links that a school keeps for its families and staff."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from journal.model.lessons import Attachment


class Shelf(StrEnum):
    """Where a document stands."""

    RULES = "rules"
    GUIDES = "guides"
    LINKS = "links"


class Readers(StrEnum):
    EVERYBODY = "everybody"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Document:
    """A file or a link with its title; one of `url` and `file` is set."""

    id: int
    shelf: Shelf
    title: str
    readers: Readers
    author_id: int
    published_at: datetime
    url: str | None = None
    file: Attachment | None = None
