"""A simulator with two people and a plain HTTP client in the bot's place."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from simulator import Person, Simulator

TOKEN = "4242:SECRET"


async def until(condition: Callable[[], object], within: float = 5.0) -> None:
    """Wait until the condition holds."""
    async with asyncio.timeout(within):
        while not condition():  # noqa: ASYNC110 - nothing to wait on but the state itself
            await asyncio.sleep(0.005)


@dataclass(frozen=True)
class Api:
    """Calls the Bot API by plain HTTP; knows nothing of the right parameters."""

    session: ClientSession
    base: str

    async def __call__(self, method: str, _token: str = TOKEN, **params: Any) -> tuple[int, dict[str, Any]]:
        """POST JSON; the status and the answer."""
        async with self.session.post(f"{self.base}/bot{_token}/{method}", json=params) as response:
            return response.status, await response.json()

    async def result(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        status, answer = await self(method, **params)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """The status and description of a call that must be refused."""
        status, answer = await self(method, **params)
        assert answer["ok"] is False, answer
        assert answer["error_code"] == status
        return status, answer["description"]

    async def form(self, method: str, **fields: Any) -> tuple[int, dict[str, Any]]:
        """POST a form; a value (name, bytes, content type) makes it a multipart upload."""
        form = FormData(quote_fields=False)
        for name, value in fields.items():
            if isinstance(value, tuple):
                form.add_field(name, BytesIO(value[1]), filename=value[0], content_type=value[2])
            else:
                form.add_field(name, str(value))
        async with self.session.post(f"{self.base}/bot{TOKEN}/{method}", data=form) as response:
            return response.status, await response.json()


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """Olga the parent and Pavel the teacher, nobody has written yet."""
    people = [
        Person(1001, "Ольга", "Иванова", "Родитель"),
        Person(1002, "Павел", "Сергеев", "Учитель"),
    ]
    async with Simulator(TOKEN, people) as simulator:
        yield simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[Api]:
    """The bot's place."""
    async with ClientSession() as session:
        yield Api(session, sim.base_url)


@pytest.fixture
async def olga(sim: Simulator, api: Api) -> Person:
    """Olga, who pressed /start; the bot has confirmed that update."""
    person = sim.person(1001)
    await person.say("/start")
    (update,) = await api.result("getUpdates")
    await api.result("getUpdates", offset=update["update_id"] + 1)
    return person
