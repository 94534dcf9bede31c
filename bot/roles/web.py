"""The role `web`: updates come in and people are answered."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

import structlog
from aiogram import Dispatcher

from bot import health, metrics
from bot.commands import announce
from bot.house import House
from bot.intake import polling, webhook
from bot.intake.door import Door
from bot.intake.handling import Handling
from bot.intake.intake import Intake
from bot.intake.regrets import Regrets
from bot.intake.shared import lanes_of
from bot.roles.part import Part, Task, cancelled, started

log = structlog.get_logger(__name__)


@asynccontextmanager
async def answering(house: House, dispatcher: Dispatcher, door: Door | None) -> AsyncIterator[Part]:
    """At the door, or fetching updates where there is none.

    Leaving it takes in nothing more and finishes what is being handled.
    """
    settings = house.settings
    async with AsyncExitStack() as stack:
        lanes, tasks = await stack.enter_async_context(lanes_of(house, Handling(house, dispatcher)))
        metrics.inbox_load.set_function(lambda: lanes.load)
        intake = Intake(house.store, lanes, house.clock, Regrets(house.bot))
        resumed = await intake.resume()
        coming = await _open(house, intake, door, stack)
        tasks["resuming"] = started(intake.keep_resuming(), "resuming")
        # The only work that comes to an end by itself.
        announcing = started(announce(house), "commands")
        for background in (tasks["resuming"], announcing):
            stack.push_async_callback(cancelled, background)
        log.info("answering", resumed=resumed)
        silence = float("inf") if settings.webhook_url else polling.SILENCE
        heard_of = partial(health.messenger, house, silence)
        yield Part({"intake": coming, **tasks}, [heard_of], metrics.OF_WEB)


async def _open(house: House, intake: Intake, door: Door | None, stack: AsyncExitStack) -> Task:
    if door is not None:
        return await stack.enter_async_context(webhook.listening(house, intake, door))
    task = started(polling.poll(house.bot, intake, house.pulse), "polling")
    stack.push_async_callback(cancelled, task)
    return task
