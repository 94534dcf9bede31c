"""Expanding and checking take a constant number of statements, whatever the number of children and pushes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.events import HomeworkSaved, MarksSaved
from journal.model.outbox import Lane
from notifications.house import round_of
from notifications.lessons.reminders import due_now
from notifications.service import Notifier
from storage.unit_of_work import SqlStore
from tests.notifications.writing import give_mark, happen, set_homework, set_work
from tests.support.school import SCHOOL, TODAY, student_id

CHILDREN = [student_id(name) for name in ("anya", "boris", "vera", "gleb", "dina", "egor")]


@contextmanager
def counting(engine: AsyncEngine) -> Iterator[list[str]]:
    """The statements that are run meanwhile."""
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def _marks(store: SqlStore, clock: FrozenClock, children: list[int], works: int) -> None:
    for _ in range(works):
        work = await set_work(store, clock.now())
        for name in ("anya", "egor"):
            if student_id(name) in children:
                await give_mark(store, work, name, "5", clock.now())
        task = await set_homework(store, clock.now())
        await happen(store, clock.now(), MarksSaved(work, children), HomeworkSaved(task, 1))


async def test_expansion_and_check_cost_the_same_for_one_child_and_for_many(
    store: SqlStore, engine: AsyncEngine, clock: FrozenClock, notifier: Notifier
) -> None:
    clock.move(timedelta(hours=5))
    expanded, checked = [], []
    for children, works in ((CHILDREN[:1], 1), (CHILDREN, 5)):
        await _marks(store, clock, children, works)
        with counting(engine) as statements:
            await notifier.expander.expand_due()
        # One insert runs for each push; what is read is what must not grow.
        expanded.append(sum(not said.startswith("INSERT") for said in statements))
        messages = await notifier.sender.ledger.claim(Lane.NORMAL, 100, set())
        assert messages
        with counting(engine) as statements:
            packed = await notifier.sender.ledger.check(messages)
        checked.append(len(statements))
        await notifier.sender.ledger.release(packed.ready)
    assert expanded[0] == expanded[1]
    assert checked[0] == checked[1]


async def test_who_is_nudged_takes_as_many_statements_for_one_teacher_as_for_all(
    store: SqlStore, engine: AsyncEngine, clock: FrozenClock, notifier: Notifier
) -> None:
    async def asked(hour: int) -> tuple[int, int]:
        clock.move(SCHOOL.moment(TODAY, time(hour)))
        async with store.connection() as db:
            with counting(engine) as statements:
                found = await due_now(round_of(notifier.expander.house, db))
            return len(found), len(statements)

    one, many = await asked(10), await asked(12)
    assert (one[0], many[0]) == (1, 4)
    assert one[1] == many[1] <= 10


async def test_an_idle_notifier_only_reads(engine: AsyncEngine, notifier: Notifier) -> None:
    await notifier.catch_up()
    with counting(engine) as statements:
        await notifier.catch_up()
    assert statements
    assert {said.split()[0] for said in statements} <= {"SELECT", "BEGIN"}
    assert "BEGIN IMMEDIATE" not in statements
