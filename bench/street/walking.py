"""What a bench asks of the street: bots started as processes of their own, walks, and what they cost."""

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import psutil

TOKEN = "5000000005:bench"
SECRET = "a-bench-keeps-no-secrets"
PATH = "/hook"
CONNECTIONS = 40
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Walk:
    """One measured walk of the people; times in milliseconds."""

    per_second: float
    cpu: float
    shown: tuple[float, ...]
    answered: tuple[float, ...]
    calls: int

    def percentile(self, share: float) -> float:
        """The time of the screen that this share of the updates did not exceed."""
        return _at(self.shown, share)

    @property
    def answer(self) -> float:
        """The 99th percentile of the time until the press was answered."""
        return _at(self.answered, 0.99)


class Street:
    """Asks the street's process for walks."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.api_url = f"http://127.0.0.1:{port}"

    async def walk(
        self,
        bot: "Bot",
        deeds: Sequence[Mapping[str, Any]],
        *,
        seconds: float,
        warm: float = 2.0,
        rate: float = 0.0,
        connections: int = CONNECTIONS,
    ) -> Walk:
        """`connections` people at the bot's door; at `rate` deeds a second, or as fast as it answers."""
        connections = min(connections, len({deed["chat"] for deed in deeds}))
        asked = {"port": bot.port, "path": PATH, "secret": SECRET, "deeds": deeds, "warm": warm}
        await self._ask(**asked, seconds=seconds, rate=rate, connections=connections)
        before = bot.cpu
        found = await self._line()
        used, done = bot.cpu - before, len(found["shown"])
        return Walk(
            per_second=done / found["seconds"],
            cpu=used * 1000 / done,
            shown=_milliseconds(found["shown"]),
            answered=_milliseconds(found["answered"]),
            calls=found["calls"],
        )

    async def _ask(self, **what: Any) -> None:
        if self._process.stdin is None:
            raise RuntimeError("the street has no ear")
        self._process.stdin.write(json.dumps(what).encode() + b"\n")
        await self._line()

    async def _line(self) -> dict[str, Any]:
        return await _line(self._process)


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot under load."""

    process: asyncio.subprocess.Process
    port: int

    @property
    def cpu(self) -> float:
        """Seconds of the processor it has used, its threads included."""
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)


@asynccontextmanager
async def street() -> AsyncIterator[Street]:
    """The street's process."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.street", stdin=pipe, stdout=pipe, limit=64 * 1024 * 1024
    )
    try:
        yield Street(process, (await _line(process))["port"])
    finally:
        await _ended(process)


@asynccontextmanager
async def bot(module: str, *arguments: str, **environment: str) -> AsyncIterator[Bot]:
    """A bot started as `python -m module`, once its door is open; WEBHOOK_PORT tells it where."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        env={**os.environ, "WEBHOOK_PORT": str(port), **environment},
    )
    try:
        await _open(process, port)
        yield Bot(process, port)
    finally:
        await _ended(process)


def settings(api_url: str, database_url: str) -> dict[str, str]:
    """The environment of the whole product behind a webhook."""
    return {
        "BOT_TOKEN": TOKEN,
        "SECRET": "a bench keeps no secrets",
        "API_URL": api_url,
        "DATABASE_URL": database_url,
        "WEBHOOK_URL": f"http://127.0.0.1{PATH}",
        "WEBHOOK_SECRET": SECRET,
        "METRICS_PORT": "0",
        "LOG_LEVEL": "warning",
        # A handful of people press here as fast as a school.
        "RATE_BURST": "1000000",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _open(process: asyncio.subprocess.Process, port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while process.returncode is None:
            if await _somebody_in(port):
                return
            await asyncio.sleep(0.05)
    raise RuntimeError("the bot did not start")


async def _somebody_in(port: int) -> bool:
    """Whether a stranger is turned away: before that nobody is there, or nobody who can take anything in."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(f"POST {PATH} HTTP/1.0\r\nContent-Length: 0\r\n\r\n".encode())
        return b" 401 " in await reader.readline()
    finally:
        writer.close()


async def _line(process: asyncio.subprocess.Process) -> dict[str, Any]:
    line = await process.stdout.readline() if process.stdout else b""
    if not line:
        raise RuntimeError("the street is empty: see its error above")
    read: dict[str, Any] = json.loads(line)
    return read


async def _ended(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    await process.wait()


def _milliseconds(seconds: Sequence[float]) -> tuple[float, ...]:
    return tuple(sorted(one * 1000 for one in seconds))


def _at(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))] if times else 0.0
