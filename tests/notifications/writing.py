"""What teachers and families write, straight into the tables, with the event it causes."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Executable, Table

from journal.events import Event
from storage import events
from storage.tables.lessons import homework
from storage.tables.marks import marks, works
from storage.tables.outbox import subscriptions
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, lesson_id, person_id, student_id, subject_id, unit_id


async def change(store: SqlStore, *statements: Executable) -> None:
    """Run statements and commit."""
    async with store.connection(writing=True) as db:
        for statement in statements:
            await db.run(statement)
        await db.connection.commit()


async def add(store: SqlStore, table: Table, **values: Any) -> int:
    """Insert a row and commit; returns its key."""
    async with store.connection(writing=True) as db:
        key = await db.insert(table, **values)
        await db.connection.commit()
        return key


async def happen(store: SqlStore, at: datetime, *happened: Event, by: str | None = None) -> None:
    """Record events at that moment, without a hold."""
    account = person_id(by) if by else None
    async with store.connection(writing=True) as db:
        await events.write(db, [events.Recorded(event, at, at, account) for event in happened])
        await db.connection.commit()


async def choose(store: SqlStore, who: str, child: str, topic: str, mode: str, at: datetime) -> None:
    """A family's choice."""
    await add(
        store,
        subscriptions,
        account_id=person_id(who),
        student_id=student_id(child),
        kind=topic,
        mode=mode,
        changed_at=at,
    )


async def set_work(store: SqlStore, at: datetime, title: str = "Диктант", kind: str = "lesson") -> int:
    """A work of 7Б in Russian today."""
    return await add(
        store,
        works,
        lesson_id=lesson_id("7Б", TODAY, 1),
        unit_id=unit_id("7Б"),
        subject_id=subject_id("russian"),
        date=TODAY,
        kind=kind,
        title=title,
        teacher_id=person_id("maria"),
        created_at=at,
    )


async def give_mark(
    store: SqlStore, work: int, child: str, value: str, at: datetime, *, place: int = 1, **more: Any
) -> int:
    """A mark for that work."""
    return await add(
        store,
        marks,
        work_id=work,
        student_id=student_id(child),
        place=place,
        value=value,
        date=TODAY,
        subject_id=subject_id("russian"),
        author_id=person_id("maria"),
        entered_at=at,
        **more,
    )


async def set_homework(
    store: SqlStore, at: datetime, text: str = "№ 512", due: date = TODAY + timedelta(days=1), slot: int = 1
) -> int:
    """Homework of 7Б for a lesson of that day."""
    return await add(
        store,
        homework,
        lesson_id=lesson_id("7Б", due, slot),
        given_lesson_id=lesson_id("7Б", TODAY, 2),
        text=text,
        author_id=person_id("anna"),
        created_at=at,
        updated_at=at,
    )
