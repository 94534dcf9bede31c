"""A life of the bot: the production `serve` in a process of its own, forked from one that has all imported.

So a new life costs what the bot itself does at its start, and a run may have hundreds of them.
"""

import asyncio
import multiprocessing
import sys
from ctypes import c_double
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from bot.client import load_client
from tests.support.school import NOW, SECRET

load_client()

from bot import logs  # noqa: E402 - only now: the client comes first
from bot.run import serve  # noqa: E402
from bot.settings import Settings  # noqa: E402

TOKEN = "123:ABC"
_lives = multiprocessing.get_context("forkserver")
_lives.set_forkserver_preload(["bench.faults.ready"])


@dataclass(frozen=True, slots=True)
class ShiftedClock:
    """The machine's time and so many seconds more, which another process may change at any moment."""

    seconds: c_double

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.seconds.value)


@dataclass
class Bot:
    """Lives one after the other on one database, in one messenger, by one school clock."""

    database_url: str
    api_url: str
    # What it complains of is written there.
    log: Path
    more: dict[str, Any] = field(default_factory=dict)
    shift: c_double = field(init=False)
    _life: ForkServerProcess | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        # The school day begins with the run. Without a lock: whoever is killed would keep it.
        self.shift = _lives.RawValue("d", (NOW - datetime.now(UTC)).total_seconds())

    def start(self) -> None:
        """Begin a life; it serves when it has called the messenger."""
        given = {
            "bot_token": TOKEN,
            "secret": SECRET.decode(),
            "database_url": self.database_url,
            "api_url": self.api_url,
            "metrics_port": 0,
            "tables": "off",
            "log_level": "error",
            # The people of a run press faster than people do.
            "rate_burst": 10_000,
            **self.more,
        }
        self._life = _lives.Process(target=_live, args=(given, self.shift, self.log), daemon=True)
        self._life.start()

    async def kill(self) -> None:
        """`kill -9`, whatever it is doing."""
        if self._life is not None:
            self._life.kill()
            await self._end()

    async def ask_to_stop(self, patience: float = 60.0) -> int | None:
        """SIGTERM; its exit code, None where it did not end by itself."""
        if self._life is None:
            return None
        self._life.terminate()
        return await self._end(patience)

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._life is not None
        assert self._life.pid is not None
        return self._life.pid

    @property
    def alive(self) -> bool:
        return self._life is not None and self._life.is_alive()

    async def _end(self, patience: float = 60.0) -> int | None:
        assert self._life is not None
        await asyncio.to_thread(self._life.join, patience)
        code = self._life.exitcode
        if code is None:
            self._life.kill()
        return code


def _live(given: dict[str, Any], shift: c_double, log: Path) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stderr = log.open("a", encoding="utf-8")
    settings = Settings(_env_file=None, **given)
    logs.configure(settings)
    asyncio.run(serve(settings, ShiftedClock(shift)))
