"""What teachers ask the deputy head about marks of a period: to open the window, to allow few marks."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from journal.model.control import RequestStatus
from journal.model.people import Person
from journal.model.periods import AskFor, Assessment, ResultPage, ResultRequest
from storage.db import Db
from storage.people import PERSON, as_person
from storage.periods.pages import as_page, page_select
from storage.tables.marks import entry_requests
from storage.tables.people import people, units
from storage.tables.timetable import subjects


class RequestQueries:
    db: Db

    async def requests_of(self, page: ResultPage, assessment: Assessment) -> list[ResultRequest]:
        return await self._requests(
            entry_requests.c.unit_id == page.unit_id,
            entry_requests.c.subject_id == page.subject_id,
            entry_requests.c.assessment == assessment.code,
        )

    async def requests(self, status: RequestStatus) -> list[ResultRequest]:
        return await self._requests(entry_requests.c.status == status)

    async def request(self, request_id: int) -> ResultRequest | None:
        return (await self.requests_by_id([request_id])).get(request_id)

    async def requests_by_id(self, numbers: Collection[int]) -> dict[int, ResultRequest]:
        return {one.id: one for one in await self._requests(entry_requests.c.id.in_(numbers))}

    async def ask(
        self,
        page: ResultPage,
        assessment: Assessment,
        student_id: int | None,
        kind: str,
        reason: str,
        by: int,
        at: datetime,
    ) -> int:
        return await self.db.insert(
            entry_requests,
            unit_id=page.unit_id,
            subject_id=page.subject_id,
            assessment=assessment.code,
            student_id=student_id,
            kind=kind,
            reason=reason,
            requested_by=by,
            requested_at=at,
            status=RequestStatus.WAITING,
        )

    async def _requests(self, *where: Any) -> list[ResultRequest]:
        rows = await self.db.all(
            select(entry_requests)
            .where(entry_requests.c.assessment.is_not(None), *where)
            .order_by(entry_requests.c.id)
        )
        if not rows:
            return []
        pages = await self._pages_of(rows)
        named = await self._named(rows)
        return [
            _as_request(row, pages[row.unit_id, row.subject_id], named)
            for row in rows
            if (row.unit_id, row.subject_id) in pages
        ]

    async def _pages_of(self, rows: Any) -> dict[tuple[int, int], ResultPage]:
        found = await self.db.all(
            page_select().where(
                units.c.id.in_({row.unit_id for row in rows}),
                subjects.c.id.in_({row.subject_id for row in rows}),
            )
        )
        return {(row.unit_id, row.subject_id): as_page(row) for row in found}

    async def _named(self, rows: Any) -> dict[int, Person]:
        wanted = {row.requested_by for row in rows} | {row.student_id for row in rows if row.student_id}
        found = await self.db.all(select(*PERSON).where(people.c.id.in_(wanted)))
        return {row.id: as_person(row) for row in found}


def _as_request(row: Row[Any], page: ResultPage, named: dict[int, Person]) -> ResultRequest:
    return ResultRequest(
        row.id,
        AskFor(row.kind),
        page,
        row.assessment,
        named.get(row.student_id),
        row.reason,
        named[row.requested_by],
        row.requested_at,
        RequestStatus(row.status),
        row.decided_by,
        row.answer,
        row.open_until,
    )
