"""Slots and spacing: as even as they can be, and never more than the messenger allows."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.outbox import Lane
from notifications.lanes import Turns
from notifications.pacing import SHARE, Chats, Slots


def _most_within(moments: list[float], window: float) -> int:
    """The most messages that any sliding window of that length holds."""
    return max(sum(start <= other < start + window for other in moments) for start in moments)


@pytest.mark.parametrize("rate", [30, 1000])
def test_a_busy_bot_uses_nearly_the_whole_allowance_and_never_more(rate: int) -> None:
    slots, now, moments = Slots(rate), 0.0, []
    for _ in range(rate * 10):
        now = slots.take(now).at
        moments.append(now)
    assert len(moments) / (moments[-1] - moments[0]) >= rate * 0.98
    assert _most_within(moments[: rate * 2], 1.0) <= rate


@given(st.lists(st.floats(0, 2), min_size=2, max_size=200))
def test_whatever_the_pauses_no_window_holds_more_than_the_allowance(pauses: list[float]) -> None:
    slots, now, moments = Slots(10), 100.0, []
    for pause in pauses:
        now = slots.take(now + pause if pause > 1.5 else now).at
        moments.append(now)
    assert _most_within(moments, 1.0) <= 10
    assert moments == sorted(moments)


def test_late_wake_ups_do_not_add_up() -> None:
    slots, now, left = Slots(100), 0.0, []
    clumsy = random.Random(7)
    for _ in range(1000):
        moment = slots.take(now).at
        left.append(moment)
        now = moment + clumsy.uniform(0, 0.004)
    assert (left[-1] - left[0]) / 999 == pytest.approx(1 / (100 * SHARE), rel=0.01)


@given(st.lists(st.floats(0, 0.3), min_size=50, max_size=200), st.sampled_from([5, 30, 100]))
def test_however_a_busy_machine_dozes_no_window_holds_more_than_the_allowance(
    dozes: list[float], rate: int
) -> None:
    slots, now, moments = Slots(rate), 0.0, []
    for doze in dozes:
        slot = slots.take(now)
        now = slot.used(slot.at + (doze if doze > 0.2 else 0))
        moments.append(now)
    assert all(later - first > 1.0 for first, later in zip(moments, moments[rate:], strict=False))


def test_what_a_short_doze_missed_is_made_up() -> None:
    slots, now = Slots(1000), 0.0
    for turn in range(5000):
        slot = slots.take(now)
        now = slot.used(slot.at + (0.006 if turn % 100 == 0 else 0))
    assert 5000 / now >= 1000 * 0.98


def test_after_a_pause_nothing_is_caught_up() -> None:
    slots = Slots(10)
    slots.take(0.0)
    first, second = slots.take(60.0), slots.take(60.0)
    assert second.at - first.at == pytest.approx(slots.interval)


def test_nothing_leaves_before_a_freeze_is_over_and_the_longest_counts() -> None:
    slots = Slots(10)
    slots.freeze(20.0)
    slots.freeze(12.0)
    assert slots.frozen(5.0) == 15.0
    assert slots.take(5.0).at == 20.0
    assert slots.frozen(21.0) == 0.0


def test_a_chat_rests_after_its_message_and_others_do_not() -> None:
    chats = Chats(1.0)
    chats.sent(1, 10.0)
    chats.sent(2, 10.6)
    assert set(chats.resting(10.5)) == {1, 2}
    assert set(chats.resting(11.2)) == {2}
    assert chats.resting(12.0) == {}


def test_a_refused_chat_rests_as_long_as_it_was_told_whatever_else_leaves() -> None:
    chats = Chats(1.0)
    chats.rests(1, 30.0)
    chats.sent(1, 10.0)
    assert chats.resting(29.0) == {1: 30.0}


def test_the_urgent_lane_leads_and_nobody_starves() -> None:
    turns = Turns()
    taken = [turns.choose(list(Lane)) for _ in range(160)]
    assert taken[0] is Lane.URGENT
    assert taken.count(Lane.URGENT) == 120
    assert taken.count(Lane.NORMAL) == 30
    assert taken.count(Lane.BULK) == 10
    assert max(_gaps(taken, Lane.BULK)) <= 20


def test_an_urgent_message_amid_the_bulk_takes_the_next_turn() -> None:
    turns = Turns()
    for _ in range(57):
        turns.choose([Lane.BULK])
    assert turns.choose([Lane.URGENT, Lane.BULK]) is Lane.URGENT


def _gaps(taken: list[Lane], lane: Lane) -> list[int]:
    places = [place for place, found in enumerate(taken) if found is lane]
    return [later - earlier for earlier, later in pairwise(places)]
