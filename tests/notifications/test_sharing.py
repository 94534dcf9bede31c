"""Several senders reserve slots of one allowance: never more than it holds, and nearly all of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.sharing import (
    BELIEVED,
    FURTHEST,
    STEP_EVERY,
    Place,
    Standing,
    frozen,
    lowered,
    rate_of,
    reserve,
    wait_after,
    wait_after_arrival,
    waiting,
)


@dataclass(frozen=True)
class Turn:
    """A sender reserves after a pause, uses slots so much late or never; its messages travel so long."""

    pause: float
    late: float
    travels: float
    uses: bool


turns = st.lists(
    st.builds(
        Turn,
        st.floats(0, 0.3) | st.just(0.0),
        st.floats(0, 0.25) | st.just(0.0),
        st.floats(0, 0.3) | st.just(0.0),
        st.booleans(),
    ),
    min_size=20,
    max_size=120,
)


def most_within(moments: Sequence[float]) -> int:
    """The most messages that any sliding second holds."""
    ordered, most, first = sorted(moments), 0, 0
    for last, moment in enumerate(ordered):
        while ordered[first] <= moment - 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def play(turns: Sequence[Turn], full: float, seconds: float) -> list[float]:
    """When messages arrived; whoever has to wait for it is told before the next reservation of anybody."""
    standing, now, arrived, waits = Standing(full), 1000.0, [], {}
    for turn in turns:
        now += turn.pause
        standing, places = reserve(waiting(standing, waits), full, now, seconds)
        waits = {}
        for place in places if turn.uses else []:
            left = max(place.moment, now) + turn.late
            arrived.append(left + turn.travels)
            wait = wait_after_arrival(place, full, left, arrived[-1]) or wait_after(place, full, left)
            if wait:
                waits[place.number] = wait
    return arrived


@given(turns, st.sampled_from([(5.0, 0.1), (30.0, 0.032), (100.0, 0.05)]))
def test_whoever_reserves_and_however_slow_all_is_no_second_holds_more_than_the_limit(
    turns: list[Turn], kind: tuple[float, float]
) -> None:
    full, seconds = kind
    left = play(turns, full, seconds)
    assert not left or most_within(left) <= full


@pytest.mark.parametrize("full", [30.0, 1000.0])
@pytest.mark.parametrize("slow", [0.0, 0.03])
def test_busy_senders_use_nearly_the_whole_allowance_though_messages_travel_unevenly(
    full: float, slow: float
) -> None:
    chance = random.Random(3)
    busy = [Turn(0.0, chance.uniform(0, 0.001), chance.uniform(0, slow), True) for _ in range(625)]
    arrived = play(busy, full, 0.032)
    assert (len(arrived) - 1) / (max(arrived) - min(arrived)) >= full * 0.98
    assert most_within(arrived) <= full


def test_what_nobody_used_is_never_caught_up() -> None:
    standing, slots = reserve(Standing(30.0), 30.0, 1000.0, 1.0)
    _, later = reserve(standing, 30.0, 1500.0, 1.0)
    assert len(later) == len(slots)
    assert later[0].moment == 1500.0
    assert later[1].moment - later[0].moment == pytest.approx(1 / 29.55)


def test_nothing_is_reserved_within_a_freeze_and_the_latest_word_counts() -> None:
    standing = frozen(frozen(Standing(30.0), 1020.0), 1010.0)
    _, slots = reserve(standing, 30.0, 1000.0, 0.1)
    assert slots[0].moment == 1020.0


def test_refusals_of_one_moment_lower_the_rate_once_and_it_comes_back_by_itself() -> None:
    standing = lowered(Standing(30.0), 30.0, 1000.0, 1000.1)
    assert lowered(standing, 30.0, 1000.05, 1000.2) is standing
    assert rate_of(standing, 30.0, 1000.1 + BELIEVED) == pytest.approx(24.0)
    assert rate_of(standing, 30.0, 1000.1 + BELIEVED + 2.5 * STEP_EVERY) == pytest.approx(26.0)
    assert rate_of(standing, 30.0, 5000.0) == 30.0


def test_a_clock_that_was_put_back_stops_nobody_for_long() -> None:
    standing = Standing(30.0, number=7, at=1000.0 + 2 * FURTHEST)
    _, slots = reserve(standing, 30.0, 1000.0, 0.01)
    assert slots == [Place(7, 1001.0, 1001.0)]


def test_a_standing_is_told_and_read_again() -> None:
    standing = waiting(lowered(Standing(30.0, number=3, at=5.5), 30.0, 1.0, 2.0), {2: 5.75})
    assert Standing.of(standing.told()) == standing
