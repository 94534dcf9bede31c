"""P8: weekly summaries of 10,000 children prepared: expanded, claimed, checked, rendered; nothing is sent.

Shown beside the seconds: statements for each 500 children (the same whatever the school's size), and memory.
Options: `--runs=3 --letters=40` (250 children a letter).
"""

import gc
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from sqlalchemy import event

from bench.great import NOW, GreatHouse, Shape, great_school, house_of
from bench.options import option
from bench.table import Figure, show
from bot.run import spare_collector
from handlers import pushes
from journal.model.outbox import Lane
from notifications.expander import Expander
from notifications.house import round_of
from notifications.jobs.duties import weekly_summaries
from notifications.ledger import Ledger

AT_ONCE = 500
FILE = "weekly.sqlite"


@dataclass
class Run:
    """Seconds of each part, statements of each batch that is checked, megabytes."""

    queued: float = 0.0
    expanded: float = 0.0
    claimed: float = 0.0
    checked: float = 0.0
    rendered: float = 0.0
    told: int = 0
    expanding: int = 0
    statements: list[int] = field(default_factory=list)
    before: float = 0.0
    peak: float = 0.0
    after: float = 0.0

    @property
    def whole(self) -> float:
        return self.queued + self.expanded + self.claimed + self.checked + self.rendered


async def measure() -> None:
    runs, letters = int(option("runs", "3")), int(option("letters", "40"))
    shape = Shape(letters=letters, guardians=1)
    found = [await _prepare(await great_school(shape, FILE)) for _ in range(runs)]
    count = f"{shape.students:,} children"
    show(
        "P8: weekly summaries",
        [
            Figure(f"{count} prepared", "s", tuple(one.whole for one in found), "reach ≤ 10"),
            Figure("  events written", "s", tuple(one.queued for one in found)),
            Figure("  expanded into the outbox", "s", tuple(one.expanded for one in found)),
            Figure("  claimed", "s", tuple(one.claimed for one in found)),
            Figure("  checked (their weeks loaded)", "s", tuple(one.checked for one in found)),
            Figure("  rendered", "s", tuple(one.rendered for one in found)),
            Figure("messages", "", tuple(float(one.told) for one in found)),
            Figure("statements to check 500", "", tuple(_spread(found)), "constant"),
            Figure("statements to expand 500", "", tuple(_per_500(one, shape.students) for one in found)),
            Figure("memory before", "MB", tuple(one.before for one in found)),
            Figure("memory at its peak", "MB", tuple(one.peak for one in found), "flat"),
            Figure("memory after", "MB", tuple(one.after for one in found)),
        ],
    )


def _per_500(run: Run, children: int) -> float:
    return run.expanding * AT_ONCE / children


def _spread(found: list[Run]) -> list[float]:
    every = [float(count) for one in found for count in one.statements]
    return [min(every), max(every)]


async def _prepare(database: Path) -> Run:
    house, run = house_of(database), Run()
    seen: list[int] = [0]

    def note(*_: object) -> None:
        seen[0] += 1

    event.listen(house.store.engine.sync_engine, "before_cursor_execute", note)
    # As the running bot does.
    spare_collector()
    run.before = run.peak = _memory()
    try:
        began = time.perf_counter()
        async with house.store.connection(writing=True) as db:
            await weekly_summaries(round_of(house, db), NOW)
            await db.connection.commit()
        run.queued = time.perf_counter() - began
        began, asked = time.perf_counter(), seen[0]
        await Expander(house).expand_due()
        run.expanded, run.expanding = time.perf_counter() - began, seen[0] - asked
        run.peak = max(run.peak, _memory())
        await _check(house, run, seen)
    finally:
        await house.store.engine.dispose()
    gc.collect()
    run.after = _memory()
    return run


async def _check(house: GreatHouse, run: Run, seen: list[int]) -> None:
    ledger = Ledger(house)
    while True:
        began = time.perf_counter()
        messages = await ledger.claim(Lane.BULK, AT_ONCE, ())
        run.claimed += time.perf_counter() - began
        if not messages:
            return
        began, asked = time.perf_counter(), seen[0]
        packed = await ledger.check(messages)
        run.checked += time.perf_counter() - began
        run.statements.append(seen[0] - asked)
        began = time.perf_counter()
        for ready in packed.ready:
            pushes.render(ready.parcel, house.school, house.regulation)
        run.rendered += time.perf_counter() - began
        run.told += len(packed.ready)
        run.peak = max(run.peak, _memory())


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6
