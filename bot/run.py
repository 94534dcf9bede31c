"""The bot running: everything started in order, and stopped in the opposite one."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog

from bot.dispatcher import dispatcher
from bot.house import House
from bot.intake.handling import Handling
from bot.intake.intake import Intake
from bot.intake.lanes import Lanes
from bot.intake.polling import poll
from bot.settings import Settings
from bot.wiring import assembled
from handlers.courier import TelegramCourier
from journal.clock import Clock
from notifications.service import Notifier

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """A bot at work. `intake` ends only by a failure that cannot be mended by itself, e.g. a wrong token."""

    house: House
    intake: "asyncio.Task[None]"


@asynccontextmanager
async def running(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Running]:
    """The whole bot at work; leaving it stops gracefully: what runs is finished, what waits stays durable."""
    async with assembled(settings, clock) as house, AsyncExitStack() as stack:
        settling = asyncio.create_task(house.settler.run(), name="settler")
        stack.push_async_callback(house.settler.stop, settling)
        notifier = Notifier(house, TelegramCourier(house.renderer, lambda: (house.school, house.regulation)))
        house.store.on_events = notifier.wake
        telling = asyncio.create_task(notifier.run(), name="notifier")
        stack.push_async_callback(_stop, notifier, telling)
        lanes = Lanes(Handling(house, dispatcher()), settings.concurrency)
        stack.push_async_callback(lanes.stop, settings.stop_patience)
        intake = Intake(house.store, lanes, house.clock)
        resumed = await intake.resume()
        polling = asyncio.create_task(poll(house.bot, intake), name="polling")
        stack.push_async_callback(_cancel, polling)
        stack.push_async_callback(_cancel, asyncio.create_task(intake.keep_resuming(), name="resuming"))
        log.info("started", resumed=resumed)
        yield Running(house, polling)
        log.info("stopping")


async def serve(settings: Settings, clock: Clock | None = None) -> None:
    """Run until SIGTERM or SIGINT. Raises what ended the intake."""
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with running(settings, clock) as bot:
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait({waiting, bot.intake}, return_when=asyncio.FIRST_COMPLETED)
        await _cancel(waiting)
        if bot.intake.done():
            bot.intake.result()


async def _stop(notifier: Notifier, telling: "asyncio.Task[None]") -> None:
    notifier.stop()
    await telling


async def _cancel(task: "asyncio.Task[Any]") -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
