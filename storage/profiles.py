"""Queries about people's own data and the changes their families ask for."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, update

from journal.context import Ctx
from journal.model.people import Person, search_form
from journal.model.profile import ChangeStatus, Field, KeptLetter, KeptNotice, Profile, ProfileChange, Stay
from storage.contacts import reach_at
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.messages import conversations, messages
from storage.tables.notices import notice_recipients, notices
from storage.tables.people import contacts, enrolments, people, profile_changes, units

_CONTACTS = (Field.PHONE, Field.EMAIL, Field.ADDRESS)


class ProfileQueries:
    """Implements `journal.ports.profiles.Profiles`."""

    def __init__(self, db: Db, ctx: Ctx) -> None:
        self.db = db
        self.ctx = ctx

    async def profiles(self, person_ids: Collection[int]) -> dict[int, Profile]:
        rows = await self.db.all(select(*PERSON, people.c.birth_date).where(people.c.id.in_(person_ids)))
        kept = await self.db.all(
            select(contacts)
            .where(contacts.c.person_id.in_(person_ids), contacts.c.kind.in_(_CONTACTS))
            .order_by(contacts.c.id)
        )
        reached: dict[int, dict[Field, str]] = {}
        for row in kept:
            reached.setdefault(row.person_id, {}).setdefault(Field(row.kind), row.value)
        return {row.id: _as_profile(row, reached.get(row.id, {})) for row in rows}

    async def change(self, change_id: int) -> ProfileChange | None:
        row = await self.db.first(select_changes(profile_changes.c.id == change_id))
        return as_change(row) if row else None

    async def open_changes(self, student_ids: Collection[int]) -> list[ProfileChange]:
        waiting = profile_changes.c.status == ChangeStatus.ASKED
        return [
            as_change(row)
            for row in await self.db.all(
                select_changes(profile_changes.c.student_id.in_(student_ids) & waiting)
            )
        ]

    async def asked_today(self, account_id: int) -> int:
        found = await self.db.scalar(
            select(func.count())
            .select_from(profile_changes)
            .where(
                profile_changes.c.requested_by == account_id,
                profile_changes.c.requested_at > self.ctx.now - timedelta(days=1),
            )
        )
        return int(found or 0)

    async def ask(self, student_id: int, person_id: int, field: Field, before: str, value: str) -> int:
        return await self.db.insert(
            profile_changes,
            person_id=person_id,
            student_id=student_id,
            requested_by=self.ctx.actor.account_id,
            requested_at=self.ctx.now,
            changes={"field": field, "before": before, "value": value},
            status=ChangeStatus.ASKED,
        )

    async def settle(self, change_id: int, status: ChangeStatus) -> bool:
        touched = await self.db.run(
            update(profile_changes)
            .where(profile_changes.c.id == change_id, profile_changes.c.status == ChangeStatus.ASKED)
            .values(status=status, decided_by=self.ctx.actor.person_id, decided_at=self.ctx.now)
        )
        return touched == 1

    async def stays(self, student_id: int) -> list[Stay]:
        rows = await self.db.all(
            select(units.c.name, enrolments.c.since, enrolments.c.until)
            .join(units, units.c.id == enrolments.c.unit_id)
            .where(enrolments.c.student_id == student_id)
            .order_by(enrolments.c.since, enrolments.c.id)
        )
        return [Stay(row.name, row.since, row.until) for row in rows]

    async def letters(self, person_id: int, student_id: int) -> list[KeptLetter]:
        rows = await self.db.all(
            select(*PERSON, messages.c.sent_at, messages.c.text)
            .join(messages, messages.c.author_id == people.c.id)
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .where(conversations.c.family_id == person_id, conversations.c.student_id == student_id)
            .order_by(messages.c.sent_at, messages.c.id)
        )
        return [KeptLetter(row.sent_at, as_person(row), row.text) for row in rows]

    async def notices(self, person_id: int, student_id: int) -> list[KeptNotice]:
        of = notice_recipients.c
        rows = await self.db.all(
            select(notices.c.id, notices.c.sent_at, notices.c.text)
            .add_columns(func.max(of.signed_at).label("signed_at"), func.max(of.answer).label("answer"))
            .join(notice_recipients, of.notice_id == notices.c.id)
            .where(
                of.person_id == person_id,
                or_(of.student_id == student_id, of.student_id.is_(None)),
                notices.c.sent_at.is_not(None),
            )
            .group_by(notices.c.id, notices.c.sent_at, notices.c.text)
            .order_by(notices.c.sent_at, notices.c.id)
        )
        return [KeptNotice(row.sent_at, row.text, row.signed_at, row.answer) for row in rows]

    async def write(self, person_id: int, field: Field, value: str) -> None:
        if field.is_name:
            await self._rename(person_id, field, value)
        else:
            await reach_at(self.db, person_id, field, value, self.ctx.now)

    async def _rename(self, person_id: int, field: Field, value: str) -> None:
        row = await self.db.first(select(*PERSON).where(people.c.id == person_id))
        if row is None:
            return
        name = {part: getattr(row, part) for part in ("last_name", "first_name", "middle_name")}
        name[field.value] = value
        await self.db.run(
            update(people)
            .where(people.c.id == person_id)
            .values(**name, search_name=search_form(" ".join(name.values())))
        )


def select_changes(which: ColumnElement[bool]) -> Select[Any]:
    """Changes with whom they are about and who asked, while that adult stands for the child."""
    asker = people.alias("asker")
    return (
        select(
            profile_changes,
            people.c.last_name,
            people.c.first_name,
            people.c.middle_name,
            asker.c.id.label("asker_id"),
            asker.c.last_name.label("asker_last"),
            asker.c.first_name.label("asker_first"),
            asker.c.middle_name.label("asker_middle"),
        )
        .join(people, people.c.id == profile_changes.c.person_id)
        .join(
            bindings,
            (bindings.c.account_id == profile_changes.c.requested_by)
            & (bindings.c.student_id == profile_changes.c.student_id)
            & (bindings.c.kind == "guardian"),
        )
        .join(asker, asker.c.id == bindings.c.person_id)
        .where(
            which,
            or_(bindings.c.ended_at.is_(None), profile_changes.c.status != ChangeStatus.ASKED),
        )
        .order_by(profile_changes.c.requested_at, profile_changes.c.id)
    )


def as_change(row: Row[Any]) -> ProfileChange:
    return ProfileChange(
        id=row.id,
        person=Person(row.person_id, row.last_name, row.first_name, row.middle_name),
        student_id=row.student_id,
        asked_by=Person(row.asker_id, row.asker_last, row.asker_first, row.asker_middle),
        account_id=row.requested_by,
        asked_at=row.requested_at,
        field=Field(row.changes["field"]),
        before=row.changes["before"],
        value=row.changes["value"],
        status=ChangeStatus(row.status),
    )


def _as_profile(row: Row[Any], reached: dict[Field, str]) -> Profile:
    names = {
        Field.LAST_NAME: row.last_name,
        Field.FIRST_NAME: row.first_name,
        Field.MIDDLE_NAME: row.middle_name,
    }
    return Profile(as_person(row), {**reached, **names}, row.birth_date)
