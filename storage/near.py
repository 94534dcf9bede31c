"""SQLite at hand: short statements run where they are asked, long ones in a thread (docs/decisions/0023).

A statement of a screen takes some ten microseconds, a thread to run it in ten times that. So a statement
runs on the event loop, within limits that hold by themselves, whoever asks:

- a question that takes more than STEPS of the database's machine is broken off and asked again in a thread;
- a transaction that has kept the loop for HOGGING lets the others have their turn;
- many rows at once, a change that was once slow, and every commit of a change (it waits for the disk) go to a
  thread from the start; and so does what meets a lock of another process, to wait for it there.

It is a dialect for SQLAlchemy's async engines: nothing above can tell the difference.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

from sqlalchemy import URL, AsyncAdaptedQueuePool, Pool, StaticPool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteExecutionContext
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import AdaptedConnection
from sqlalchemy.util import await_only

T = TypeVar("T")

NAME = "sqlite+near"
# Some two milliseconds.
STEPS = 100_000
HOGGING = 0.005
MANY = 50
SLOW = 0.005
REMEMBERED = 1000
BUSY_TIMEOUT_MS = 15_000
BUSY, INTERRUPT = 5, 9
QUESTIONS = ("SELECT", "VALUES", "PRAGMA", "EXPLAI")

_threads = ThreadPoolExecutor(8, thread_name_prefix="sqlite")
# Changes that were slow once.
_slow: dict[str, None] = {}


class _AtOnce:
    """Awaited without waiting."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


_AT_ONCE = _AtOnce()


class NearConnection(AdaptedConnection):
    """A connection of the driver; whoever waits for a thread must stand in SQLAlchemy's greenlet."""

    __slots__ = ("_changing", "_driver", "_patient", "_since")

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver
        # Whether the statement that runs may be broken off.
        self._patient = True
        # Whether the transaction has changed anything.
        self._changing = False
        # Since when, in seconds of the processor, the transaction has kept the loop.
        self._since = 0.0
        driver.set_progress_handler(self._tick, STEPS)

    @property
    def driver_connection(self) -> sqlite3.Connection:
        return self._driver

    @property
    def isolation_level(self) -> str | None:
        return self._driver.isolation_level

    @isolation_level.setter
    def isolation_level(self, level: Any) -> None:
        self._driver.isolation_level = level

    def create_function(self, *args: Any, **options: Any) -> None:
        self._driver.create_function(*args, **options)

    def cursor(self, server_side: bool = False) -> "NearCursor":
        return NearStream(self) if server_side else NearCursor(self)

    def at_once(self, statement: str, parameters: Any) -> list[Any] | None:
        """The rows of a question, without ceremony; None where it has to be run like any other."""
        if time.thread_time() - self._since > HOGGING:
            return None
        self._patient = False
        try:
            return self._driver.execute(statement, parameters).fetchall()
        except sqlite3.Error:
            return None

    def run(self, statement: str, parameters: Any, many: bool) -> tuple[sqlite3.Cursor, list[Any]]:
        """Execute the statement, here or in a thread; its cursor and all its rows."""
        kind = statement[:6].upper()
        change = kind not in QUESTIONS
        if kind.startswith("BEGIN"):
            self._since = time.thread_time()
        elif change:
            self._changing = True

        def work() -> tuple[sqlite3.Cursor, list[Any]]:
            execute = self._driver.executemany if many else self._driver.execute
            cursor = execute(statement, parameters)
            return cursor, cursor.fetchall() if cursor.description else []

        if (many and len(parameters) > MANY) or statement in _slow or kind.startswith("WITH"):
            return self.away(work)
        began = time.thread_time()
        if began - self._since > HOGGING:
            # The others' turn.
            await_only(asyncio.sleep(0))
            self._since = time.thread_time()
        # A change that is broken off takes its whole transaction with it.
        self._patient = change
        try:
            done = work()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (BUSY, INTERRUPT):
                raise
            return self.away(work)
        if change and time.thread_time() - began > SLOW:
            _remember(statement)
        # SQLAlchemy refuses a driver that never lets go of the greenlet.
        await_only(_AT_ONCE)
        return done

    def commit(self) -> None:
        if self._changing:
            self._changing = False
            self.away(self._driver.commit, to_the_end=True)
        else:
            self._driver.commit()

    def rollback(self) -> None:
        self._changing = False
        self._driver.rollback()

    def close(self) -> None:
        self._driver.close()

    terminate = close

    def _tick(self) -> bool:
        return not self._patient

    def away(self, work: Callable[[], T], *, to_the_end: bool = False) -> T:
        """The same in a thread, while the loop goes on."""

        def patiently() -> T:
            self._patient = True
            self._driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
            try:
                return work()
            finally:
                self._driver.execute("PRAGMA busy_timeout=0")

        result: T = await_only(_waited(patiently, None if to_the_end else self._driver.interrupt))
        self._since = time.thread_time()
        return result


class NearCursor:
    """A cursor whose rows are all there."""

    __slots__ = ("_connection", "_done", "_rows", "arraysize")
    server_side = False

    def __init__(self, connection: NearConnection) -> None:
        self._connection = connection
        self._done: sqlite3.Cursor | None = None
        self._rows: deque[Any] = deque()
        self.arraysize = 1

    @property
    def description(self) -> Any:
        return self._done.description if self._done is not None else None

    @property
    def rowcount(self) -> int:
        return self._done.rowcount if self._done is not None else -1

    @property
    def lastrowid(self) -> int | None:
        return self._done.lastrowid if self._done is not None else None

    def execute(self, statement: str, parameters: Any = ()) -> "NearCursor":
        self._done, rows = self._connection.run(statement, parameters, many=False)
        self._rows = deque(rows)
        return self

    def executemany(self, statement: str, parameters: Sequence[Any]) -> "NearCursor":
        self._done, rows = self._connection.run(statement, parameters, many=True)
        self._rows = deque(rows)
        return self

    def fetchone(self) -> Any:
        return self._rows.popleft() if self._rows else None

    def fetchmany(self, size: int | None = None) -> list[Any]:
        return [self._rows.popleft() for _ in range(min(size or self.arraysize, len(self._rows)))]

    def fetchall(self) -> list[Any]:
        rows = list(self._rows)
        self._rows.clear()
        return rows

    def __iter__(self) -> Iterator[Any]:
        while self._rows:
            yield self._rows.popleft()

    def setinputsizes(self, *_: Any) -> None:
        """SQLite needs none."""

    def close(self) -> None:
        if self._done is not None:
            self._done.close()

    async def _async_soft_close(self) -> None:
        self.close()


class NearStream(NearCursor):
    """A cursor whose rows come some at a time, each time from a thread: for tables as a whole."""

    __slots__ = ()
    server_side = True

    def execute(self, statement: str, parameters: Any = ()) -> "NearCursor":
        self._done = self._connection.away(
            lambda: self._connection.driver_connection.execute(statement, parameters)
        )
        return self

    def fetchone(self) -> Any:
        return next(iter(self.fetchmany(1)), None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        cursor = self._running
        return self._connection.away(lambda: cursor.fetchmany(size or self.arraysize))

    def fetchall(self) -> list[Any]:
        return self._connection.away(self._running.fetchall)

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    @property
    def _running(self) -> sqlite3.Cursor:
        if self._done is None:
            raise sqlite3.ProgrammingError("nothing was asked")
        return self._done


class NearContext(SQLiteExecutionContext):
    """An execution that may stream."""

    def create_server_side_cursor(self) -> Any:
        return self._dbapi_connection.cursor(server_side=True)


class NearDialect(SQLiteDialect_pysqlite):
    """SQLAlchemy's own dialect of the driver, in the form that async engines take."""

    driver = "near"
    is_async = True
    has_terminate = True
    supports_statement_cache = True
    supports_server_side_cursors = True
    execution_ctx_cls = NearContext

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        return AsyncAdaptedQueuePool if cls._is_url_file_db(url) else StaticPool

    def connect(self, *args: Any, **options: Any) -> Any:
        return NearConnection(sqlite3.connect(*args, **{**options, "check_same_thread": False, "timeout": 0}))

    def get_driver_connection(self, connection: Any) -> sqlite3.Connection:
        return cast(NearConnection, connection).driver_connection

    def do_terminate(self, dbapi_connection: Any) -> None:
        dbapi_connection.terminate()


registry.register(NAME.replace("+", "."), __name__, NearDialect.__name__)


async def _waited(work: Callable[[], T], interrupt: Callable[[], None] | None) -> T:
    """The result of a thread; a cancellation breaks the statement off, but a thread is never left behind."""
    running = asyncio.get_running_loop().run_in_executor(_threads, work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        if interrupt is not None:
            interrupt()
        while not running.done():
            # `wait` leaves the thread alone, however often we are cancelled.
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait({running})
        # Heard, though nobody is left to be told.
        running.exception()
        raise


def _remember(statement: str) -> None:
    _slow[statement] = None
    while len(_slow) > REMEMBERED:
        del _slow[next(iter(_slow))]
