"""The bot running: the roles of the process started in order, and stopped in the opposite one."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import NoReturn

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import TelegramUnauthorizedError

from bot import health, logs
from bot.database import only_process
from bot.dispatcher import shared_dispatcher
from bot.house import House
from bot.intake.door import Door, door
from bot.roles import Role
from bot.roles.part import Part, Task
from bot.roles.scheduler import ticking
from bot.roles.sender import telling
from bot.roles.watching import watching
from bot.roles.web import answering
from bot.settings import Misconfigured, Settings
from bot.wiring import assembled
from journal.clock import Clock

log = structlog.get_logger(__name__)
# Parsed updates are many small objects: collecting them less often keeps the slowest answers quick.
GC_THRESHOLD = (50_000, 20, 50)


class Ended(Exception):  # noqa: N818 - read aloud: "a part has ended"
    """A part of the bot ended by itself, without a word why; the message names it."""


@dataclass(frozen=True, slots=True)
class Running:
    """A bot at work. A task ends only by a failure that cannot be mended by itself, e.g. a wrong token."""

    house: House
    tasks: dict[str, Task]
    doctor: health.Doctor
    # Where /health and /metrics are served; 0 where the process does it for several schools.
    health_port: int = 0

    async def ended(self) -> NoReturn:
        """Wait for the first task to end, which none should. Raises what it ended by, else `Ended`."""
        await asyncio.wait(self.tasks.values(), return_when=asyncio.FIRST_COMPLETED)
        ended = {name: task for name, task in self.tasks.items() if task.done()}
        for task in ended.values():
            _ensure_known(task)
        raise Ended(f"ended by itself: {', '.join(ended)}")


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock | None = None, dispatcher: Dispatcher | None = None
) -> AsyncIterator[Running]:
    """The bot in its roles, with a door and a doctor of its own. Raises `Misconfigured`."""
    logs.ensure_configured(settings)
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(door([settings])) if settings.posted else None
        bot = await stack.enter_async_context(at_work(settings, opened, clock, dispatcher))
        port = await stack.enter_async_context(
            health.told(bot.doctor, settings.metrics_host, settings.metrics_port)
        )
        yield replace(bot, health_port=port)


@asynccontextmanager
async def at_work(
    settings: Settings, door: Door | None, clock: Clock | None = None, dispatcher: Dispatcher | None = None
) -> AsyncIterator[Running]:
    """The bot in its roles, at a door that may be others' too; without one it fetches updates.

    Leaving it stops gracefully: what runs is finished, what waits stays durable. Raises `Misconfigured`.
    """
    async with AsyncExitStack() as stack:
        stack.enter_context(only_process(settings))
        house = await stack.enter_async_context(assembled(settings, clock))
        parts = await _parts(house, dispatcher, door, stack)
        tasks = {name: task for part in parts for name, task in part.tasks.items()}
        checks = [check for part in parts for check in part.checks]
        doctor = health.Doctor(house, tasks, checks, [one for part in parts for one in part.metrics])
        log.info("started", roles=sorted(settings.duties))
        yield Running(house, tasks, doctor)
        log.info("stopping")


async def _parts(
    house: House, dispatcher: Dispatcher | None, door: Door | None, stack: AsyncExitStack
) -> list[Part]:
    """The roles of this process at work; who lets people in comes last, and goes first."""
    duties = house.settings.duties
    parts = [await stack.enter_async_context(watching(house))]
    if Role.SENDER in duties:
        parts.append(await stack.enter_async_context(telling(house)))
    if Role.SCHEDULER in duties:
        parts.append(await stack.enter_async_context(ticking(house)))
    if Role.WEB in duties:
        handlers = dispatcher or shared_dispatcher()
        parts.append(await stack.enter_async_context(answering(house, handlers, door)))
    return parts


async def serve(settings: Settings, clock: Clock | None = None) -> None:
    """Run until SIGTERM or SIGINT. Raises what ended one of the roles."""
    stopped = asked_to_stop()
    async with running(settings, clock) as bot:
        spare_collector()
        ended, waiting = (asyncio.create_task(work) for work in (bot.ended(), stopped.wait()))
        await asyncio.wait({ended, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if ended.done():
            ended.result()
        ended.cancel()


def asked_to_stop() -> asyncio.Event:
    """Set by SIGTERM and SIGINT."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    return stopped


def spare_collector() -> None:
    """What a started bot is made of stays: the collector need not look at it again, nor look often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLD)


def _ensure_known(task: Task) -> None:
    """Raises what ended the task, if anything did, a refused token in clear words."""
    if task.cancelled():
        # Not by us, who wait for it still: raised here it would pass for our own being cancelled.
        return
    try:
        task.result()
    except TelegramUnauthorizedError:
        raise Misconfigured("BOT_TOKEN is refused by the messenger: has it been revoked?") from None
