"""The allowance: 30 a second per bot, 1 a second per chat with bursts, 429 with retry_after."""

import asyncio

import pytest

from simulator import Person, Simulator
from simulator.clock import Clock
from simulator.errors import Refusal
from simulator.limits import Limits
from tests.simulator.conftest import Api


class Frozen(Clock):
    """A clock that only moves when told."""

    def elapsed(self) -> float:
        return 1000.0 + self.offset


@pytest.fixture
def limits() -> Limits:
    return Limits(Frozen())


def retry_after(limits: Limits, chat_id: int, *, paid: bool = False, count: int = 1) -> int | None:
    """The 429's pause for one more message to a chat, None when it passes."""
    try:
        limits.spend("sendMessage", chat_id, count, paid=paid)
    except Refusal as refusal:
        return refusal.retry_after
    return None


def test_thirty_messages_a_second_pass_and_the_next_waits(limits: Limits) -> None:
    assert [retry_after(limits, chat) for chat in range(30)] == [None] * 30
    assert retry_after(limits, 31) == 3
    limits.clock.advance(1.5)
    assert retry_after(limits, 31) == 2, "refused until the pause is over, though the second has passed"
    limits.clock.advance(1.6)
    assert retry_after(limits, 31) is None


def test_the_second_slides(limits: Limits) -> None:
    for chat in range(15):
        assert retry_after(limits, chat) is None
    limits.clock.advance(0.9)
    for chat in range(15):
        assert retry_after(limits, 100 + chat) is None
    limits.clock.advance(0.2)
    assert [retry_after(limits, 200 + chat) for chat in range(16)] == [None] * 15 + [3]


def test_a_chat_takes_a_short_burst_and_then_one_a_second(limits: Limits) -> None:
    limits.chat_burst = 3
    assert [retry_after(limits, 1) for _ in range(4)] == [None, None, None, 1]
    assert retry_after(limits, 2) is None, "another chat is not concerned"
    limits.clock.advance(1.0)
    assert [retry_after(limits, 1) for _ in range(2)] == [None, 1]
    limits.clock.advance(10)
    assert [retry_after(limits, 1) for _ in range(4)] == [None, None, None, 1]


def test_the_letter_of_the_documentation_is_one_a_second(limits: Limits) -> None:
    limits.chat_burst = 1
    assert retry_after(limits, 1) is None
    assert retry_after(limits, 1) == 1


def test_paid_broadcasts_have_a_wider_allowance(limits: Limits) -> None:
    assert all(retry_after(limits, chat, paid=True) is None for chat in range(1000))
    assert retry_after(limits, 5000, paid=True) == 3


def test_an_album_counts_its_messages(limits: Limits) -> None:
    assert [retry_after(limits, chat, count=10) for chat in range(3)] == [None] * 3
    assert retry_after(limits, 9) == 3


def test_figures_may_change_at_any_time_and_the_limit_may_be_off(limits: Limits) -> None:
    limits.per_bot = 2
    assert [retry_after(limits, chat) for chat in range(3)] == [None, None, 3]
    limits.enabled = False
    assert all(retry_after(limits, 1) is None for _ in range(100))


async def test_the_bot_hears_429_with_the_seconds_to_wait(sim: Simulator, api: Api, olga: Person) -> None:
    sim.limits.chat_burst, sim.limits.clock = 2, Frozen()
    answers = [await api("sendMessage", chat_id=1001, text="а") for _ in range(3)]
    answer = answers[-1][1]
    assert [code for code, _ in answers] == [200, 200, 429]
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert len(olga.messages) == 3, "/start and two messages"
    await api.result("editMessageText", chat_id=1001, message_id=olga.last.id, text="правка не считается")


async def test_a_wrong_request_costs_nothing(sim: Simulator, api: Api, olga: Person) -> None:
    sim.limits.chat_burst = 1
    for _ in range(3):
        assert (await api.refusal("sendMessage", chat_id=1001))[0] == 400
    await api.result("sendMessage", chat_id=1001, text="а")


async def test_thirty_at_once_through_http(sim: Simulator, api: Api) -> None:
    sim.limits.clock = Frozen()
    for number in range(2000, 2040):
        person = sim.add(Person(number, f"Н{number}"))
        await person.say("/start")
    calls = [api("sendMessage", chat_id=number, text="а") for number in range(2000, 2040)]
    statuses = [status for status, _ in await asyncio.gather(*calls)]
    assert statuses.count(200) == 30
    assert statuses.count(429) == 10
