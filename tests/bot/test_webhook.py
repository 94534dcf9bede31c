"""By webhook: nothing is confirmed before it is kept, nobody but the messenger may post."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.intake import webhook
from bot.intake.door import door as opened
from bot.run import Running
from simulator import Simulator
from tests.bot.conftest import RunsWith
from tests.bot.test_intake import message_of, settled
from tests.support.persona import Persona

SECRET = "only-the-messenger-knows"


@dataclass
class Door:
    """A running bot that listens at `url`."""

    bot: Running
    url: str

    async def post(self, body: object, secret: str = SECRET) -> tuple[int, str | None]:
        """Post an update as the messenger would; returns the status and Retry-After."""
        async with (
            aiohttp.ClientSession(headers={webhook.HEADER: secret}) as session,
            session.post(self.url, json=body) as response,
        ):
            return response.status, response.headers.get("Retry-After")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def door(runs_with: RunsWith) -> AsyncIterator[Door]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/updates"
    async with runs_with(webhook_url=url, webhook_port=port, webhook_secret=SECRET) as bot:
        yield Door(bot, url)


async def test_a_person_is_answered_by_webhook(door: Door, simulator: Simulator) -> None:
    olga = Persona("olga", simulator.person(1301))
    await olga.say("абракадабра")
    await olga.sees("Вот что можно сделать")
    await settled(door.bot.house.store, done=1)


@pytest.mark.parametrize("secret", ["", "wrong", SECRET.upper()])
async def test_whoever_does_not_know_the_secret_is_turned_away(door: Door, secret: str) -> None:
    assert await door.post(message_of(1, 1301, "поддельное", 1), secret) == (401, None)
    await settled(door.bot.house.store)


async def test_a_secret_that_is_no_text_is_turned_away_like_any_other(door: Door) -> None:
    parts = urlsplit(door.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 2\r\n{webhook.HEADER}: "
    writer.write(head.encode() + b"\xff\r\nConnection: close\r\n\r\n{}")
    answer = await reader.read()
    writer.close()
    assert answer.startswith(b"HTTP/1.1 401 ")


async def test_what_is_posted_twice_is_handled_once(door: Door, simulator: Simulator) -> None:
    olga = simulator.person(1301)
    for _ in range(2):
        assert await door.post(message_of(600_001, 1301, "абракадабра", 9)) == (200, None)
    await olga.sees("Вот что можно сделать")
    await olga.sees_nothing(during=0.3)


async def test_what_is_no_update_is_refused_or_taken_without_harm(door: Door) -> None:
    assert [await door.post(body) for body in ([], "text", {"update_id": "x"})] == [(200, None)] * 3
    async with (
        aiohttp.ClientSession(headers={webhook.HEADER: SECRET}) as session,
        session.post(door.url, data=b"{broken") as response,
    ):
        assert response.status == 400
    await settled(door.bot.house.store)


async def test_a_swamped_bot_asks_the_messenger_to_come_again(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "SWAMPED", -1)
    assert await door.post(message_of(600_002, 1301, "абракадабра", 10)) == (503, "2")


async def test_updates_posted_together_are_kept_together(door: Door) -> None:
    posts = (door.post(message_of(700_000 + number, 1301, "раз", 100 + number)) for number in range(40))
    assert set(await asyncio.gather(*posts)) == {(200, None)}
    await settled(door.bot.house.store, done=40)


async def test_whoever_comes_before_the_bot_is_there_is_asked_to_come_again(settings_of: Any) -> None:
    """Also a web server in front, which then asks another replica."""
    port = free_port()
    given = {
        "webhook_url": f"http://127.0.0.1:{port}/updates",
        "webhook_port": port,
        "webhook_secret": SECRET,
    }
    async with opened([settings_of("http://127.0.0.1:1", **given)]), aiohttp.ClientSession() as session:
        for path, status, again in (("updates", 503, "2"), ("elsewhere", 404, None)):
            async with session.post(f"http://127.0.0.1:{port}/{path}", json={}) as response:
                assert (response.status, response.headers.get("Retry-After")) == (status, again)


async def test_polling_takes_over_where_a_webhook_was(simulator: Simulator, runs_with: RunsWith) -> None:
    port = free_port()
    given = {"webhook_url": f"http://127.0.0.1:{port}/", "webhook_port": port, "webhook_secret": SECRET}
    async with runs_with(**given):
        pass
    olga = Persona("olga", simulator.person(1301))
    async with runs_with():
        await olga.say("абракадабра")
        await olga.sees("Вот что можно сделать")
