"""What the documents area asks of storage."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.documents import Document, Readers


class Documents(Protocol):
    async def kept(self, readers: Collection[Readers]) -> list[Document]:
        """The documents for any of these readers, by shelf and title; two statements."""
        ...

    async def document(self, document_id: int) -> Document | None:
        """One document that stands."""
        ...

    async def add(self, document: Document) -> int:
        """Keep it under a new id, whatever `document.id` says; returns that id."""
        ...

    async def address(self, document_id: int, readers: Readers) -> None: ...

    async def withdraw(self, document_id: int, at: datetime) -> None: ...
