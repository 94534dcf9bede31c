"""What must hold before a school is moved: nobody at work on it, and nothing where it goes."""

from sqlalchemy import func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import migrations
from storage.locks import MIGRATION
from storage.moving.refusals import MoveError, Reason
from storage.tables import metadata

# Two sequences of characters for one letter, or none for some, would not give back what was put in.
ENCODING = "UTF8"


async def ensure_current(source: AsyncEngine) -> None:
    """The source holds a school, at this program's step. Raises `MoveError`."""
    step = await migrations.version(source)
    if step is None:
        raise MoveError(Reason.NO_SCHOOL)
    if step != migrations.head():
        raise MoveError(Reason.STEP, step)


async def hold(source: AsyncConnection) -> None:
    """Nobody else writes into the source until our transaction ends. Raises `MoveError` where somebody may.

    On SQLite the transaction itself sees to it: it began as a writer's.
    """
    if source.dialect.name != "postgresql":
        return
    others = await source.scalar(
        text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    )
    if others:
        raise MoveError(Reason.SERVED)
    names = ", ".join(f'"{name}"' for name in metadata.tables)
    await source.execute(text(f"LOCK TABLE {names} IN SHARE MODE"))


async def ensure_empty(target: AsyncConnection) -> None:
    """There is no table in the target, and it can hold every letter. Raises `MoveError`."""
    if target.dialect.name == "postgresql":
        # Whoever moves here at the same time comes after us, and finds it taken.
        await target.execute(select(func.pg_advisory_xact_lock(MIGRATION)))
        encoding = await target.scalar(text("SHOW server_encoding"))
        if encoding != ENCODING:
            raise MoveError(Reason.ENCODING, str(encoding))
    if tables := await target.run_sync(lambda sync: inspect(sync).get_table_names()):
        raise MoveError(Reason.NOT_EMPTY, ", ".join(sorted(tables)[:3]))
