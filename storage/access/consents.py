"""Consents to processing: who gave which, when, and whether the paper came."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import exists, insert, select, update

from journal.model.codes import Binding, Code, Consent
from storage.access.base import Queries
from storage.tables.access import consents
from storage.tables.people import guardianships


class ConsentQueries(Queries):
    async def add_consents(
        self, code: Code, kinds: Sequence[str], version: str, given_at: datetime, *, covered: bool
    ) -> None:
        await self.db.run(
            insert(consents),
            [
                {
                    "account_id": self.account_id,
                    "person_id": code.person_id,
                    "student_id": code.student_id,
                    "kind": kind,
                    "version": version,
                    "given_at": given_at,
                    "paper_received_at": self.now if covered else None,
                }
                for kind in kinds
            ],
        )

    async def consents_of(self, student_ids: Collection[int]) -> list[Consent]:
        rows = await self.db.all(
            select(consents)
            .where(consents.c.student_id.in_(student_ids))
            .order_by(consents.c.given_at, consents.c.id)
        )
        return [
            Consent(
                row.person_id,
                row.student_id,
                row.kind,
                row.version,
                row.given_at,
                row.withdrawn_at,
                row.paper_received_at,
            )
            for row in rows
        ]

    async def give_consent(self, binding: Binding, kind: str, version: str) -> None:
        await self.db.insert(
            consents,
            account_id=self.account_id,
            person_id=binding.person_id,
            student_id=binding.student_id,
            kind=kind,
            version=version,
            given_at=self.now,
        )

    async def consented(self, student_id: int, *, on_paper: bool) -> bool:
        standing = select(consents.c.id).where(
            consents.c.student_id == student_id,
            consents.c.kind == "processing",
            consents.c.withdrawn_at.is_(None),
            exists().where(
                guardianships.c.guardian_id == consents.c.person_id,
                guardianships.c.student_id == student_id,
                guardianships.c.ended_on.is_(None),
            ),
        )
        if on_paper:
            standing = standing.where(consents.c.paper_received_at.is_not(None))
        return await self.db.first(standing.limit(1)) is not None

    async def withdraw_consents(self, person_id: int, student_id: int, kinds: Sequence[str]) -> int:
        return await self.db.run(
            update(consents)
            .where(
                consents.c.person_id == person_id,
                consents.c.student_id == student_id,
                consents.c.kind.in_(kinds),
                consents.c.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=self.now)
        )

    async def receive_paper(self, student_id: int, account_id: int) -> None:
        await self.db.run(
            update(consents)
            .where(
                consents.c.account_id == account_id,
                consents.c.student_id == student_id,
                consents.c.withdrawn_at.is_(None),
                consents.c.paper_received_at.is_(None),
            )
            .values(paper_received_at=self.now, paper_received_by=self.person_id)
        )
