"""Queries about documents and links."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from journal.model.documents import Document, Readers, Shelf
from storage.attachments import attach, attached
from storage.db import Db
from storage.tables.notices import documents

OWNER = "document"


class DocumentQueries:
    """Implements `journal.ports.documents.Documents`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def kept(self, readers: Collection[Readers]) -> list[Document]:
        rows = await self.db.all(
            select(documents).where(documents.c.withdrawn_at.is_(None)).order_by(documents.c.id)
        )
        found = await self._documents([row for row in rows if _readers(row) in readers])
        # SQLite folds no Cyrillic case.
        return sorted(found, key=lambda item: (list(Shelf).index(item.shelf), item.title.casefold()))

    async def document(self, document_id: int) -> Document | None:
        row = await self.db.first(
            select(documents).where(documents.c.id == document_id, documents.c.withdrawn_at.is_(None))
        )
        return (await self._documents([row]))[0] if row else None

    async def add(self, document: Document) -> int:
        number = await self.db.insert(
            documents,
            kind=document.shelf,
            title=document.title,
            url=document.url,
            audience=_audience(document.readers),
            author_id=document.author_id,
            published_at=document.published_at,
        )
        files = [document.file] if document.file else []
        await attach(self.db, OWNER, number, files, document.published_at)
        return number

    async def address(self, document_id: int, readers: Readers) -> None:
        await self.db.run(
            update(documents).where(documents.c.id == document_id).values(audience=_audience(readers))
        )

    async def withdraw(self, document_id: int, at: datetime) -> None:
        await self.db.run(update(documents).where(documents.c.id == document_id).values(withdrawn_at=at))

    async def _documents(self, rows: Sequence[Row[Any]]) -> list[Document]:
        files = await attached(self.db, OWNER, [row.id for row in rows])
        return [
            Document(
                id=row.id,
                shelf=Shelf(row.kind),
                title=row.title,
                readers=_readers(row),
                author_id=row.author_id,
                published_at=row.published_at,
                url=row.url,
                file=next(iter(files.get(row.id, ())), None),
            )
            for row in rows
        ]


def _audience(readers: Readers) -> dict[str, str]:
    return {"readers": readers}


def _readers(row: Row[Any]) -> Readers:
    return Readers(row.audience["readers"])
