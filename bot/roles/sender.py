"""The role `sender`: what happened becomes messages, and they leave."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot import health, metrics
from bot.channels import paced
from bot.house import House
from bot.roles.part import Part, cancelled, started
from handlers.courier import TelegramCourier
from handlers.pushes import make_ready
from notifications.courier import Courier, Outcome, Parcel
from notifications.service import Notifier
from storage import presence, signals
from storage.engine import shared


@asynccontextmanager
async def telling(house: House) -> AsyncIterator[Part]:
    """At work; leaving it waits for what is on its way, and for every receipt."""
    make_ready()
    courier = _Counted(TelegramCourier(house.renderer, lambda: (house.school, house.regulation)))
    async with AsyncExitStack() as stack:
        notifier = Notifier(house, courier, house.pace, others=paced(house))
        house.store.on_events = notifier.wake
        tasks = {}
        if shared(house.engine):
            # Spoken for until the last receipt is saved.
            tasks["presence"] = started(presence.present(house.engine, notifier.holders), "presence")
            stack.push_async_callback(cancelled, tasks["presence"])
        tasks["notifier"] = started(notifier.run(), "notifier")

        async def stop() -> None:
            notifier.stop()
            await tasks["notifier"]

        stack.push_async_callback(stop)
        if shared(house.engine):
            tasks["ears"] = started(signals.listen(house.engine, notifier.wake), "ears")
            stack.push_async_callback(cancelled, tasks["ears"])
        yield Part(tasks, [partial(health.news, house)], metrics.OF_SENDER)


class _Counted:
    """A courier whose outcomes are counted."""

    def __init__(self, courier: Courier) -> None:
        self._courier = courier

    async def deliver(self, parcel: Parcel) -> Outcome:
        outcome = await self._courier.deliver(parcel)
        metrics.messages.labels(type(outcome).__name__.lower()).inc()
        return outcome
