"""Reading the chains."""

from collections.abc import Iterable

from journal.model.audit import Head, Verdict
from storage.audit import verifying
from storage.db import Db


class TrailQueries:
    """Implements `journal.ports.audit.Trail`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def verify(self, noted: Iterable[Head] = ()) -> Verdict:
        return await verifying.verify(self.db, noted)

    async def heads(self) -> list[Head]:
        return await verifying.heads(self.db)
