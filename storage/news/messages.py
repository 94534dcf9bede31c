"""The facts of messages: a thread with what its one side wrote, and the accounts of the other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select

from journal.model.messages import Conversation, Letter
from journal.model.people import Child, Person
from storage.children import children
from storage.db import Db
from storage.listeners import live
from storage.messages.rows import MessageRows, as_conversation
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.messages import conversation_members, conversations, messages
from storage.tables.people import people


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A thread with its child and the people of it."""

    conversation: Conversation
    child: Child
    persons: Mapping[int, Person]


async def threads(db: Db, ids: Collection[int], day: date) -> dict[int, Correspondence]:
    """The threads by id; three statements."""
    rows = await db.all(select(conversations).where(conversations.c.id.in_(ids)))
    found = [as_conversation(row) for row in rows]
    kids = await children(db, {one.student_id for one in found}, day)
    authors = select(messages.c.author_id).where(messages.c.conversation_id.in_(ids))
    named = {one.family_id for one in found} | {one.staff_id for one in found if one.staff_id}
    persons = {
        row.id: as_person(row)
        for row in await db.all(select(*PERSON).where(or_(people.c.id.in_(named), people.c.id.in_(authors))))
    }
    return {one.id: Correspondence(one, kids[one.student_id], persons) for one in found}


async def letters_from(db: Db, since: Mapping[int, int]) -> dict[int, list[Letter]]:
    """The messages of each thread from that one on, in their order; two statements."""
    if not since:
        return {}
    rows = await db.all(
        select(messages)
        .where(
            or_(
                *(
                    and_(messages.c.conversation_id == thread, messages.c.id >= first)
                    for thread, first in since.items()
                )
            )
        )
        .order_by(messages.c.id)
    )
    found: dict[int, list[Letter]] = {thread: [] for thread in since}
    for letter in await MessageRows(db).with_files(rows):
        found[letter.conversation_id].append(letter)
    return found


async def read_up_to(db: Db, ids: Collection[int]) -> dict[tuple[int, int], int]:
    """How far each thread is read, by (thread, person); one statement."""
    rows = await db.all(select(conversation_members).where(conversation_members.c.conversation_id.in_(ids)))
    return {(row.conversation_id, row.person_id): row.read_up_to or 0 for row in rows}


async def accounts_of(db: Db, persons: Collection[int], day: date) -> dict[int, set[int]]:
    """The accounts of people of families, by person; one statement."""
    rows = await db.all(
        select(bindings.c.person_id, bindings.c.account_id).where(
            bindings.c.person_id.in_(persons), live(day)
        )
    )
    found: dict[int, set[int]] = {person: set() for person in persons}
    for row in rows:
        found[row.person_id].add(row.account_id)
    return found
