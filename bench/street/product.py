"""The whole product as `python -m bot run` starts it, only that its clock stands at the demo's school day."""

import asyncio

from bot import settings
from bot.client import load_client

load_client()

from bot.demo.seed import EPOCH  # noqa: E402 - the client is loaded before all that imports it
from bot.loop import loop_factory  # noqa: E402
from bot.run import serve  # noqa: E402
from journal.clock import OffsetClock  # noqa: E402

with asyncio.Runner(loop_factory=loop_factory()) as runner:
    runner.run(serve(settings.load(), OffsetClock(EPOCH)))
