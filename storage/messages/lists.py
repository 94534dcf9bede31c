"""Lists of threads with their last words and what is new in them, and the count of what is new."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select

from journal.model.messages import Conversation, Listed, Office
from journal.model.people import Person
from storage.children import children
from storage.messages.rows import MessageRows, as_conversation
from storage.people import PERSON, as_person
from storage.tables.messages import conversation_members, conversations, messages
from storage.tables.people import people


class Lists(MessageRows):
    async def of_family(self, family_id: int, students: Sequence[int], day: date, limit: int) -> list[Listed]:
        return await self._listed(_of_family(family_id, students), family_id, day, limit)

    async def of_staff(self, person_id: int, day: date, limit: int, *, administration: bool) -> list[Listed]:
        return await self._listed(_of_staff(person_id, administration), person_id, day, limit)

    async def reported(self, reader_id: int, day: date, limit: int) -> list[Listed]:
        complained = and_(conversations.c.reported_at.is_not(None), conversations.c.decided_at.is_(None))
        return await self._listed(complained, reader_id, day, limit)

    async def stopped(self, reader_id: int, day: date, limit: int) -> list[Listed]:
        after = and_(conversations.c.blocked_at.is_not(None), conversations.c.reported_at.is_not(None))
        return await self._listed(and_(after, conversations.c.decided_at.is_not(None)), reader_id, day, limit)

    async def unread(self, person_id: int, students: Sequence[int], *, administration: bool) -> int:
        family = and_(_of_family(person_id, students), messages.c.from_family.is_(False))
        school = and_(_of_staff(person_id, administration), messages.c.from_family.is_(True))
        found = await self.db.scalar(
            select(func.count(messages.c.id))
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .outerjoin(conversation_members, _reader(person_id))
            .where(or_(family, school), conversations.c.blocked_at.is_(None), _new())
        )
        return int(found or 0)

    async def unread_of_children(self, family_id: int, students: Sequence[int]) -> dict[int, int]:
        rows = await self.db.all(
            select(conversations.c.student_id, func.count(messages.c.id).label("new"))
            .select_from(messages)
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .outerjoin(conversation_members, _reader(family_id))
            .where(
                _of_family(family_id, students),
                messages.c.from_family.is_(False),
                conversations.c.blocked_at.is_(None),
                _new(),
            )
            .group_by(conversations.c.student_id)
        )
        return {row.student_id: row.new for row in rows}

    async def _listed(
        self, which: ColumnElement[bool], reader_id: int, day: date, limit: int
    ) -> list[Listed]:
        """Five statements, however many threads there are."""
        rows = await self.db.all(
            select(conversations).where(which).order_by(conversations.c.last_at.desc()).limit(limit)
        )
        found = [as_conversation(row) for row in rows]
        if not found:
            return []
        threads = await self._threads([one.id for one in found], reader_id)
        persons = await self._persons(found)
        days = await children(self.db, {one.student_id for one in found}, day)
        return [
            Listed(
                conversation=one,
                child=days[one.student_id],
                family=persons[one.family_id],
                staff=persons.get(one.staff_id or 0),
                last=threads[one.id][0],
                unread=threads[one.id][1] if one.family_id == reader_id else threads[one.id][2],
            )
            for one in found
        ]

    async def _threads(self, ids: list[int], reader_id: int) -> dict[int, tuple[str, int, int]]:
        """By thread: its last words, what is new of the school's, what is new of the family's."""
        new = _new()
        rows = await self.db.all(
            select(
                messages.c.conversation_id,
                func.max(messages.c.id).label("last_id"),
                func.count(messages.c.id).filter(new, messages.c.from_family.is_(False)).label("school"),
                func.count(messages.c.id).filter(new, messages.c.from_family.is_(True)).label("family"),
            )
            .outerjoin(conversation_members, _reader(reader_id))
            .where(messages.c.conversation_id.in_(ids))
            .group_by(messages.c.conversation_id)
        )
        last = await self.db.all(
            select(messages.c.id, messages.c.text).where(messages.c.id.in_([row.last_id for row in rows]))
        )
        texts = {row.id: row.text for row in last}
        return {row.conversation_id: (texts[row.last_id], row.school, row.family) for row in rows}

    async def _persons(self, found: Sequence[Conversation]) -> dict[int, Person]:
        ids = {one.family_id for one in found} | {one.staff_id for one in found if one.staff_id}
        rows = await self.db.all(select(*PERSON).where(people.c.id.in_(ids)))
        return {row.id: as_person(row) for row in rows}


def _of_family(family_id: int, students: Sequence[int]) -> ColumnElement[bool]:
    return and_(conversations.c.family_id == family_id, conversations.c.student_id.in_(students))


def _of_staff(person_id: int, administration: bool) -> ColumnElement[bool]:
    own = conversations.c.staff_id == person_id
    if not administration:
        return own
    desk = and_(conversations.c.office == Office.ADMINISTRATION, conversations.c.family_id != person_id)
    return or_(own, desk)


def _reader(person_id: int) -> ColumnElement[bool]:
    return and_(
        conversation_members.c.conversation_id == messages.c.conversation_id,
        conversation_members.c.person_id == person_id,
    )


def _new() -> ColumnElement[bool]:
    return messages.c.id > func.coalesce(conversation_members.c.read_up_to, 0)
