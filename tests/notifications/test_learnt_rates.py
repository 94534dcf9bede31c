"""A strict messenger and the sender's pace, in time that passes at once: who refuses, who waits."""

import asyncio
import random
import selectors
from collections.abc import Coroutine
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bench.botapi.limits import Limits
from bench.botapi.rules import Rules
from notifications.learning import Learner
from notifications.pace import Pace
from notifications.pacing import Slot
from notifications.refusals import DOUBT, Refusals


class SwiftLoop(asyncio.SelectorEventLoop):
    """Time passes only while everybody sleeps, and then at once."""

    def __init__(self) -> None:
        super().__init__(_Swift(self))
        self.moment = 1000.0

    def time(self) -> float:
        return self.moment


class _Swift(selectors.DefaultSelector):  # type: ignore[misc, valid-type]
    def __init__(self, loop: SwiftLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> Any:
        self._loop.moment += timeout or 0.0
        return super().select(0)


@dataclass
class Flow:
    """Everything wants to leave at once to ever new chats; the messenger answers in 40 ± 15 ms."""

    loop: SwiftLoop
    rules: Rules = field(default_factory=lambda: Rules(spacing=0))
    seed: int = 1
    taken: list[float] = field(default_factory=list)
    # When each refusal was heard of, and until when it holds.
    refused: list[tuple[float, float]] = field(default_factory=list)
    left: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pace = Pace(timer=self)
        self._limits = Limits(self.rules)
        self._dice = random.Random(self.seed)

    def now(self) -> float:
        return self.loop.moment

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def send(self, seconds: float) -> None:
        ends = self.now() + seconds
        async with asyncio.TaskGroup() as calls:
            for chat in count(1):
                slot = await self.pace.free.slot()
                if self.now() > ends:
                    return
                if not self.pace.free.frozen():
                    calls.create_task(self._call(chat, slot))

    async def answer(self, chat: int, slot: Slot) -> None:
        """A reply beside: the messenger counts it with the others."""
        await self._call(chat, slot)

    async def _call(self, chat: int, slot: Slot) -> None:
        left_at = self.pace.left(chat, slot)
        self.left.append(left_at)
        leg = self._dice.uniform(0.025, 0.055) / 2
        await asyncio.sleep(leg)
        wait = self._limits.refused("token", chat, False, self.now())
        if not wait:
            self.taken.append(self.now())
        await asyncio.sleep(leg)
        if wait:
            self.refused.append((self.now(), self.now() + wait))
            self.pace.refused(chat, left_at, wait, paid=False)
        else:
            self.pace.arrived(chat, left_at, paid=False)

    def rate(self, since: float, until: float) -> float:
        return sum(since <= at < until for at in self.taken) / (until - since)


def live(story: Coroutine[Any, Any, None], loop: SwiftLoop) -> None:
    try:
        loop.run_until_complete(story)
    finally:
        loop.close()


@pytest.mark.parametrize(("seed", "lower"), [(1, 10), (2, 20), (3, 20), (4, 25), (5, 29)])
def test_a_limit_that_drops_silently_is_found_by_a_few_refusals(seed: int, lower: int) -> None:
    loop = SwiftLoop()
    flow = Flow(loop, seed=seed)

    async def story() -> None:
        await flow.send(6)
        assert not flow.refused
        flow.rules.rate = lower
        await flow.send(40)

    live(story(), loop)
    assert 1 <= len(flow.refused) <= 5
    assert flow.rate(1016, 1045) >= 0.95 * lower
    for heard, until in flow.refused:
        assert not [at for at in flow.left if heard < at < until]


@settings(max_examples=20, deadline=None, phases=[Phase.generate])
@given(
    st.integers(0, 10**6),
    st.lists(st.tuples(st.floats(0, 9), st.floats(0, 0.2)), max_size=10),
)
def test_a_machine_that_halts_now_and_then_meets_no_refusal(
    seed: int, halts: list[tuple[float, float]]
) -> None:
    loop = SwiftLoop()
    flow = Flow(loop, seed=seed)

    def halt(seconds: float) -> None:
        loop.moment += seconds

    for at, seconds in halts:
        loop.call_at(1000 + at, halt, seconds)
    flow.rules.rate = 0
    live(flow.send(12), loop)
    # The network and the messenger did not halt.
    dice = random.Random(seed)
    came = sorted(at + dice.uniform(0.0125, 0.0275) for at in flow.left)
    assert all(later - first > 1.0 for first, later in zip(came, came[30:], strict=False))
    assert len(came) / 12 >= 30 * 0.975 - sum(seconds for _, seconds in halts) * 30 / 12


def test_a_learnt_rate_grows_again_slowly_and_is_doubted_longer_each_time() -> None:
    learner = Learner(30)
    for number in range(20):
        learner.passed(100 + number / 25)
    learner.refused(100.9, 100.95)
    assert learner.rate(102) == 20
    assert learner.rate(165) == 20
    assert learner.rate(175) == 21
    learner.refused(175.5, 175.6)
    lowered = learner.rate(177)
    assert lowered == pytest.approx(21 * 0.95)
    assert learner.rate(177 + 65 + 12) == lowered
    assert learner.rate(10_000) == 30


def test_one_chat_that_floods_itself_pauses_the_bot_only_shortly() -> None:
    refusals = Refusals()
    first = refusals.refused(1, 100.0, 700.0)
    assert first.until == 100.0 + DOUBT
    assert not first.sure
    refusals.let_through(105.1)
    assert refusals.refused(1, 106.0, 700.0).until == 106.0 + DOUBT


def test_two_chats_refused_with_nothing_between_are_the_bots_matter() -> None:
    refusals = Refusals()
    refusals.refused(1, 100.0, 700.0)
    # What left before the refusal says nothing of what is refused now.
    refusals.let_through(99.9)
    second = refusals.refused(2, 105.1, 130.0)
    assert second.until == 130.0
    assert second.sure
