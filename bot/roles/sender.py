"""The role `sender`: what happened becomes messages, and they leave."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot import health
from bot.channels import paced
from bot.house import House
from bot.roles.part import Part, cancelled, started
from handlers.courier import TelegramCourier
from notifications.service import Notifier
from storage import signals


@asynccontextmanager
async def telling(house: House) -> AsyncIterator[Part]:
    """At work; leaving it waits for what is on its way, and for every receipt."""
    courier = TelegramCourier(house.renderer, lambda: (house.school, house.regulation))
    notifier = Notifier(house, courier, others=paced(house))
    house.store.on_events = notifier.wake
    async with AsyncExitStack() as stack:
        tasks = {"notifier": started(notifier.run(), "notifier")}

        async def stop() -> None:
            notifier.stop()
            await tasks["notifier"]

        stack.push_async_callback(stop)
        if signals.carried_by(house.engine):
            tasks["ears"] = started(signals.listen(house.engine, notifier.wake), "ears")
            stack.push_async_callback(cancelled, tasks["ears"])
        yield Part(tasks, [partial(health.news, house)])
