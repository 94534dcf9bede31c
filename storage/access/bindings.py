"""Bindings: live links of accounts to children, students and members of staff."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, update

from journal.model.access import BindingKind, Hat
from journal.model.codes import Binding, Code
from journal.model.people import Capacity
from storage.access.base import Queries
from storage.destinations import forget_unbound
from storage.tables.access import accounts, bindings, codes
from storage.tables.people import enrolments


def as_binding(row: Row[Any]) -> Binding:
    return Binding(
        id=row.id,
        account_id=row.account_id,
        kind=BindingKind(row.kind),
        person_id=row.person_id,
        student_id=row.student_id,
        bound_at=row.bound_at,
        capacity=Capacity(row.capacity) if row.capacity else None,
        expires_on=row.expires_on,
        last_seen_at=row.last_seen_at,
        unreachable_at=row.unreachable_at,
    )


def _select(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(bindings, accounts.c.last_seen_at, accounts.c.unreachable_at)
        .join(accounts, accounts.c.id == bindings.c.account_id)
        .where(bindings.c.ended_at.is_(None), which)
        .order_by(bindings.c.id)
    )


class BindingQueries(Queries):
    async def bind(self, code: Code, account_id: int) -> int | None:
        known = await self.db.first(
            _select(
                (bindings.c.account_id == account_id)
                & (bindings.c.kind == code.kind)
                & (bindings.c.person_id == code.person_id)
                & (bindings.c.student_id.is_not_distinct_from(code.student_id))
            )
        )
        if known is not None:
            return None
        return await self.db.insert(
            bindings,
            account_id=account_id,
            kind=code.kind,
            person_id=code.person_id,
            student_id=code.student_id,
            capacity=code.capacity,
            expires_on=code.capacity_expires_on,
            code_id=code.id,
            bound_at=self.now,
            news_since=self.now,
        )

    async def binding(self, binding_id: int) -> Binding | None:
        row = await self.db.first(_select(bindings.c.id == binding_id))
        return as_binding(row) if row else None

    async def bindings_of(self, student_ids: Collection[int]) -> list[Binding]:
        return await self._all(bindings.c.student_id.in_(student_ids))

    async def bindings_of_people(self, person_ids: Collection[int]) -> list[Binding]:
        return await self._all(bindings.c.person_id.in_(person_ids))

    async def expired_bindings(self, today: date) -> list[Binding]:
        return await self._all(bindings.c.expires_on < today)

    async def expiring_bindings(self, first: date, last: date) -> list[Binding]:
        return await self._all(bindings.c.expires_on.between(first, last))

    async def extend_bindings(self, person_id: int, student_id: int, until: date) -> int:
        return await self.db.run(
            update(bindings)
            .where(
                bindings.c.person_id == person_id,
                bindings.c.student_id == student_id,
                bindings.c.capacity == Capacity.REPRESENTATIVE,
                bindings.c.ended_at.is_(None),
            )
            .values(expires_on=until)
        )

    async def departed_with_access(self, today: date) -> list[int]:
        linked = select(bindings.c.student_id).where(bindings.c.ended_at.is_(None))
        coded = select(codes.c.student_id).where(codes.c.revoked_at.is_(None))
        stays = or_(enrolments.c.until.is_(None), enrolments.c.until > today)
        departed = (
            select(enrolments.c.student_id)
            .where(enrolments.c.student_id.in_(linked.union(coded)))
            .group_by(enrolments.c.student_id)
            .having(func.count().filter(stays) == 0)
        )
        return list(await self.db.scalars(departed))

    async def end_bindings(self, binding_ids: Collection[int], reason: str) -> int:
        if not binding_ids:
            return 0
        ended = await self.db.run(
            update(bindings)
            .where(bindings.c.id.in_(binding_ids), bindings.c.ended_at.is_(None))
            .values(ended_at=self.now, ended_reason=reason, ended_by=self.person_id)
        )
        await forget_unbound(self.db, binding_ids)
        return ended

    async def wear(self, account_id: int, hat: Hat) -> None:
        await self.db.run(update(accounts).where(accounts.c.id == account_id).values(hat=hat))

    async def look_at(self, account_id: int, student_id: int) -> None:
        await self.db.run(update(accounts).where(accounts.c.id == account_id).values(student_id=student_id))

    async def _all(self, which: ColumnElement[bool]) -> list[Binding]:
        return [as_binding(row) for row in await self.db.all(_select(which))]
