"""Behind a real nginx: one of two processes is killed under load, and nobody outside notices."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.intake import webhook
from simulator import Simulator
from storage.unit_of_work import SqlStore
from tests.bot import nginx
from tests.bot.test_intake import message_of, settled
from tests.bot.test_process import answers
from tests.bot.test_webhook import SECRET, free_port
from tests.support.process import Start

CHATS = (1301, 1302, 1303, 1101, 1102)
EACH = 16
FIRST = 900_000
KILLED_AFTER = len(CHATS) * EACH // 3


@pytest.mark.nginx
@pytest.mark.timeout(240)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_replica_killed_under_load_loses_no_update_and_no_answer(
    simulator: Simulator, start: Start, store: SqlStore, tmp_path: Path
) -> None:
    nginx.program()
    front, *ports = (free_port() for _ in range(3))
    url = f"http://127.0.0.1:{front}/updates"
    given = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "ROLES": "web", "LOG_LEVEL": "error"}
    replicas = [await start(WEBHOOK_PORT=str(port), **given) for port in ports]
    async with (
        nginx.serving(tmp_path, front, ports),
        aiohttp.ClientSession(headers={webhook.HEADER: SECRET}) as session,
    ):
        await all_awake(session, ports)
        posted: list[int] = []

        async def chat_writes(place: int, chat: int) -> None:
            for number in range(EACH):
                update = message_of(FIRST + number * len(CHATS) + place, chat, "абракадабра", number + 1)
                posted.append(await post(session, url, update))
                if len(posted) == KILLED_AFTER:
                    replicas[0].kill()

        await asyncio.gather(*(chat_writes(*pair) for pair in enumerate(CHATS)))
        # Every post was answered well at once, those on their way to the killed one too.
        assert posted == [200] * len(CHATS) * EACH
        await settled(store, done=len(CHATS) * EACH)
    told = sum(answers(simulator.person(chat)) for chat in CHATS)
    # What the killed one had answered and could not settle any more is answered again, one in a chat at most.
    assert len(CHATS) * EACH <= told <= len(CHATS) * (EACH + 1)


async def post(session: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> int:
    async with session.post(url, json=body) as response:
        return response.status


async def all_awake(session: aiohttp.ClientSession, ports: list[int]) -> None:
    """Wait until every replica takes updates; one that has no number is taken and forgotten."""
    for port in ports:
        for _ in range(600):
            try:
                if await post(session, f"http://127.0.0.1:{port}/updates", {}) == 200:
                    break
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
        else:
            raise AssertionError("a replica does not start")
