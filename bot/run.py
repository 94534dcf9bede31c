"""The bot running: the roles of the process started in order, and stopped in the opposite one."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import TelegramUnauthorizedError

from bot import health, logs
from bot.database import only_process
from bot.dispatcher import shared_dispatcher
from bot.house import House
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


@dataclass(frozen=True, slots=True)
class Running:
    """A bot at work. A task ends only by a failure that cannot be mended by itself, e.g. a wrong token."""

    house: House
    tasks: dict[str, Task]
    # Where /health and /metrics are served.
    health_port: int


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock | None = None, dispatcher: Dispatcher | None = None
) -> AsyncIterator[Running]:
    """The bot in its roles; leaving it stops gracefully: what runs is finished, what waits stays durable.

    Raises `Misconfigured` where that cannot be.
    """
    logs.ensure_configured(settings)
    async with AsyncExitStack() as stack:
        stack.enter_context(only_process(settings))
        house = await stack.enter_async_context(assembled(settings, clock))
        parts = await _parts(house, dispatcher, stack)
        tasks = {name: task for part in parts for name, task in part.tasks.items()}
        checks = [check for part in parts for check in part.checks]
        doctor = health.Doctor(house, tasks, checks, [one for part in parts for one in part.metrics])
        port = await stack.enter_async_context(
            health.told(doctor, settings.metrics_host, settings.metrics_port)
        )
        log.info("started", roles=sorted(settings.duties))
        yield Running(house, tasks, port)
        log.info("stopping")


async def _parts(house: House, dispatcher: Dispatcher | None, stack: AsyncExitStack) -> list[Part]:
    """The roles of this process at work; who lets people in comes last, and goes first."""
    duties = house.settings.duties
    parts = [await stack.enter_async_context(watching(house))]
    if Role.SENDER in duties:
        parts.append(await stack.enter_async_context(telling(house)))
    if Role.SCHEDULER in duties:
        parts.append(await stack.enter_async_context(ticking(house)))
    if Role.WEB in duties:
        parts.append(await stack.enter_async_context(answering(house, dispatcher or shared_dispatcher())))
    return parts


async def serve(settings: Settings, clock: Clock | None = None) -> None:
    """Run until SIGTERM or SIGINT. Raises what ended one of the roles."""
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with running(settings, clock) as bot:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLD)
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait({waiting, *bot.tasks.values()}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        for task in bot.tasks.values():
            if task.done():
                _ensure_known(task)


def _ensure_known(task: Task) -> None:
    """Raises what ended the task, a refused token in clear words."""
    try:
        task.result()
    except TelegramUnauthorizedError:
        raise Misconfigured("BOT_TOKEN is refused by the messenger: has it been revoked?") from None
