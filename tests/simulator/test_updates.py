"""Long polling: order, confirmation by offset, one poller at a time, kinds, a day's memory."""

import asyncio
from typing import Any

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import Api, until

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_in_order_and_again_until_confirmed(api: Api, olga: Person) -> None:
    for text in ("раз", "два", "три"):
        await olga.say(text)
    updates = await api.result("getUpdates")
    assert texts(updates) == ["раз", "два", "три"]
    assert [update["update_id"] - updates[0]["update_id"] for update in updates] == [0, 1, 2]
    assert await api.result("getUpdates") == updates
    assert texts(await api.result("getUpdates", offset=updates[1]["update_id"], limit=1)) == ["два"]
    assert texts(await api.result("getUpdates")) == ["два", "три"]
    assert texts(await api.result("getUpdates", offset=-1)) == ["три"]
    assert texts(await api.result("getUpdates")) == ["три"]


async def test_a_waiting_poll_ends_when_something_comes(sim: Simulator, api: Api, olga: Person) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=5))
    await until(lambda: sim.world.updates.polled)
    await olga.say("поздно")
    assert texts(await asyncio.wait_for(poll, 4)) == ["поздно"]


async def test_an_empty_poll_ends_after_its_timeout(api: Api) -> None:
    assert await asyncio.wait_for(api.result("getUpdates", timeout=1), 5) == []


async def test_a_second_poller_ends_the_first_with_a_conflict(sim: Simulator, api: Api, olga: Person) -> None:
    first = asyncio.create_task(api.refusal("getUpdates", timeout=5))
    await until(lambda: sim.world.updates.polled)
    second = asyncio.create_task(api.result("getUpdates", timeout=5))
    assert await asyncio.wait_for(first, 4) == (409, CONFLICT)
    await olga.say("второму")
    assert texts(await asyncio.wait_for(second, 4)) == ["второму"]


async def test_close_ends_a_waiting_poll(sim: Simulator, api: Api) -> None:
    poll = asyncio.create_task(api.refusal("getUpdates", timeout=5))
    await until(lambda: sim.world.updates.polled)
    await api.result("close")
    assert await asyncio.wait_for(poll, 4) == (500, "Internal Server Error: restart")


async def test_only_wanted_kinds_are_kept(api: Api, olga: Person) -> None:
    await api.result("getUpdates", allowed_updates=["callback_query"])
    await olga.say("не нужно")
    await olga.press_data(1, "нужно")
    (update,) = await api.result("getUpdates")
    assert update["callback_query"]["data"] == "нужно"
    await api.result("getUpdates", offset=update["update_id"] + 1, allowed_updates=[])
    await olga.say("снова нужно")
    assert texts(await api.result("getUpdates")) == ["снова нужно"]


async def test_updates_are_forgotten_after_a_day(sim: Simulator, api: Api, olga: Person) -> None:
    await olga.say("вчерашнее")
    sim.clock.advance(24 * 3600 + 1)
    await olga.say("сегодняшнее")
    assert texts(await api.result("getUpdates")) == ["сегодняшнее"]


async def test_an_injected_update_comes_as_it_is(api: Api, olga: Person) -> None:
    await olga.inject({"message": {"text": 5}})
    await olga.inject({"update_id": 7, "poll": None})
    first, second = await api.result("getUpdates")
    assert first["message"] == {"text": 5}
    assert second == {"update_id": 7, "poll": None}


@pytest.mark.parametrize("blocked", [True, False])
async def test_blocking_is_told_once(api: Api, olga: Person, blocked: bool) -> None:
    olga.block()
    olga.block()
    if not blocked:
        olga.unblock()
    last = (await api.result("getUpdates"))[-1]["my_chat_member"]
    assert last["new_chat_member"]["status"] == ("kicked" if blocked else "member")
    assert len(await api.result("getUpdates")) == (1 if blocked else 2)


async def test_an_update_can_be_repeated_under_its_old_number_or_a_new_one(
    sim: Simulator, api: Api, olga: Person
) -> None:
    await olga.say("раз")
    update = sim.world.updates.history[-1]
    await olga.inject(update)
    await olga.inject({"message": update["message"]})
    first, same, other = await api.result("getUpdates")
    assert first == same
    assert other["message"] == first["message"]
    assert other["update_id"] == first["update_id"] + 1
