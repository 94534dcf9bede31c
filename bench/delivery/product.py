"""The whole product as `python -m bot run` starts it, its clock standing at the great school's afternoon.

Classes named on the command line are those in which a teacher saves a register now and then.
"""

import asyncio
import sys

from bot import settings
from bot.client import load_client

load_client()

from bench.delivery.alerts import save_registers  # noqa: E402 - the client is loaded before what imports it
from bench.great import NOW  # noqa: E402
from bot.loop import loop_factory  # noqa: E402
from bot.run import running, serve, spare_collector  # noqa: E402
from journal.clock import OffsetClock  # noqa: E402


async def _with_alerts(units: list[int]) -> None:
    async with running(settings.load(), OffsetClock(NOW)) as bot:
        spare_collector()
        await save_registers(bot.house, units)
        await asyncio.Event().wait()


units = [int(word) for word in sys.argv[1:]]
with asyncio.Runner(loop_factory=loop_factory()) as runner:
    runner.run(_with_alerts(units) if units else serve(settings.load(), OffsetClock(NOW)))
