"""The log of what happened to codes and access (R-004), and the attempts that limits are counted from."""

from datetime import datetime

from sqlalchemy import func, insert, select

from journal.model.codes import AccessEvent, AccessEventKind, Binding
from storage.access.base import Queries
from storage.tables.access import access_events, attempts


class LogQueries(Queries):
    async def failed_at(self, since: datetime) -> list[datetime]:
        return list(
            await self.db.scalars(
                select(attempts.c.at).where(
                    attempts.c.account_id == self.account_id,
                    attempts.c.succeeded.is_(False),
                    attempts.c.at > since,
                )
            )
        )

    async def attempted_at(self, kind: str, since: datetime) -> list[datetime]:
        own = (attempts.c.account_id == self.account_id, attempts.c.kind == kind, attempts.c.at > since)
        return list(await self.db.scalars(select(attempts.c.at).where(*own)))

    async def attempted_by_anybody(self, kind: str, since: datetime) -> list[datetime]:
        those = (attempts.c.kind == kind, attempts.c.at > since)
        return list(await self.db.scalars(select(attempts.c.at).where(*those)))

    async def attempt(self, kind: str, *, succeeded: bool) -> None:
        await self.db.insert(
            attempts, account_id=self.account_id, kind=kind, at=self.now, succeeded=succeeded
        )

    async def questioned(self, binding: Binding) -> bool:
        asked = await self.db.scalars(
            select(access_events.c.details).where(
                access_events.c.kind == AccessEventKind.QUESTIONED,
                access_events.c.person_id == binding.person_id,
                access_events.c.student_id == binding.student_id,
                access_events.c.at >= binding.bound_at,
            )
        )
        return any((details or {}).get("binding") == binding.id for details in asked)

    async def happened(self, kind: AccessEventKind, since: datetime) -> int:
        found = await self.db.scalar(
            select(func.count())
            .select_from(access_events)
            .where(
                access_events.c.kind == kind,
                access_events.c.account_id == self.account_id,
                access_events.c.at > since,
            )
        )
        return int(found or 0)

    async def log(self, *happened: AccessEvent) -> None:
        await self.db.run(
            insert(access_events),
            [
                {
                    "at": self.now,
                    "kind": event.kind,
                    "code_id": event.code_id,
                    "account_id": self.account_id or None,
                    "actor_id": self.person_id,
                    "person_id": event.person_id,
                    "student_id": event.student_id,
                    "details": event.details,
                }
                for event in happened
            ],
        )
