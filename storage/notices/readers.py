"""The reader's side: what was sent to whom, and the signatures."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select

from journal.model.notices import Notice, NoticeStatus
from storage.notices.audiences import as_audience, binding_kinds, families_of, reaches
from storage.notices.rows import NoticeRows
from storage.question import question
from storage.tables.notices import notice_recipients, notices
from storage.tables.people import enrolments, units

# How many of the newest notices a reader's list is looked for in.
RECENT = 200


class Readers(NoticeRows):
    async def concerned(self, notice: Notice, students: tuple[int, ...]) -> list[int]:
        if not students or not binding_kinds(notice.audience):
            return []
        return list(
            await self.db.scalars(
                select(enrolments.c.student_id)
                .join(units, units.c.id == enrolments.c.unit_id)
                .where(families_of(notice.audience), enrolments.c.student_id.in_(students))
                .distinct()
            )
        )

    async def signed(self, notice_id: int, account_id: int) -> bool:
        found = await self.db.first(
            select(notice_recipients.c.id).where(
                notice_recipients.c.notice_id == notice_id,
                notice_recipients.c.account_id == account_id,
                notice_recipients.c.signed_at.is_not(None),
            )
        )
        return found is not None

    async def sign(
        self, notice_id: int, account_id: int, person_id: int, students: Iterable[int], at: datetime
    ) -> bool:
        if await self.signed(notice_id, account_id):
            return False
        await self.db.run(
            notice_recipients.insert(),
            [
                {
                    "notice_id": notice_id,
                    "person_id": person_id,
                    "student_id": student,
                    "account_id": account_id,
                    "status": "signed",
                    "signed_at": at,
                }
                for student in (tuple(students) or (None,))
            ],
        )
        return True

    async def of_reader(
        self, account_id: int, students: tuple[int, ...], *, staff: bool, limit: int
    ) -> list[tuple[Notice, bool]]:
        rows = await self.db.all(_newest(account_id))
        belongs = await self._units_of(students)
        mine = [row for row in rows if reaches(as_audience(row.audience), belongs, staff=staff)][:limit]
        found = await self._notices(mine)
        return [(notice, bool(row.signed)) for notice, row in zip(found, mine, strict=True)]

    async def unsigned(self, account_id: int, students: tuple[int, ...]) -> dict[int, int]:
        rows = await self.db.all(_unsigned(account_id))
        belongs = await self._units_of(students)
        audiences = [as_audience(row.audience) for row in rows]
        return {
            student: sum(reaches(one, {student: units}, staff=False) for one in audiences)
            for student, units in belongs.items()
        }

    async def _units_of(self, students: tuple[int, ...]) -> dict[int, set[int]]:
        """The present units of each student."""
        belongs: dict[int, set[int]] = {student: set() for student in students}
        for row in await self.db.all(_enrolled(students)):
            belongs[row.student_id].add(row.unit_id)
        return belongs


@question
def _newest(account_id: int) -> Select[Any]:
    return (
        select(notices, _signed(account_id).label("signed"))
        .where(notices.c.status == NoticeStatus.SENT)
        .order_by(notices.c.sent_at.desc())
        .limit(RECENT)
    )


@question
def _unsigned(account_id: int) -> Select[Any]:
    return (
        select(notices.c.audience)
        .where(notices.c.status == NoticeStatus.SENT, notices.c.sign_off, ~_signed(account_id))
        .order_by(notices.c.sent_at.desc())
        .limit(RECENT)
    )


@question
def _enrolled(students: Collection[int]) -> Select[Any]:
    return select(enrolments.c.student_id, enrolments.c.unit_id).where(
        enrolments.c.student_id.in_(students), enrolments.c.until.is_(None)
    )


def _signed(account_id: int) -> ColumnElement[bool]:
    """Whether the account signed the notice off."""
    return exists(
        select(notice_recipients.c.id).where(
            notice_recipients.c.notice_id == notices.c.id,
            notice_recipients.c.account_id == account_id,
            notice_recipients.c.signed_at.is_not(None),
        )
    )
