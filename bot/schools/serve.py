"""The process of several schools: one door, one place to ask how they are, and a keeper for each."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace

import structlog

from bot import health, logs, metrics
from bot.health import Check
from bot.intake.door import door
from bot.run import asked_to_stop, spare_collector
from bot.schools.files import read_all
from bot.schools.keeper import Keeper
from bot.settings import Misconfigured, Settings

# Seconds that a start waits for the slowest school; it goes on trying by itself.
STARTING = 20.0
log = structlog.get_logger(__name__)


class Ward:
    """The doctor of all schools; `faults` are of those whose settings cannot work."""

    def __init__(self, keepers: list[Keeper], faults: Mapping[str, str]) -> None:
        self._keepers = keepers
        self._faults = faults

    async def examine(self) -> list[Check]:
        """Every check of every school, in order; one that has to be waited for keeps no other waiting."""
        found = [Check("school", False, fault, school) for school, fault in self._faults.items()]
        examined = await asyncio.gather(*[keeper.examine() for keeper in self._keepers])
        for keeper, checks in zip(self._keepers, examined, strict=True):
            found += [replace(check, school=keeper.name) for check in checks]
        return found

    async def measure(self) -> bytes:
        """Everything measured, by school."""
        await self.examine()
        return metrics.told({measure for keeper in self._keepers for measure in keeper.measures})


@asynccontextmanager
async def serving(process: Settings) -> AsyncIterator[int]:
    """All schools of the folder at work, as far as they can; yields the port of health and metrics.

    Raises `Misconfigured` where none of them can be, or a port is taken.
    """
    read = read_all(process)
    faults = {school: str(found) for school, found in read.items() if isinstance(found, Misconfigured)}
    for fault in faults.values():
        log.error("school_misconfigured", fault=fault)
    schools = {school: found for school, found in read.items() if isinstance(found, Settings)}
    if not schools:
        raise Misconfigured(next(iter(faults.values())))
    async with AsyncExitStack() as stack:
        posted = [settings for settings in schools.values() if settings.posted]
        opened = await stack.enter_async_context(door(posted)) if posted else None
        keepers = [
            Keeper(school, settings, opened if settings.posted else None)
            for school, settings in schools.items()
        ]
        ward = Ward(keepers, faults)
        port = await stack.enter_async_context(health.told(ward, process.metrics_host, process.metrics_port))
        tasks = [asyncio.create_task(keeper.keep(), name=keeper.name) for keeper in keepers]
        stack.push_async_callback(_stop, keepers, tasks, 2 * process.stop_patience + 5)
        first = [asyncio.create_task(keeper.tried.wait()) for keeper in keepers]
        _, late = await asyncio.wait(first, timeout=STARTING)
        for waiting in late:
            waiting.cancel()
        yield port


async def serve_all(process: Settings) -> None:
    """Run until SIGTERM or SIGINT."""
    logs.ensure_configured(process)
    stopped = asked_to_stop()
    async with serving(process):
        spare_collector()
        await stopped.wait()


async def _stop(keepers: list[Keeper], tasks: list["asyncio.Task[None]"], patience: float) -> None:
    for keeper in keepers:
        keeper.stop()
    _, late = await asyncio.wait(tasks, timeout=patience)
    for task in late:
        # Still trying to start, at a database that does not answer.
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
