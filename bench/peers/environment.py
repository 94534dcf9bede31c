"""The peers' own environment, made once under `var/bench/peers`: what they need is none of the product's."""

import asyncio
import sys
from pathlib import Path

FOLDER = Path("var/bench/peers")
PACKAGES = ("aiogram-broadcaster", "aiogram-broadcast", "python-telegram-bot[rate-limiter]")


async def python_of_peers() -> Path:
    """The python that has them; installs them by name where that was not done yet."""
    python, ready = FOLDER / "bin" / "python", FOLDER / "ready"
    if not ready.exists():
        await _run(sys.executable, "-m", "venv", "--clear", str(FOLDER))
        await _run(str(python), "-m", "pip", "install", "--quiet", *PACKAGES)
        ready.touch()
    return python


async def versions() -> str:
    """What exactly was measured."""
    asked = (
        "from importlib.metadata import version as v; import sys; print(*((p, v(p)) for p in sys.argv[1:]))"
    )
    names = [name.partition("[")[0] for name in (*PACKAGES, "aiogram")]
    python = await python_of_peers()
    process = await asyncio.create_subprocess_exec(str(python), "-c", asked, *names, stdout=-1)
    told, _ = await process.communicate()
    return told.decode().strip()


async def _run(*words: str) -> None:
    process = await asyncio.create_subprocess_exec(*words)
    if code := await process.wait():
        raise RuntimeError(f"{' '.join(words)} ended with {code}")
