"""One process that does nothing but send: `python -m bench.processes.bare DATABASE API RATE SECONDS`."""

import asyncio
import os
import sys
from itertools import count

import aiohttp

from notifications.pace import RATE
from notifications.pacing import Slot
from notifications.shared import SharedAllowance
from notifications.timer import MonotonicTimer
from storage.engine import open_engine

TOKEN = "123:bench"
# Chats of one process are not those of another.
APART = 1_000_000


async def _send(database_url: str, api_url: str, rate: int, seconds: float) -> None:
    engine, timer, chats = open_engine(database_url), MonotonicTimer(), count(os.getpid() * APART)
    paid = rate > RATE
    allowance = SharedAllowance(engine, "bare", float(rate), timer, paid=paid)
    more = {"allow_paid_broadcast": "true"} if paid else {}
    async with (
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http,
        asyncio.TaskGroup() as on,
    ):

        async def post(slot: Slot) -> None:
            left_at = slot.used(timer.now())
            data = {"chat_id": str(next(chats)), "text": "…", **more}
            async with http.post(f"{api_url}/bot{TOKEN}/sendMessage", data=data) as response:
                await response.read()
                if response.status == 200:
                    allowance.passed(left_at)

        ends = timer.now() + seconds
        while timer.now() < ends:
            on.create_task(post(await allowance.slot()))
    await allowance.close()
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(_send(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
