"""A class of forty costs no more statements than a class of six, and fits one message."""

from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.attendance import screens as attendance_screens
from handlers.marks import screens as marks_screens
from journal import attendance
from journal.lessons import cards
from journal.marks import painting
from journal.model.attendance import Presence
from locales.texts import Texts
from storage.tables.people import enrolments, people, students
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, TERM, TODAY, CtxOf, lesson_id, student_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)


@contextmanager
def counted(engine: AsyncEngine) -> Iterator[list[str]]:
    """The statements that run meanwhile."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        seen.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def enrol(store: SqlStore, number: int) -> None:
    """Bring 7Б up to `number` students."""
    async with store.connection(writing=True) as db:
        for place in range(number - 6):
            person = 6000 + place
            await db.insert(
                people,
                id=person,
                last_name=f"Новичков{'а' * (place % 3)}",
                first_name=f"{chr(ord('А') + place % 30)}ся",
                search_name="новичков",
                created_at=LONG_AGO,
            )
            await db.insert(students, person_id=person)
            await db.insert(enrolments, student_id=person, unit_id=unit_id("7Б"), since=TERM)
        await db.connection.commit()


Act = Callable[[CtxOf], Coroutine[Any, Any, object]]
ACTS: dict[str, Act] = {
    "now": lambda ctx_of: cards.now(ctx_of("anna")),
    "day": lambda ctx_of: cards.day(ctx_of("anna")),
    "card": lambda ctx_of: cards.card(ctx_of("anna"), LESSON),
    "register": lambda ctx_of: attendance.open_register(ctx_of("anna"), LESSON),
    "tap": lambda ctx_of: attendance.tap(ctx_of("anna"), LESSON, student_id("anya"), Presence.ABSENT, 0),
    "save": lambda ctx_of: attendance.save_register(ctx_of("anna"), LESSON, 0),
    "marks": lambda ctx_of: painting.open_marks(ctx_of("anna"), LESSON),
    "paint": lambda ctx_of: painting.paint(ctx_of("anna"), LESSON, student_id("anya"), "0", 1000),
}


@pytest.mark.parametrize("act", ACTS)
async def test_a_class_of_forty_takes_as_many_statements_as_a_class_of_six(
    act: str, ctx_of: CtxOf, store: SqlStore, engine: AsyncEngine
) -> None:
    with counted(engine) as small:
        await ACTS[act](ctx_of)
    await enrol(store, 40)
    # The same act on a fresh page, so that drafts of the first do not help.
    with counted(engine) as large:
        await ACTS[act](ctx_of)
    assert len(large) <= len(small)


async def test_registers_and_marks_of_forty_fit_a_keyboard(ctx_of: CtxOf, store: SqlStore) -> None:
    await enrol(store, 40)
    t = Texts("ru", ctx_of("anna").regulation.terms)
    register = attendance_screens.register(
        await attendance.open_register(ctx_of("anna"), LESSON), ctx_of("anna"), t
    )
    marks = marks_screens.painting(await painting.open_marks(ctx_of("anna"), LESSON), ctx_of("anna"), t)
    for screen in (register, marks):
        assert len(screen.rows) <= 100
        assert sum(len(row) for row in screen.rows) <= 100
        assert all(len(row) <= 8 for row in screen.rows)
        names = [button.label for row in screen.rows for button in row if "Новичков" in button.label]
        assert len(names) == len(set(names)) == 34
