"""The steps of the database: up, down and up again, and in the end the same tables as the program's."""

from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import migrations
from storage.engine import open_engine
from storage.tables import metadata

STEPS = sorted(path.name[:4] for path in (migrations.FOLDER / "versions").glob("[0-9]*.py"))


@pytest.fixture
async def empty(empty_database_url: str) -> Any:
    made = open_engine(empty_database_url)
    yield made
    await made.dispose()


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection,
        opts={"compare_type": True, "include_name": lambda name, kind, _: name != "alembic_version"},
    )
    return list(compare_metadata(context, metadata))


async def test_every_step_goes_up_and_down_and_up_again(empty: AsyncEngine) -> None:
    for before, step in zip(["base", *STEPS], STEPS, strict=False):
        await migrations.upgrade(empty, step)
        await migrations.downgrade(empty, before)
        await migrations.upgrade(empty, step)
    assert await migrations.version(empty) == STEPS[-1]
    await migrations.downgrade(empty, "base")
    async with empty.connect() as connection:
        left = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert left == ["alembic_version"]


async def test_all_steps_lead_to_the_tables_of_the_program(empty: AsyncEngine) -> None:
    await migrations.upgrade(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_tables_made_at_once_are_those_of_all_steps(empty: AsyncEngine) -> None:
    await migrations.found(empty)
    assert await migrations.version(empty) == migrations.head()
    async with empty.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_database_newer_than_the_program_is_refused(empty: AsyncEngine) -> None:
    await migrations.found(empty)
    async with empty.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrations.NewerError, match="9999"):
        await migrations.upgrade(empty)


def test_the_steps_are_numbered_without_gaps() -> None:
    assert [f"{number:04}" for number in range(1, len(STEPS) + 1)] == STEPS


def test_each_step_says_what_it_does() -> None:
    assert all(_first_line(step) for step in _files())


def _files() -> Iterator[Any]:
    yield from (migrations.FOLDER / "versions").glob("[0-9]*.py")


def _first_line(path: Any) -> bool:
    return bool(path.read_text("utf-8").startswith('"""'))
