"""Writes the next step from what the tables have become: `python -m storage.migrations.new "Add …"`."""

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from storage import migrations
from storage.engine import open_engine


async def write(message: str) -> Path:
    """The new step's file: the difference between all steps so far and the tables."""
    from alembic import command

    number = f"{int(migrations.head()) + 1 if _steps() else 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{folder}/new.sqlite")
        if _steps():
            await migrations.upgrade(engine)
        script = await _revise(engine, command, message, number)
        await engine.dispose()
    return script


async def _revise(engine: AsyncEngine, command: object, message: str, number: str) -> Path:
    async with engine.connect() as connection:
        made = await connection.run_sync(
            lambda sync: command.revision(  # type: ignore[attr-defined]
                migrations.config(sync), message, autogenerate=True, rev_id=number
            )
        )
    return _tidied(Path(made.path))


def _tidied(path: Path) -> Path:
    text = re.sub(r"^ *# ###.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)  # noqa: S603
    return path


def _steps() -> list[Path]:
    return list((migrations.FOLDER / "versions").glob("[0-9]*.py"))


if __name__ == "__main__":
    sys.stdout.write(f"{asyncio.run(write(sys.argv[1]))}\n")
