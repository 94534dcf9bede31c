"""How the bot is: what must be well for people to be served, told on loopback with the metrics."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Protocol

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.house import House
from bot.listening import listen
from storage import events
from storage.db import Db

# Seconds that a database has to answer a check.
PATIENCE = 3.0
GRACE = 0.1
# What somebody has to see to, while the bot itself is ready to serve.
TO_LOOK_AT = ("messenger", "news", "outages", "queue")
# Checks under way; one that was given up ends by itself.
_parting: "set[asyncio.Future[Check]]" = set()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be well."""

    name: str
    ok: bool
    told: str = ""
    # Whose it is, where the process serves several.
    school: str = ""


class Examining(Protocol):
    """Whoever can say how the process is."""

    async def examine(self) -> list[Check]: ...

    async def measure(self) -> bytes: ...


class Doctor:
    """Examines a bot. `tasks` must be running, whatever else; each role adds `checks` and `measures`."""

    def __init__(
        self,
        house: House,
        tasks: Mapping[str, "asyncio.Task[None]"],
        checks: Sequence[Callable[[], Awaitable[Check]]],
        measures: Sequence[Collector],
    ) -> None:
        self._house = house
        self._tasks = tasks
        self._checks = checks
        self.measures = measures

    async def examine(self) -> list[Check]:
        """Every check, in order; made side by side, so that `PATIENCE` is enough for all of them."""
        running = [Check(name, not task.done()) for name, task in self._tasks.items()]
        found = await asyncio.gather(database(self._house), *[check() for check in self._checks])
        return [*found, *running]

    async def measure(self) -> bytes:
        """Everything measured, as Prometheus reads it."""
        await self.examine()
        return metrics.told(self.measures)


async def by_database(house: House, name: str, look: Callable[[Db], Awaitable[Check]]) -> Check:
    """What `look` finds; not well where the database does not answer in time."""
    looking = asyncio.ensure_future(_looked(house, name, look))
    # A connection that has to be given up takes seconds to part, which is nothing to whoever asks.
    _parting.add(looking)
    looking.add_done_callback(_parting.discard)
    done, _ = await asyncio.wait({looking}, timeout=PATIENCE + GRACE)
    return looking.result() if done else Check(name, False, TimeoutError.__name__)


async def _looked(house: House, name: str, look: Callable[[Db], Awaitable[Check]]) -> Check:
    try:
        async with asyncio.timeout(PATIENCE), house.store.connection() as db:
            return await look(db)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        return Check(name, False, type(error).__name__)


async def database(house: House) -> Check:
    """Whether the database answers."""
    started = time.monotonic()

    async def look(db: Db) -> Check:
        await db.scalar(text("SELECT 1"))
        return Check("database", True, f"{(time.monotonic() - started) * 1000:.0f} ms")

    return await by_database(house, "database", look)


async def news(house: House) -> Check:
    """Whether everybody could be told; whoever looks into it tries again with `python -m bot retry`."""

    async def look(db: Db) -> Check:
        lost = await events.count_failed(db, house.clock.now())
        metrics.set_aside.set(lost)
        return Check("news", not lost, f"set aside: {lost}")

    return await by_database(house, "news", look)


async def messenger(house: House, silence: float) -> Check:
    """Whether the messenger was heard of; `silence`: how long it may say nothing, endless for a webhook."""
    age = house.pulse.age
    if age is None:
        return Check("messenger", silence == float("inf"), "not heard of yet")
    return Check("messenger", age < silence, f"heard of {age:.0f} s ago")


@asynccontextmanager
async def told(doctor: Examining, host: str, port: int) -> AsyncIterator[int]:
    """Serve `/health`, `/ready` and `/metrics`; yields the port."""
    runner = web.AppRunner(_app(doctor), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await listen(runner, host, port, "METRICS_PORT")
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _app(doctor: Examining) -> web.Application:
    async def health(_: web.Request) -> web.Response:
        checks = await doctor.examine()
        return _answer(checks, all(check.ok for check in checks))

    async def ready(_: web.Request) -> web.Response:
        checks = await doctor.examine()
        return _answer(checks, _serves(checks))

    async def measured(_: web.Request) -> web.Response:
        return web.Response(body=await doctor.measure(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/health", health), web.get("/ready", ready), web.get("/metrics", measured)])
    return app


def _serves(checks: list[Check]) -> bool:
    """Whether anybody can be served; of several schools an ill one must not take the others with it."""
    schools: dict[str, bool] = {}
    for check in checks:
        well = check.ok or check.name in TO_LOOK_AT
        schools[check.school] = schools.get(check.school, True) and well
    return any(schools.values())


def _answer(checks: list[Check], well: bool) -> web.Response:
    return web.json_response(
        {"ok": well, "checks": [_shown(check) for check in checks]}, status=200 if well else 503
    )


def _shown(check: Check) -> dict[str, object]:
    return {name: value for name, value in asdict(check).items() if name != "school" or value}
