"""A school moved from its file to PostgreSQL and back: seconds, rows a second, and the memory it takes.

Options: `--years=2 --runs=3`. A school of 1,000, of whose years the last is seven weeks old: one whole year
and a bit, in a run of both ways of some two minutes.
"""

import asyncio
import resource
import time
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from bench.great import Shape, great_school
from bench.options import option
from bench.table import Figure, show
from storage import moving
from storage.engine import open_engine
from tests.support.engines import database_of_its_own, postgres_server

BACK = Path("var/bench/moved-back.sqlite")


async def measure() -> None:
    school = await great_school(Shape(letters=4, years=int(option("years", "2"))))
    there, back, rows = [], [], 0
    with postgres_server() as server:
        for _ in range(int(option("runs", "3"))):
            async with database_of_its_own(server) as url:
                rows, seconds = await _moved(_file(school), url)
                there.append(seconds)
                _clear()
                back.append((await _moved(url, _file(BACK)))[1])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(
        f"Move: {rows:,} rows, read back and compared",
        [
            Figure("file to PostgreSQL", "s", tuple(there)),
            Figure("file to PostgreSQL", "rows/s", tuple(rows / seconds for seconds in there)),
            Figure("PostgreSQL to file", "s", tuple(back)),
            Figure("memory at most", "MB", (memory,)),
        ],
    )


async def _moved(old: str, new: str) -> tuple[int, float]:
    """Rows moved, and the seconds it took."""
    engines: list[AsyncEngine] = [open_engine(old), open_engine(new)]
    began = time.monotonic()
    report = await moving.move(*engines)
    seconds = time.monotonic() - began
    await asyncio.gather(*(engine.dispose() for engine in engines))
    return report.rows, seconds


def _file(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def _clear() -> None:
    for leftover in BACK.parent.glob(f"{BACK.name}*"):
        leftover.unlink()
