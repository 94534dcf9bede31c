"""The move: every table copied, read back and compared, in one transaction of the target."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from asyncpg import PostgresError
from sqlalchemy import Table, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import migrations
from storage.audit import verifying
from storage.db import Db
from storage.engine import WRITING
from storage.moving import checks
from storage.moving.refusals import MoveError, Reason
from storage.moving.report import Copied, Progress, Report
from storage.moving.rows import Batch, Checksum, read, write
from storage.tables import metadata

Step = Callable[[str, int], None]


async def move(source: AsyncEngine, target: AsyncEngine, progress: Progress = lambda *_: None) -> Report:
    """Copy the school from `source` into the empty `target`.

    Nobody may write into the source meanwhile: SQLite's writer and PostgreSQL's table locks are held. The
    target shows the whole school or, whatever goes wrong and whoever interrupts, nothing: all of it is one
    transaction. Afterwards every table was read back with the same number of rows and the same checksum,
    and the audit chains verify as they did. Raises `MoveError`.
    """
    await checks.ensure_current(source)
    async with _writing(source) as old, _writing(target) as new:
        await checks.hold(old)
        await checks.ensure_empty(new)
        await migrations.lay(new)
        if new.dialect.name == "sqlite":
            # Rows that point at later ones of their table are judged at the end, as by COPY.
            await new.execute(text("PRAGMA defer_foreign_keys=ON"))
        step = _steps(progress, 2 * await _count(old))
        tables = tuple([await _copy(old, new, table, step) for table in metadata.sorted_tables])
        verdict = await verifying.verify(Db(new))
        if verdict.faults and verdict.faults != (await verifying.verify(Db(old))).faults:
            raise MoveError(Reason.AUDIT, verdict.faults[0].chain)
        await _finish(new)
        await new.commit()
    return Report(tables, verdict.entries, verdict.faults)


async def _copy(old: AsyncConnection, new: AsyncConnection, table: Table, step: Step) -> Copied:
    """Copy one table and read it back. Raises `MoveError` where it is refused or comes back different."""
    taken, found = Checksum(table), Checksum(table)
    try:
        await write(new, table, _summed(read(old, table), taken, table.name, step))
    except (DBAPIError, PostgresError, ValueError, TypeError) as error:
        raise MoveError(Reason.REFUSED, f"{table.name} ({type(error).__name__})") from error
    async for _ in _summed(read(new, table), found, table.name, step):
        pass
    if (taken.rows, taken.text) != (found.rows, found.text):
        raise MoveError(Reason.DIFFERS, table.name)
    return Copied(table.name, taken.rows, taken.text)


async def _summed(
    batches: AsyncIterator[Batch], checksum: Checksum, name: str, step: Step
) -> AsyncIterator[Batch]:
    async for batch in batches:
        checksum.add(batch)
        step(name, len(batch))
        yield batch


async def _finish(target: AsyncConnection) -> None:
    """The numbers go on after the highest, and the planner knows the tables; SQLite needs neither."""
    if target.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        key = table.autoincrement_column
        if key is not None:
            sequence = func.pg_get_serial_sequence(f'"{table.name}"', key.name)
            highest = await target.scalar(select(func.max(key)))
            await target.execute(
                select(func.setval(sequence, highest or 1, highest is not None)).where(sequence.is_not(None))
            )
    await target.execute(text("ANALYZE"))


async def _count(source: AsyncConnection) -> int:
    total = 0
    for table in metadata.sorted_tables:
        total += await source.scalar(select(func.count()).select_from(table)) or 0
    return total


def _steps(progress: Progress, total: int) -> Step:
    done = 0

    def step(name: str, rows: int) -> None:
        nonlocal done
        done += rows
        progress(name, done, total)

    return step


@asynccontextmanager
async def _writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A writer's transaction; without a commit it leaves nothing behind."""
    async with engine.connect() as connection:
        yield await connection.execution_options(**{WRITING: True})
