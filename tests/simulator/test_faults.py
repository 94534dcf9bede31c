"""Faults on demand: they come as ordered, repeat with the seed, and the journal tells of them."""

import asyncio
import time

import pytest
from aiohttp import ClientError, ServerDisconnectedError

from simulator import Person, Simulator
from tests.simulator.conftest import TOKEN, Api


async def test_500_and_429_are_answered_without_effect(sim: Simulator, api: Api, olga: Person) -> None:
    sim.faults.add("sendMessage", kind="500", times=1)
    sim.faults.add("sendMessage", kind="429", retry_after=7, times=1)
    assert await api.refusal("sendMessage", chat_id=1001, text="а") == (500, "Internal Server Error")
    _, answer = await api("sendMessage", chat_id=1001, text="а")
    assert answer["parameters"] == {"retry_after": 7}
    await api.result("sendMessage", chat_id=1001, text="а")
    assert [message.text for message in olga.messages] == ["/start", "а"]
    assert [call.status for call in sim.journal.of("sendMessage")] == [500, 429, 200]


async def test_502_is_html_as_of_a_gateway(sim: Simulator, api: Api) -> None:
    sim.faults.add(kind="502")
    async with api.session.post(f"{api.base}/bot{TOKEN}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")
        assert "Bad Gateway" in await response.text()


@pytest.mark.parametrize(("kind", "shown"), [("reset_before", 0), ("reset_after", 1)])
async def test_a_reset_comes_before_or_after_the_effect(
    sim: Simulator, api: Api, olga: Person, kind: str, shown: int
) -> None:
    sim.faults.add("sendMessage", kind=kind, times=1)
    with pytest.raises((ServerDisconnectedError, ClientError)):
        await api("sendMessage", chat_id=1001, text="дошло?")
    assert [message.text for message in olga.messages].count("дошло?") == shown
    assert [call.ok for call in sim.journal.of("sendMessage")] == [bool(shown)]


async def test_a_timeout_keeps_silent(sim: Simulator, api: Api, olga: Person) -> None:
    sim.faults.add("sendMessage", kind="timeout", seconds=30, times=1)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(api("sendMessage", chat_id=1001, text="а"), 0.2)
    assert len(olga.messages) == 1


async def test_a_share_strikes_about_so_often_and_repeats_with_the_seed(sim: Simulator, api: Api) -> None:
    async def run() -> list[int]:
        sim.faults.clear()
        sim.faults.seed(5)
        sim.faults.add("getMe", kind="500", share=0.3)
        return [(await api("getMe"))[0] for _ in range(60)]

    first, second = await run(), await run()
    assert first == second
    assert 8 <= first.count(500) <= 28


async def test_a_fault_may_concern_one_chat_only(sim: Simulator, api: Api, olga: Person) -> None:
    await sim.person(1002).say("/start")
    sim.faults.add("sendMessage", kind="500", chat_id=1002)
    await api.result("sendMessage", chat_id=1001, text="а")
    assert (await api.refusal("sendMessage", chat_id=1002, text="а"))[0] == 500


async def test_latency_is_a_round_trip(sim: Simulator, api: Api) -> None:
    sim.latency = lambda: 0.1
    start = time.monotonic()
    await api.result("getMe")
    assert time.monotonic() - start >= 0.1


async def test_the_journal_keeps_every_call_without_file_contents(
    sim: Simulator, api: Api, olga: Person
) -> None:
    await api.form("sendDocument", chat_id=1001, document=("a.txt", b"secret", "text/plain"))
    call = sim.journal[-1]
    assert (call.method, call.chat_id, call.ok) == ("sendDocument", 1001, True)
    assert call.params == {"chat_id": "1001", "document": "<a.txt, 6 bytes>"}
    assert call.at <= call.done
