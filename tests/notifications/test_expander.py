"""An event that cannot be expanded loses no other news, and none of it is lost while the database is away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, exc, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.events import PhoneAdded
from notifications.retry import EXPANSION_BACKOFF
from notifications.service import Notifier
from storage import events
from storage.db import away
from storage.tables.outbox import events as table
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post, open_accounts, states
from tests.notifications.test_access_told import bind
from tests.notifications.writing import add, change, happen


async def news(store: SqlStore, clock: FrozenClock) -> int:
    """A second phone of Olga's: one push to the first."""
    (account,) = await open_accounts(store, 1)
    await happen(store, clock.now(), PhoneAdded(await bind(store, account, "olga", "anya")))
    async with store.connection() as db:
        return int(await db.scalar(select(table.c.id).order_by(table.c.id.desc()).limit(1)))


async def unreadable(store: SqlStore, clock: FrozenClock) -> int:
    """An event without what its expansion needs."""
    return await add(
        store,
        table,
        kind=PhoneAdded.kind,
        payload={},
        at=clock.now(),
        hold_until=clock.now(),
        subject="phone:0",
        state="waiting",
    )


async def row_of(store: SqlStore, event_id: int) -> Any:
    async with store.connection() as db:
        return await db.first(select(table).where(table.c.id == event_id))


@contextmanager
def database_away(engine: AsyncEngine, during: str) -> Iterator[None]:
    """The connection breaks at the first statement that begins like this."""

    def breaks(*args: object) -> None:
        if str(args[2]).startswith(during):
            raise ConnectionResetError("the database is away")

    event.listen(engine.sync_engine, "before_cursor_execute", breaks)
    yield
    event.remove(engine.sync_engine, "before_cursor_execute", breaks)


@pytest.mark.parametrize("during", ["INSERT INTO outbox", "UPDATE events", "SELECT"])
async def test_an_event_outlives_a_database_that_is_away(
    during: str, engine: AsyncEngine, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    number = await news(store, clock)
    with database_away(engine, during):
        for _ in range(20):
            with pytest.raises(ConnectionResetError):
                await notifier.expander.expand_due()
    assert (await row_of(store, number)).tries == 0
    await notifier.catch_up()
    assert len(post.parcels) == 1


async def test_an_unreadable_event_waits_longer_each_time_and_then_is_set_aside(
    store: SqlStore, clock: FrozenClock, notifier: Notifier
) -> None:
    number = await unreadable(store, clock)
    for tries, wait in enumerate(EXPANSION_BACKOFF, start=1):
        await notifier.catch_up()
        await notifier.catch_up()
        row = await row_of(store, number)
        assert (row.state, row.tries, row.hold_until - clock.now()) == ("waiting", tries, wait)
        clock.move(wait)
    await notifier.catch_up()
    row = await row_of(store, number)
    assert (row.state, row.error) == ("failed", "KeyError")


async def test_only_the_event_that_failed_waits_though_another_process_holds_an_older_one(
    engine: AsyncEngine, store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    older = await news(store, clock)
    bad = await unreadable(store, clock)
    await change(
        store, update(table).where(table.c.id == older).values(hold_until=clock.now() - timedelta(hours=1))
    )
    other = await engine.connect()
    # SQLite serves one process: there nobody holds anything.
    shared = engine.dialect.name == "postgresql"
    if shared:
        await other.execute(select(table).where(table.c.id == older).with_for_update())
    await notifier.expander.expand_due()
    await other.close()
    held = await row_of(store, older)
    assert (held.state, held.tries) == ("waiting" if shared else "done", 0)
    failed = await row_of(store, bad)
    assert (failed.state, failed.tries) == ("waiting", 1)
    await notifier.catch_up()
    assert (await row_of(store, older)).state == "done"
    assert len(post.parcels) == 1


async def test_what_was_set_aside_is_counted_and_told_once_somebody_says_so(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    number = await news(store, clock)
    await change(store, update(table).where(table.c.id == number).values(state="failed", tries=7))
    await notifier.catch_up()
    assert post.parcels == []
    async with store.connection(writing=True) as db:
        assert await events.count_failed(db, clock.now()) == 1
        assert await events.count_failed(db, clock.now() + events.NEWS) == 0
        assert await events.retry_failed(db, clock.now() + events.NEWS) == 0
        assert await events.retry_failed(db, clock.now()) == 1
        await db.connection.commit()
    await notifier.catch_up()
    assert await states(store) == {"sent": 1}


async def test_what_was_set_aside_gives_way_to_newer_news_of_the_same(
    store: SqlStore, clock: FrozenClock
) -> None:
    number = await news(store, clock)
    await change(store, update(table).where(table.c.id == number).values(state="failed"))
    row = await row_of(store, number)
    await happen(store, clock.now(), PhoneAdded(**row.payload))
    assert (await row_of(store, number)).state == "replaced"


@pytest.mark.parametrize(
    ("error", "is_away"),
    [
        (ConnectionRefusedError(), True),
        (TimeoutError(), True),
        (exc.TimeoutError(), True),
        (exc.OperationalError("SELECT", {}, Exception("disk I/O error")), True),
        (exc.DBAPIError("SELECT", {}, Exception("terminating connection")), True),
        (exc.ProgrammingError("SELECT", {}, Exception(), connection_invalidated=True), True),
        (exc.IntegrityError("INSERT", {}, Exception("no such account")), False),
        (exc.NoResultFound(), False),
        (KeyError("binding_id"), False),
    ],
)
def test_a_database_that_is_away_is_told_from_a_statement_it_refuses(error: Exception, is_away: bool) -> None:
    assert away(error) is is_away
