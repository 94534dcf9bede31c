"""The facts of notices: whom they are for by account, and how they stand."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, select

from journal.model.access import BindingKind
from journal.model.notices import Listeners, Notice
from storage.db import Db
from storage.notices import binding_kinds, families_of
from storage.question import question
from storage.tables.access import accounts, bindings
from storage.tables.notices import notice_recipients
from storage.tables.people import enrolments, role_assignments, units


async def readers_of(
    db: Db, notice: Notice, accounts_of: Collection[int] | None = None
) -> dict[int, set[int]]:
    """The accounts of families the notice is for, each with its students; only of `accounts_of`, if given."""
    kinds = binding_kinds(notice.audience)
    if not kinds:
        return {}
    asked = (
        select(bindings.c.account_id, bindings.c.student_id)
        .join(enrolments, enrolments.c.student_id == bindings.c.student_id)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(families_of(notice.audience), bindings.c.kind.in_(kinds), bindings.c.ended_at.is_(None))
        .order_by(bindings.c.account_id)
    )
    rows = await db.all(asked if accounts_of is None else asked.where(bindings.c.account_id.in_(accounts_of)))
    found: dict[int, set[int]] = {}
    for row in rows:
        found.setdefault(row.account_id, set()).add(row.student_id)
    return found


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
    rows = await db.all(_signed(notice_ids, account_ids))
    return {(row.notice_id, row.account_id) for row in rows}


@question
def _signed(notice_ids: Collection[int], account_ids: Collection[int]) -> Select[Any]:
    of = notice_recipients.c
    return select(of.notice_id, of.account_id).where(
        of.notice_id.in_(notice_ids), of.account_id.in_(account_ids), of.signed_at.is_not(None)
    )
