"""The bot running: everything started in order, and stopped in the opposite one."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import TelegramUnauthorizedError

from bot import health, logs, metrics
from bot.commands import announce
from bot.dispatcher import shared_dispatcher
from bot.house import House
from bot.intake import polling, webhook
from bot.intake.handling import Handling
from bot.intake.intake import LEFT, NOW, Intake
from bot.intake.lanes import Lanes
from bot.settings import Misconfigured, Settings
from bot.wiring import assembled
from handlers.courier import TelegramCourier
from journal.clock import Clock
from notifications.service import Notifier

log = structlog.get_logger(__name__)
Task = asyncio.Task[None]
# Parsed updates are many small objects: collecting them less often keeps the slowest answers quick.
GC_THRESHOLD = (50_000, 20, 50)


@dataclass(frozen=True, slots=True)
class Running:
    """A bot at work. `intake` ends only by a failure that cannot be mended by itself, e.g. a wrong token."""

    house: House
    intake: Task
    notifier: Notifier
    # Where /health and /metrics are served.
    health_port: int


@asynccontextmanager
async def running(
    settings: Settings, clock: Clock | None = None, dispatcher: Dispatcher | None = None
) -> AsyncIterator[Running]:
    """The whole bot at work; leaving it stops gracefully: what runs is finished, what waits stays durable."""
    logs.ensure_configured(settings)
    async with assembled(settings, clock) as house, AsyncExitStack() as stack:
        settling = _started(house.settler.run(), "settler")
        stack.push_async_callback(house.settler.stop, settling)
        notifier, telling = _start_notifier(house, stack)
        lanes = Lanes(Handling(house, dispatcher or shared_dispatcher()), settings.concurrency)
        stack.push_async_callback(lanes.stop, settings.stop_patience)
        metrics.inbox_load.set_function(lambda: lanes.load)
        intake = Intake(house.store, lanes, house.clock)
        # Behind a webhook other processes may be handling what is fresh.
        resumed = await intake.resume(LEFT if settings.webhook_url else NOW)
        coming = await _open_intake(house, intake, stack)
        for background, name in ((intake.keep_resuming(), "resuming"), (announce(house), "commands")):
            stack.push_async_callback(cancelled, _started(background, name))
        tasks = {"intake": coming, "notifier": telling, "settler": settling}
        silence = float("inf") if settings.webhook_url else polling.SILENCE
        doctor = health.Doctor(house, tasks, silence)
        port = await stack.enter_async_context(
            health.told(doctor, settings.metrics_host, settings.metrics_port)
        )
        log.info("started", resumed=resumed)
        yield Running(house, coming, notifier, port)
        log.info("stopping")


async def serve(settings: Settings, clock: Clock | None = None) -> None:
    """Run until SIGTERM or SIGINT. Raises what ended the intake."""
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with running(settings, clock) as bot:
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLD)
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait({waiting, bot.intake}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if bot.intake.done():
            _ensure_known(bot.intake)


def _ensure_known(intake: Task) -> None:
    """Raises what ended the intake, a refused token in clear words."""
    try:
        intake.result()
    except TelegramUnauthorizedError:
        raise Misconfigured("BOT_TOKEN is refused by the messenger: has it been revoked?") from None


def _start_notifier(house: House, stack: AsyncExitStack) -> tuple[Notifier, Task]:
    courier = TelegramCourier(house.renderer, lambda: (house.school, house.regulation))
    notifier = Notifier(house, courier)
    house.store.on_events = notifier.wake
    telling = _started(notifier.run(), "notifier")

    async def stop() -> None:
        notifier.stop()
        await telling

    stack.push_async_callback(stop)
    return notifier, telling


async def _open_intake(house: House, intake: Intake, stack: AsyncExitStack) -> Task:
    if house.settings.webhook_url:
        return await stack.enter_async_context(webhook.listening(house, intake))
    task = _started(polling.poll(house.bot, intake, house.pulse), "polling")
    stack.push_async_callback(cancelled, task)
    return task


def _started(work: Coroutine[Any, Any, None], name: str) -> Task:
    return asyncio.get_running_loop().create_task(work, name=name)


async def cancelled(task: Task) -> None:
    """Cancel the task and wait for its end, whatever that is."""
    task.cancel()
    await asyncio.wait({task})
