"""A connection as the queries use it: a few verbs, the same on both engines."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Executable, Insert, Result, Row, Table, exc, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.near import NearConnection
from storage.question import Asked

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
        self._near: NearConnection | Literal[False] | None = None

    @property
    def dialect(self) -> str:
        return self.connection.dialect.name

    async def all(self, statement: Executable | Asked) -> Sequence[Row[Any]]:
        if not isinstance(statement, Asked):
            return (await self.connection.execute(statement)).all()
        rows = await self._at_once(statement)
        return (await self._answered(statement)).all() if rows is None else rows

    async def first(
        self, statement: Executable | Asked, values: Mapping[str, Any] | None = None
    ) -> Row[Any] | None:
        if not isinstance(statement, Asked):
            return (await self.connection.execute(statement, values)).first()
        rows = await self._at_once(statement)
        return (await self._answered(statement)).first() if rows is None else next(iter(rows), None)

    async def scalar(self, statement: Executable | Asked) -> Any:
        row = await self.first(statement)
        return row[0] if row is not None else None

    async def scalars(self, statement: Executable | Asked) -> Sequence[Any]:
        return [row[0] for row in await self.all(statement)]

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
        if not rows:
            return
        statement = self.insert_statement(table)
        changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
        if changed:
            statement = statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=list(keys))
        await self.connection.execute(statement, list(rows))

    async def insert_new(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert the rows that break no unique constraint; the others are passed over."""
        if rows:
            await self.connection.execute(self.insert_statement(table).on_conflict_do_nothing(), list(rows))

    async def _answered(self, asked: Asked) -> Result[Any]:
        found: Result[Any] = await self.connection.execute(asked.question.statement, dict(asked.values))
        return found

    async def _at_once(self, asked: Asked) -> list[Any] | None:
        """The rows from a database at hand; None where the question has to go the ordinary way."""
        if self._near is None:
            self._near = await self._open_near()
        if not self._near or self._watched:
            return None
        prepared = asked.question.prepared(self.connection.dialect, asked.values)
        if prepared is None:
            return None
        raw = self._near.at_once(prepared.sql, prepared.parameters(asked.values))
        return None if raw is None else prepared.rows(raw)

    async def _open_near(self) -> NearConnection | Literal[False]:
        if not self.connection.in_transaction():
            await self.connection.begin()
        raw = await self.connection.get_raw_connection()
        return raw.dbapi_connection if isinstance(raw.dbapi_connection, NearConnection) else False

    @property
    def _watched(self) -> bool:
        """Whether somebody listens to every statement, e.g. to count them."""
        return bool(self.connection.sync_engine.dispatch.before_cursor_execute)

    def insert_statement(self, table: Table) -> Any:
        """The dialect's own INSERT, which knows ON CONFLICT."""
        made: Insert = (postgresql if self.dialect == "postgresql" else sqlite).insert(table)
        return made
