"""Migrations: the database brought to the tables of this program, one numbered step after the other.

Alembic loads only where there is something to do: a start on a current database asks for the version alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, MetaData, Table, Text, func, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import WRITING
from storage.locks import MIGRATION
from storage.tables import metadata

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent
# Alembic's own table, declared here so that a version can be read without loading Alembic.
_version = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))


class NewerError(Exception):
    """The database stands at a step that this program does not know."""


def head() -> str:
    """The number of the newest step."""
    return max(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py"))


async def version(engine: AsyncEngine) -> str | None:
    """The step the database stands at; None for an empty one."""
    async with engine.connect() as connection:
        if not await connection.run_sync(lambda sync: inspect(sync).has_table(_version.name)):
            return None
        found: str | None = await connection.scalar(select(_version.c.version_num))
        return found


async def found(engine: AsyncEngine) -> None:
    """Make all tables in an empty database at once; the same as all steps, as the tests hold."""
    async with engine.begin() as connection:
        await lay(connection)


async def lay(connection: AsyncConnection) -> None:
    """The same within the caller's transaction."""
    await connection.run_sync(metadata.create_all)
    await connection.run_sync(_version.metadata.create_all)
    await connection.execute(insert(_version).values(version_num=head()))


async def upgrade(engine: AsyncEngine, target: str = "head") -> tuple[str | None, str | None]:
    """Take the steps up to `target`; returns the versions before and after. Raises `NewerError`."""
    before = await version(engine)
    if before is not None and before > head():
        raise NewerError(before)
    if before == (head() if target == "head" else target):
        return before, before
    await _run(engine, "upgrade", target)
    return before, await version(engine)


async def downgrade(engine: AsyncEngine, target: str) -> None:
    """Take the steps back down to `target` (`base`: to nothing)."""
    await _run(engine, "downgrade", target)


async def _run(engine: AsyncEngine, command: str, target: str) -> None:
    from alembic import command as commands

    async with engine.connect() as connection:
        await connection.execution_options(**{WRITING: True})
        await _prepare(connection)
        await connection.run_sync(lambda sync: getattr(commands, command)(config(sync), target))
        await connection.commit()


async def _prepare(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        # Processes that start at once migrate one after the other.
        await connection.execute(select(func.pg_advisory_xact_lock(MIGRATION)))
        return
    # A table is changed in SQLite by copying it; meanwhile nobody may insist on what points at it.
    raw = await connection.get_raw_connection()
    assert raw.driver_connection is not None  # noqa: S101 - for the type checker: it is open
    await raw.driver_connection.execute("PRAGMA foreign_keys=OFF")


def config(connection: Any = None) -> "Config":
    """Alembic's settings, with the open connection that its environment uses."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made
