"""The demo's database: seeded once, kept as a snapshot, copied at every start: each start is the same."""

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

from bot.demo.names import FullName
from bot.demo.seed import Phone, seed
from storage import migrations
from storage.engine import open_engine
from storage.unit_of_work import SqlStore

ROOT = Path(__file__).parents[2]
# What the snapshot is made of: when any of it changes, it is made anew.
SOURCES = (
    "bot/demo/**/*.py",
    "bot/demo/data/*.toml",
    "storage/tables/*.py",
    "storage/migrations/versions/*.py",
    "journal/timetable.py",
)


async def fresh_school(folder: Path, name: str = "school.sqlite") -> tuple[Path, list[Phone]]:
    """A fresh copy of the demo's school in `folder`, under that name, and the phones of its people."""
    snapshot = folder / f"seed-{_digest()}.sqlite"
    roster = snapshot.with_suffix(".json")
    if _missing(roster):
        _note(roster, await _sow(snapshot))
    return _copy(snapshot, name), _phones(roster)


def _missing(roster: Path) -> bool:
    """Whether the school must be sown; what was sown from other sources is cleared away."""
    if roster.exists():
        return False
    roster.parent.mkdir(parents=True, exist_ok=True)
    for stale in roster.parent.glob("seed-*"):
        stale.unlink()
    return True


def _note(roster: Path, phones: list[Phone]) -> None:
    # Written last: a snapshot without its roster was interrupted and is made anew.
    roster.write_text(json.dumps([asdict(phone) for phone in phones]), "utf-8")


def _phones(roster: Path) -> list[Phone]:
    stored = json.loads(roster.read_text("utf-8"))
    return [Phone(**{**item, "name": FullName(*item["name"])}) for item in stored]


def _copy(snapshot: Path, name: str) -> Path:
    copy = snapshot.with_name(name)
    for leftover in snapshot.parent.glob(f"{name}*"):
        leftover.unlink()
    shutil.copy(snapshot, copy)
    return copy


async def _sow(path: Path) -> list[Phone]:
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    try:
        await migrations.found(engine)
        async with SqlStore(engine).connection(writing=True) as db:
            phones = await seed(db)
            await db.connection.commit()
    finally:
        await engine.dispose()
    return phones


def _digest() -> str:
    paths = sorted(path for pattern in SOURCES for path in ROOT.glob(pattern))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
