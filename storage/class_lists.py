"""Queries about the lists of classes: confirmed, wrong, whose."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select, update

from journal.model.class_lists import Confirmation, Flaw
from journal.model.people import Person, Role
from storage.db import Db
from storage.listeners import held_on
from storage.people import PERSON, as_person
from storage.tables.class_lists import list_confirmations, list_flaws
from storage.tables.people import people, role_assignments

_FLAW = [column.label(f"flaw_{column.name}") for column in list_flaws.columns]


class ClassListQueries:
    """Implements `journal.ports.class_lists.ClassLists`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def confirmations(self, unit_ids: Collection[int], due_on: date) -> dict[int, Confirmation]:
        table = list_confirmations.c
        rows = await self.db.all(
            select(*PERSON, table.unit_id, table.due_on, table.confirmed_at)
            .join(list_confirmations, table.confirmed_by == people.c.id)
            .where(table.unit_id.in_(unit_ids), table.due_on == due_on)
        )
        return {
            row.unit_id: Confirmation(row.unit_id, row.due_on, row.confirmed_at, as_person(row))
            for row in rows
        }

    async def confirm(self, unit_id: int, due_on: date, by: int, at: datetime) -> None:
        row = {"unit_id": unit_id, "due_on": due_on, "confirmed_at": at, "confirmed_by": by}
        await self.db.insert_new(list_confirmations, [row])

    async def flaws(self, unit_ids: Collection[int] | None = None) -> list[Flaw]:
        waiting = _flaws().where(list_flaws.c.settled_at.is_(None))
        if unit_ids is not None:
            waiting = waiting.where(list_flaws.c.unit_id.in_(unit_ids))
        return [_as_flaw(row) for row in await self.db.all(waiting)]

    async def flaws_by_ids(self, ids: Collection[int]) -> dict[int, Flaw]:
        rows = await self.db.all(_flaws().where(list_flaws.c.id.in_(ids)))
        return {row.flaw_id: _as_flaw(row) for row in rows}

    async def report(self, unit_id: int, text: str, by: int, at: datetime) -> int:
        return await self.db.insert(list_flaws, unit_id=unit_id, text=text, reported_by=by, reported_at=at)

    async def settle(self, flaw_id: int, by: int, at: datetime) -> bool:
        changed = await self.db.run(
            update(list_flaws)
            .where(list_flaws.c.id == flaw_id, list_flaws.c.settled_at.is_(None))
            .values(settled_at=at, settled_by=by)
        )
        return changed > 0

    async def heads(self, day: date) -> dict[int, list[Person]]:
        rows = await self.db.all(
            select(*PERSON, role_assignments.c.unit_id)
            .join(role_assignments, role_assignments.c.person_id == people.c.id)
            .where(
                role_assignments.c.role == Role.CLASS_TEACHER,
                role_assignments.c.unit_id.is_not(None),
                held_on(day),
            )
            .order_by(role_assignments.c.id)
        )
        found: dict[int, list[Person]] = defaultdict(list)
        for row in rows:
            found[row.unit_id].append(as_person(row))
        return found


def _flaws() -> Any:
    return (
        select(*PERSON, *_FLAW)
        .join(list_flaws, list_flaws.c.reported_by == people.c.id)
        .order_by(list_flaws.c.id)
    )


def _as_flaw(row: Row[Any]) -> Flaw:
    return Flaw(
        row.flaw_id,
        row.flaw_unit_id,
        row.flaw_text,
        as_person(row),
        row.flaw_reported_at,
        settled=row.flaw_settled_at is not None,
    )
