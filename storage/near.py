"""Small readings of an embedded database, on the event loop (docs/decisions/0023-reading-on-the-loop.md).

The way to a driver's thread and back costs ten times what SQLite takes for a statement of a screen. So
readings run as synchronous Core on read-only connections of their own. The loop is kept free whoever asks: a
question of more than STEPS, or twice as many, is broken off and asked again in a thread; after TURN the
others have theirs. Whatever writes goes through the asynchronous engine.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Result, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

from storage.db import Db

T = TypeVar("T")

# Instructions of SQLite's machine, some millisecond.
STEPS = 50_000
PATIENCE = "patience"
# Seconds: longer than a screen takes, shorter than anybody notices.
TURN = 0.015
BUSY_TIMEOUT = 15.0
# Connections kept open. A new one first reads the whole schema, which takes longer than a screen's questions.
KEPT = 32


class NearDb(Db):
    """The verbs of `Db` for one reading at hand."""

    def __init__(self, connection: Connection) -> None:
        self._near = connection
        self._patience: _Patience = connection.info[PATIENCE]
        self._turn_ends = time.monotonic() + TURN

    @property
    def dialect(self) -> str:
        return self._near.dialect.name

    async def ask(
        self, statement: Executable, values: Mapping[str, Any] | None, read: Callable[[Result[Any]], T]
    ) -> T:
        if time.monotonic() > self._turn_ends:
            await asyncio.sleep(0)
            self._turn_ends = time.monotonic() + TURN
        self._patience.fresh = True

        def answer() -> T:
            return read(self._near.execute(statement, values))

        try:
            return answer()
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                raise
        return await self._in_a_thread(answer)

    async def _in_a_thread(self, answer: Callable[[], T]) -> T:
        driver = self._near.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        driver.set_progress_handler(None, STEPS)
        running = asyncio.ensure_future(asyncio.to_thread(answer))
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            driver.interrupt()
            # The thread is never left behind with a connection that goes to others.
            while not running.done():
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.wait({running})
            running.exception()
            raise
        finally:
            _guard(driver, self._patience)
            self._turn_ends = time.monotonic() + TURN


class Reader:
    """Read-only connections to the file of an engine."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = _open(engine)

    @contextmanager
    def reading(self) -> Iterator[NearDb]:
        """One state of the database from the first question on, whatever others commit meanwhile."""
        with self._engine.connect() as connection:
            yield NearDb(connection)


def reader_of(engine: AsyncEngine) -> Reader | None:
    """The reader of an embedded database in a file; None for any other."""
    return Reader(engine) if engine.dialect.name == "sqlite" and engine.url.database else None


def _open(engine: AsyncEngine) -> Engine:
    made = create_engine(
        engine.url.set(drivername="sqlite"),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=KEPT,
        # The one used last has its pages and statements at hand.
        pool_use_lifo=True,
        max_overflow=-1,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT},
        execution_options=engine.sync_engine.get_execution_options(),
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    # Whoever listens to the engine hears its readings too, and who closes it closes them.
    event.listen(made, "before_cursor_execute", lambda *told: _pass_on(engine.sync_engine, told))
    event.listen(engine.sync_engine, "engine_disposed", lambda _: made.dispose())
    return made


def _pass_on(engine: Engine, told: tuple[Any, ...]) -> None:
    for listener in engine.dispatch.before_cursor_execute:
        listener(*told)


def _prepare(driver: Any, record: Any) -> None:
    driver.isolation_level = None
    driver.execute("PRAGMA query_only=ON")
    _guard(driver, record.info.setdefault(PATIENCE, _Patience()))


class _Patience:
    """Asked every STEPS whether to break off: yes from the second time of a question on.

    SQLite counts the instructions of a kept statement from one asking to the next, so that the first time may
    come at once.
    """

    def __init__(self) -> None:
        self.fresh = True

    def __call__(self) -> bool:
        first, self.fresh = self.fresh, False
        return not first


def _guard(driver: sqlite3.Connection, patience: _Patience) -> None:
    driver.set_progress_handler(patience, STEPS)
