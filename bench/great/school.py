"""The shape of a great school, its file, and the house that serves it."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.great import filling
from journal.clock import Clock, FrozenClock
from journal.model.school import School
from journal.regulation import Regulation, preset
from storage import migrations
from storage.engine import open_engine
from storage.unit_of_work import SqlStore

FOLDER = Path("var/bench")
ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 10, 16, 18, tzinfo=ZONE)
SCHOOL = School("Школа", "Школа", ZONE, "school", "private")
# A file is made anew when any of these changes.
SOURCES = ("bench/great/*.py", "bench/great/*.sql", "storage/tables/*.py", "storage/migrations/versions/*.py")


@dataclass(frozen=True, slots=True)
class Shape:
    """Ten grades of so many classes of 25; `years` of it kept, the last one seven weeks old."""

    letters: int = 4
    years: int = 1
    # Accounts bound to each student.
    guardians: int = 2

    @property
    def students(self) -> int:
        return self.letters * filling.GRADES * filling.CLASS

    @property
    def name(self) -> str:
        return f"great-{self.letters}-{self.years}-{self.guardians}"


@dataclass
class GreatHouse:
    """What the notifications floor needs, over one file."""

    store: SqlStore
    clock: Clock
    school: School
    regulation: Regulation
    secret: bytes = b"a bench keeps no secrets"


async def great_school(shape: Shape, copy: str = "") -> Path:
    """The file of that shape, made once; with `copy` a copy of that name, for whoever writes."""
    kept = FOLDER / f"{shape.name}-{_digest()}.sqlite"
    if not _there(kept):
        draft = _draft(kept, shape)
        engine = open_engine(f"sqlite+aiosqlite:///{draft}")
        await migrations.found(engine)
        await engine.dispose()
        with _bulk(draft) as connection:
            filling.fill(connection, shape.letters, shape.years, shape.guardians)
        draft.rename(kept)
    return _copied(kept, copy) if copy else kept


def house_of(database: Path, clock: Clock | None = None) -> GreatHouse:
    """The house over the file, at `NOW` unless a clock is given; dispose of its engine at the end."""
    engine = open_engine(f"sqlite+aiosqlite:///{database}")
    return GreatHouse(SqlStore(engine), clock or FrozenClock(NOW), SCHOOL, preset("s3"))


def _there(kept: Path) -> bool:
    return kept.exists()


def _draft(kept: Path, shape: Shape) -> Path:
    """Where to write; what was written from other sources, or broken off, is cleared away."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stale in FOLDER.glob(f"{shape.name}-*"):
        stale.unlink()
    return kept.with_suffix(".draft")


def _copied(kept: Path, name: str) -> Path:
    for leftover in FOLDER.glob(f"{name}*"):
        leftover.unlink()
    return Path(shutil.copy(kept, kept.with_name(name)))


@contextmanager
def _bulk(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes fast: indexes are made at the end, and nothing is kept safe meanwhile."""
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
        connection.execute(f"PRAGMA {pragma}")
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")
    indexes = made.fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("BEGIN")
    yield connection
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
