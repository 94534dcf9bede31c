"""What the school's office is asked to print."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, update

from journal.model.papers import Paper, PrintRequest, RequestState
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.control import print_requests
from storage.tables.people import people


class RequestQueries:
    db: Db

    async def requests(self, state: str, limit: int) -> list[PrintRequest]:
        order = print_requests.c.id if state == RequestState.WAITING else print_requests.c.id.desc()
        return await self._requests(
            select(print_requests).where(print_requests.c.status == state).order_by(order).limit(limit)
        )

    async def requests_of(self, person_id: int, limit: int) -> list[PrintRequest]:
        return await self._requests(
            select(print_requests)
            .where(print_requests.c.requested_by == person_id)
            .order_by(print_requests.c.id.desc())
            .limit(limit)
        )

    async def waiting(self) -> int:
        return int(
            await self.db.scalar(
                select(func.count())
                .select_from(print_requests)
                .where(print_requests.c.status == RequestState.WAITING)
            )
        )

    async def requests_by_ids(self, ids: Collection[int]) -> list[PrintRequest]:
        return await self._requests(select(print_requests).where(print_requests.c.id.in_(ids)))

    async def ask(self, report: str, parameters: Mapping[str, Any], by: int, at: datetime) -> int:
        return await self.db.insert(
            print_requests,
            report=report,
            parameters=dict(parameters),
            requested_by=by,
            requested_at=at,
            status=RequestState.WAITING,
        )

    async def settle(self, request_id: int, state: str, by: int, at: datetime) -> bool:
        changed = await self.db.run(
            update(print_requests)
            .where(print_requests.c.id == request_id, print_requests.c.status == RequestState.WAITING)
            .values(status=state, done_by=by, done_at=at)
        )
        return changed > 0

    async def _requests(self, statement: Any) -> list[PrintRequest]:
        rows = await self.db.all(statement)
        wanted = {row.requested_by for row in rows} | {row.done_by for row in rows if row.done_by}
        named = {
            row.id: as_person(row)
            for row in await self.db.all(select(*PERSON).where(people.c.id.in_(wanted)))
        }
        return [_as_request(row, named) for row in rows]


def _as_request(row: Row[Any], named: Mapping[int, Any]) -> PrintRequest:
    return PrintRequest(
        row.id,
        Paper(row.report),
        row.parameters,
        named[row.requested_by],
        row.requested_at,
        RequestState(row.status),
        named.get(row.done_by),
        row.done_at,
    )
