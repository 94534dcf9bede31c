"""A connection as the queries use it: a few verbs, the same on both engines."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Executable, Insert, Result, Row, Table, exc, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.question import Asked

T = TypeVar("T")

# What a statement itself is refused for; every other error of a database is one of its own state.
_OF_THE_STATEMENT = (exc.IntegrityError, exc.DataError, exc.ProgrammingError, exc.NotSupportedError)


def away(error: BaseException) -> bool:
    """Whether the database could not be reached or did not serve, whatever was asked of it."""
    if isinstance(error, exc.DBAPIError):
        return error.connection_invalidated or not isinstance(error, _OF_THE_STATEMENT)
    return isinstance(error, OSError | exc.TimeoutError)


class Db:
    """Runs statements of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    @property
    def dialect(self) -> str:
        return self.connection.dialect.name

    async def all(self, statement: Executable | Asked) -> Sequence[Row[Any]]:
        return await self._ask(statement, None, _all)

    async def first(
        self, statement: Executable | Asked, values: Mapping[str, Any] | None = None
    ) -> Row[Any] | None:
        return await self._ask(statement, values, _first)

    async def scalar(self, statement: Executable | Asked) -> Any:
        return await self._ask(statement, None, _scalar)

    async def scalars(self, statement: Executable | Asked) -> Sequence[Any]:
        return await self._ask(statement, None, _scalars)

    async def ask(
        self, statement: Executable, values: Mapping[str, Any] | None, read: Callable[[Result[Any]], T]
    ) -> T:
        """What is read of the answer to a statement."""
        return read(await self.connection.execute(statement, values))

    async def run(self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None) -> int:
        """Execute a change, once or for many `rows`; returns how many rows it touched."""
        if rows is not None and not rows:
            return 0
        result = await self.connection.execute(statement, rows)
        return int(getattr(result, "rowcount", 0))

    async def insert(self, table: Table, **values: Any) -> int:
        """Insert one row; returns its key."""
        result = await self.connection.execute(insert(table).values(**values))
        key = result.inserted_primary_key
        return int(key[0]) if key is not None and key[0] is not None else 0

    async def upsert(self, table: Table, keys: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert the rows; where `keys` (a unique constraint) already stand, update the other columns."""
        if rows:
            statement = _upsert(self.dialect, table, tuple(keys), tuple(rows[0]))
            await self.connection.execute(statement, list(rows))

    async def insert_new(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert the rows that break no unique constraint; the others are passed over."""
        if rows:
            await self.connection.execute(_insert_new(self.dialect, table), list(rows))

    async def _ask(
        self,
        statement: Executable | Asked,
        values: Mapping[str, Any] | None,
        read: Callable[[Result[Any]], T],
    ) -> T:
        if isinstance(statement, Asked):
            return await self.ask(statement.statement, statement.values, read)
        return await self.ask(statement, values, read)

    def insert_statement(self, table: Table) -> Any:
        """The dialect's own INSERT, which knows ON CONFLICT."""
        return _insert(self.dialect, table)


# Made once for each table and what is given of it, as questions are.
@cache
def _insert(dialect: str, table: Table) -> Any:
    made: Insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    return made


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _upsert(dialect: str, table: Table, keys: tuple[str, ...], given: tuple[str, ...]) -> Any:
    statement = _insert(dialect, table)
    changed = {name: statement.excluded[name] for name in given if name not in keys}
    if changed:
        return statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
    return statement.on_conflict_do_nothing(index_elements=list(keys))


def _all(result: Result[Any]) -> Sequence[Row[Any]]:
    return result.all()


def _first(result: Result[Any]) -> Row[Any] | None:
    return result.first()


def _scalar(result: Result[Any]) -> Any:
    return result.scalar()


def _scalars(result: Result[Any]) -> Sequence[Any]:
    return result.scalars().all()
