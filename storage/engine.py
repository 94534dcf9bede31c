"""Engines: the one place that knows how SQLite and PostgreSQL differ in opening and beginning."""

import contextlib
import json
import sqlite3
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.util import LRUCache

# Every question of every area compiled, with room for both engines in one process.
STATEMENTS = 4000
WRITING = "dnevnichok_writing"
BUSY_TIMEOUT_MS = 15_000


class _CompiledOnce(LRUCache[Any, Any]):
    """Compiled statements by what they say and by the name and version of the dialect, not by the engine.

    A process opens several engines (a demo seeds its school, then serves it); each would compile all anew.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_shared(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_shared(key), value)


def _shared(key: Any) -> tuple[Any, ...]:
    dialect, *statement = key
    return (dialect.name, dialect.server_version_info, *statement)


_compiled = _CompiledOnce(STATEMENTS)


def open_engine(url: str, **options: Any) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite:///file` or `postgresql+asyncpg://…`; other dialects are refused."""
    # Parameters are people's names and words: an error must not carry them into a log.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        json_serializer=to_json,
        execution_options={"compiled_cache": _compiled},
        **options,
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        event.listen(engine.sync_engine, "invalidate", _unlock_sqlite)
    elif engine.dialect.name != "postgresql":
        raise ValueError(f"only SQLite and PostgreSQL are supported, not {engine.dialect.name}")
    return engine


def shared(engine: AsyncEngine) -> bool:
    """Whether other processes may be at work on that database; a file's has one."""
    return engine.dialect.name == "postgresql"


def to_json(value: Any) -> str:
    """As JSON columns keep it: letters as they are, dates and numbers of money as texts."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN is deferred and late; ours comes from `_begin_sqlite`.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that reads and then writes meets «database is locked»; a writer says so at once.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _unlock_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry, __: BaseException | None) -> None:
    # The task was cancelled within a statement. As long as a trace refers to that statement, a mere close
    # leaves the transaction open, and the file locked for every other writer.
    with contextlib.suppress(sqlite3.Error, MissingGreenlet):
        connection.rollback()
