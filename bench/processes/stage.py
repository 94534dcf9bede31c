"""The little school on a real PostgreSQL that syncs to the disk, and processes of the bot in some roles."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from sqlalchemy import text

from bench.faults.life import Bot
from storage import migrations
from storage.engine import open_engine
from storage.unit_of_work import SqlStore
from tests.notifications.post import open_accounts
from tests.support.engines import database_of_its_own, postgres_server
from tests.support.school import found_school

CHATS = 5000
LOG = Path("var/bench/processes.log")


@dataclass(frozen=True, slots=True)
class Stage:
    """The database of the school."""

    url: str
    store: SqlStore
    # Strangers with a phone each, to send many things to.
    accounts: list[int]


@dataclass(frozen=True, slots=True)
class Life:
    """A process, and where it tells how it is."""

    bot: Bot
    port: int

    async def tells(self, page: str) -> str:
        """Its `/health` or `/metrics`; empty while it does not answer."""
        try:
            async with (
                aiohttp.ClientSession() as http,
                http.get(f"http://127.0.0.1:{self.port}/{page}") as answer,
            ):
                return await answer.text()
        except aiohttp.ClientError:
            return ""


@asynccontextmanager
async def on_postgresql() -> AsyncIterator[Stage]:
    """A server with the school, for as long as the bench lasts."""
    with postgres_server() as server:
        await _sync(server)
        async with database_of_its_own(server) as url:
            engine = open_engine(url)
            store = SqlStore(engine)
            await migrations.found(engine)
            await found_school(store)
            try:
                yield Stage(url, store, await open_accounts(store, CHATS))
            finally:
                await engine.dispose()


@asynccontextmanager
async def processes(stage: Stage, api_url: str, *roles: str) -> AsyncIterator[list[Life]]:
    """A process for each of the roles, all of them at work; ended on leaving."""
    lives = [_life(stage, api_url, role) for role in roles]
    try:
        for life in lives:
            life.bot.start()
        for life in lives:
            await until_at_work(life)
        yield lives
    finally:
        await asyncio.gather(*(life.bot.ask_to_stop() for life in lives))


async def until_at_work(life: Life) -> None:
    """Wait until the process says that it is well."""
    ends = time.monotonic() + 60
    while '"ok": true' not in await life.tells("health"):
        if time.monotonic() > ends:
            raise TimeoutError(await life.tells("health"))
        await asyncio.sleep(0.05)


def _life(stage: Stage, api_url: str, roles: str) -> Life:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Life(Bot(stage.url, api_url, LOG, {"roles": roles, "metrics_port": port}), port)


async def _sync(server: str) -> None:
    """The server of the tests does not wait for the disk; this one does."""
    engine = open_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in ("ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()"):
            await connection.execute(text(statement))
    await engine.dispose()
