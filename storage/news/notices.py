"""The facts of notices: whom they are for by account, and how they stand."""

from collections.abc import Collection

from sqlalchemy import select

from journal.model.access import BindingKind
from journal.model.notices import Counter, Listeners, Notice
from storage.db import Db
from storage.notices import NoticeQueries, binding_kinds, families_of
from storage.tables.access import accounts, bindings
from storage.tables.notices import notice_recipients
from storage.tables.people import enrolments, role_assignments, units


async def students_of(db: Db, notice: Notice) -> set[int]:
    """The students whose families (or who themselves) the notice is for."""
    if not binding_kinds(notice.audience):
        return set()
    return set(
        await db.scalars(
            select(enrolments.c.student_id)
            .join(units, units.c.id == enrolments.c.unit_id)
            .where(families_of(notice.audience))
        )
    )


async def colleagues_of(db: Db, notice: Notice) -> list[int]:
    """The accounts of the staff the notice is for."""
    if Listeners.STAFF not in notice.audience.listeners:
        return []
    return list(
        await db.scalars(
            select(bindings.c.account_id)
            .join(accounts, accounts.c.id == bindings.c.account_id)
            .join(role_assignments, role_assignments.c.person_id == bindings.c.person_id)
            .where(
                bindings.c.kind == BindingKind.STAFF,
                bindings.c.ended_at.is_(None),
                accounts.c.blocked_at.is_(None),
                role_assignments.c.until.is_(None),
            )
            .distinct()
            .order_by(bindings.c.account_id)
        )
    )


async def signatures(
    db: Db, notice_ids: Collection[int], account_ids: Collection[int]
) -> set[tuple[int, int]]:
    """Who signed what, as (notice, account); one statement."""
    rows = await db.all(
        select(notice_recipients.c.notice_id, notice_recipients.c.account_id).where(
            notice_recipients.c.notice_id.in_(notice_ids),
            notice_recipients.c.account_id.in_(account_ids),
            notice_recipients.c.signed_at.is_not(None),
        )
    )
    return {(row.notice_id, row.account_id) for row in rows}


async def counter(db: Db, notice: Notice) -> Counter:
    """The figures under an author's notice."""
    queries = NoticeQueries(db)
    addressees = await queries.addressees(notice)
    return Counter(
        sent=await queries.sent_count(notice.id),
        signed=sum(one.signed for one in addressees),
        total=len(addressees),
        unconnected=sum(not one.connected for one in addressees),
    )
