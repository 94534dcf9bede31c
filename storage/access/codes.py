"""Codes: only their keyed hashes are stored, and every state is reached by one conditional update."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, exists, insert, literal, or_, select, update

from journal.model.access import BindingKind
from journal.model.codes import Code, NewCode
from journal.model.people import Capacity
from storage.access.base import Queries
from storage.tables.access import bindings, codes
from storage.tables.base import Instant


def as_code(row: Row[Any]) -> Code:
    return Code(
        id=row.id,
        kind=BindingKind(row.kind),
        person_id=row.person_id,
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        issued_by=row.issued_by,
        student_id=row.student_id,
        capacity=Capacity(row.capacity) if row.capacity else None,
        capacity_expires_on=row.capacity_expires_on,
        failures=row.failures,
        locked_at=row.locked_at,
        redeemed_at=row.redeemed_at,
        redeemed_by=row.redeemed_by,
        revoked_at=row.revoked_at,
    )


def _unredeemed() -> ColumnElement[bool]:
    return and_(codes.c.redeemed_at.is_(None), codes.c.revoked_at.is_(None))


class CodeQueries(Queries):
    async def add_codes(self, codes_to_add: Sequence[NewCode]) -> list[int]:
        if not codes_to_add:
            return []
        statement = insert(codes).returning(codes.c.id, sort_by_parameter_order=True)
        rows = [
            {
                "hash": code.digest,
                "kind": code.kind,
                "person_id": code.person_id,
                "student_id": code.student_id,
                "capacity": code.capacity,
                "capacity_expires_on": code.capacity_expires_on,
                "issued_by": self.person_id,
                "issued_at": self.now,
                "expires_at": code.expires_at,
            }
            for code in codes_to_add
        ]
        result = await self.db.connection.execute(statement, rows)
        return list(result.scalars())

    async def code(self, code_id: int) -> Code | None:
        row = await self.db.first(select(codes).where(codes.c.id == code_id))
        return as_code(row) if row else None

    async def code_by_digest(self, digest: str) -> Code | None:
        row = await self.db.first(select(codes).where(codes.c.hash == digest))
        return as_code(row) if row else None

    async def open_codes(self, student_ids: Collection[int]) -> list[Code]:
        bound = exists().where(bindings.c.code_id == codes.c.id)
        waiting = and_(codes.c.redeemed_at.is_not(None), codes.c.revoked_at.is_(None), ~bound)
        still_open = and_(_unredeemed(), codes.c.locked_at.is_(None), codes.c.expires_at > self.now)
        rows = await self.db.all(
            select(codes)
            .where(codes.c.student_id.in_(student_ids), or_(still_open, waiting))
            .order_by(codes.c.id)
        )
        return [as_code(row) for row in rows]

    async def issued_codes(self, student_ids: Collection[int] | None) -> list[Code]:
        staff = codes.c.kind == BindingKind.STAFF
        whose = staff if student_ids is None else codes.c.student_id.in_(student_ids)
        return [as_code(row) for row in await self.db.all(select(codes).where(whose).order_by(codes.c.id))]

    async def waits_as(self) -> BindingKind | None:
        bound = exists().where(bindings.c.code_id == codes.c.id)
        kind = await self.db.scalar(
            select(codes.c.kind)
            .where(codes.c.redeemed_by == self.account_id, codes.c.revoked_at.is_(None), ~bound)
            .order_by(codes.c.id.desc())
        )
        return BindingKind(kind) if kind else None

    async def replace_codes(self, people: Collection[tuple[BindingKind, int, int | None]]) -> None:
        named = {(str(kind), person, student) for kind, person, student in people}
        persons = {person for _, person, _ in named}
        rows = await self.db.all(
            select(codes.c.id, codes.c.kind, codes.c.person_id, codes.c.student_id).where(
                codes.c.person_id.in_(persons), _unredeemed()
            )
        )
        replaced = [row.id for row in rows if (row.kind, row.person_id, row.student_id) in named]
        if replaced:
            await self._revoke(codes.c.id.in_(replaced), "replaced")

    async def cancel_code(self, code_id: int, reason: str) -> bool:
        return await self._revoke(codes.c.id == code_id, reason) == 1

    async def _revoke(self, which: ColumnElement[bool], reason: str) -> int:
        return await self.db.run(
            update(codes)
            .where(which, codes.c.revoked_at.is_(None))
            .values(revoked_at=self.now, revoked_by=self.person_id, revoked_reason=reason)
        )

    async def fail(self, code_id: int, allowed: int) -> Code | None:
        reached = codes.c.failures + 1 >= allowed
        touched = await self.db.run(
            update(codes)
            .where(codes.c.id == code_id, _unredeemed(), codes.c.locked_at.is_(None))
            .values(
                failures=codes.c.failures + 1,
                locked_at=case((reached, literal(self.now, Instant())), else_=None),
            )
        )
        return await self.code(code_id) if touched else None

    async def redeem(self, code_id: int) -> bool:
        # The condition and the change are one statement, so of two accounts only one finds the code open.
        touched = await self.db.run(
            update(codes)
            .where(
                codes.c.id == code_id,
                _unredeemed(),
                codes.c.locked_at.is_(None),
                codes.c.expires_at > self.now,
            )
            .values(redeemed_at=self.now, redeemed_by=self.account_id)
        )
        return touched == 1
