"""Writes the next step from what the tables have become: `python -m storage.migrations.new "Add …"`."""

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import migrations
from storage.engine import open_engine


async def write(message: str) -> Path:
    """The new step's file: the difference between all steps so far and the tables."""
    number = f"{int(migrations.head()) + 1 if _steps() else 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{folder}/new.sqlite")
        if _steps():
            await migrations.upgrade(engine)
        script = await _revise(engine, message, number)
        await engine.dispose()
    return script


async def _revise(engine: AsyncEngine, message: str, number: str) -> Path:
    from alembic import command
    from alembic.script import Script

    def revise(connection: Connection) -> Path:
        config = migrations.config(connection)
        made = command.revision(config, message, autogenerate=True, rev_id=number)
        if not isinstance(made, Script):
            raise TypeError("one revision makes one step")
        return Path(made.path)

    async with engine.connect() as connection:
        return _tidied(await connection.run_sync(revise))


def _tidied(path: Path) -> Path:
    text = re.sub(r"^ *# ###.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)  # noqa: S603
    return path


def _steps() -> list[Path]:
    return list((migrations.FOLDER / "versions").glob("[0-9]*.py"))


if __name__ == "__main__":
    sys.stdout.write(f"{asyncio.run(write(sys.argv[1]))}\n")
