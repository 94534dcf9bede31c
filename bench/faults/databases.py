"""An empty database for each run: a file, or one on a PostgreSQL server that lives as long as the program."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.support.engines import database_of_its_own, postgres_server

FOLDER = Path("var/bench/faults")


@asynccontextmanager
async def empty_database(engine: str) -> AsyncIterator[str]:
    """Its URL; `engine` is `sqlite` or `postgresql`."""
    if engine == "sqlite":
        yield f"sqlite+aiosqlite:///{_no_file()}"
        return
    with postgres_server() as url:
        async with database_of_its_own(url) as own:
            yield own


def _no_file() -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"school-{os.getpid()}.sqlite"
    for left in FOLDER.glob(f"{file.name}*"):
        left.unlink()
    return file
