"""The whole product as `python -m bot run` starts it, only that its clock stands at the demo's school day.

And that it may answer more than thirty people a second: the messenger here takes whatever comes.
"""

import asyncio

from bot import settings
from bot.client import load_client

load_client()

from bot.demo.seed import EPOCH  # noqa: E402 - the client is loaded before all that imports it
from bot.loop import loop_factory  # noqa: E402
from bot.run import asked_to_stop, running, spare_collector  # noqa: E402
from journal.clock import OffsetClock  # noqa: E402
from notifications.allowance import OwnAllowance  # noqa: E402

ANY_NUMBER = 1_000_000.0


async def _serve() -> None:
    stopped = asked_to_stop()
    async with running(settings.load(), OffsetClock(EPOCH)) as bot:
        bot.house.pace.free = OwnAllowance(ANY_NUMBER, bot.house.pace.timer)
        spare_collector()
        await stopped.wait()


with asyncio.Runner(loop_factory=loop_factory()) as runner:
    runner.run(_serve())
