"""What each screen of a family costs: statements, and milliseconds in the demo's school of a thousand.

Writes `docs/diary-reads.md` anew.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.table import Figure, show
from bot.demo.seed.draft import EPOCH, SCHOOL
from bot.demo.seed.families import HERO_ACCOUNTS
from bot.demo.snapshot import fresh_school
from journal import diary
from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.regulation import preset
from storage.actors import identify
from storage.engine import open_engine
from storage.tables.lessons import lessons
from storage.tables.marks import marks
from storage.unit_of_work import SqlStore
from tests.storage.diary_pages import Subject, pages

RUNS = 15
FOLDER = Path("var/bench")
DOCS = Path(__file__).parents[1] / "docs" / "diary-reads.md"
REACH = "reach < 50"
HEAD = """# What a screen of the diary costs

Statements to the database and milliseconds (median of {runs} runs, SQLite) of every screen a family reads,
in the demo's school of a thousand students. `python -m bench diary` writes this page anew; a test holds that
the statements are as many for one child as for three and for few rows as for many.

| screen | statements | ms |
|---|---:|---:|
"""


@dataclass(frozen=True, slots=True)
class Cost:
    name: str
    statements: int
    times: tuple[float, ...]


async def measure() -> None:
    database, _ = await fresh_school(FOLDER, "diary.sqlite")
    engine = open_engine(f"sqlite+aiosqlite:///{database}")
    try:
        costs = await _costs(engine)
    finally:
        await engine.dispose()
    figures = [Figure(f"{one.name} ({one.statements})", "ms", one.times, REACH) for one in costs]
    show("Diary reads: screen (statements)", figures)
    rows = "".join(f"| {one.name} | {one.statements} | {_middle(one):.1f} |\n" for one in costs)
    DOCS.write_text(HEAD.format(runs=RUNS) + rows, "utf-8")


async def _costs(engine: AsyncEngine) -> list[Cost]:
    seen: list[str] = []
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    store = SqlStore(engine)
    ctx, looked_at = await _family(store)
    await diary.marks(ctx, looked_at.student)
    costs = []
    for name, page in pages(ctx, looked_at).items():
        times = []
        for _ in range(RUNS):
            seen.clear()
            began = time.perf_counter()
            await page()
            times.append((time.perf_counter() - began) * 1000)
        costs.append(Cost(name, len(seen), tuple(times)))
    return costs


async def _family(store: SqlStore) -> tuple[Ctx, Subject]:
    """The parent of the first phone, and a child with a lesson that has a mark."""
    async with store.connection() as db:
        found = await identify(db, "telegram", str(HERO_ACCOUNTS["olga"]), EPOCH.date(), EPOCH)
        if found is None or found.actor.current_student_id is None:
            raise LookupError("the demo has no parent")
        student = found.actor.current_student_id
        mark = await db.first(select(marks).where(marks.c.student_id == student).order_by(marks.c.id.desc()))
        of_subject = select(lessons.c.id, lessons.c.unit_id).where(lessons.c.date == EPOCH.date())
        today = await db.all(of_subject.order_by(lessons.c.slot))
    ctx = Ctx(found.actor, store, FrozenClock(EPOCH), SCHOOL, preset("s3"), Origin("bench"), b"bench")
    if mark is None:
        raise LookupError("the demo's child has no mark")
    unit = next(child.unit_id for child in found.actor.children if child.student_id == student)
    lesson = next(row.id for row in today if row.unit_id == unit)
    return ctx, Subject(student, mark.subject_id, lesson, mark.id)


def _middle(one: Cost) -> float:
    return sorted(one.times)[len(one.times) // 2]
