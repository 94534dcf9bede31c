"""The guards' memory: buckets and repeated presses, on a clock of the test's own."""

import pytest

from bot.guards import REMEMBERED, Buckets, Presses


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_a_bucket_gives_its_burst_then_its_rate(hands: Hands) -> None:
    buckets = Buckets(burst=3, per_second=2, clock=hands)
    assert [buckets.take(7) for _ in range(4)] == [True, True, True, False]
    hands.at += 0.5
    assert [buckets.take(7) for _ in range(2)] == [True, False]
    hands.at += 100
    assert [buckets.take(7) for _ in range(4)] == [True, True, True, False]


def test_one_persons_haste_is_nobody_elses_wait(hands: Hands) -> None:
    buckets = Buckets(burst=1, per_second=1, clock=hands)
    assert [buckets.take(7), buckets.take(7), buckets.take(8)] == [True, False, True]


def test_a_person_is_told_once_until_served_again(hands: Hands) -> None:
    buckets = Buckets(burst=1, per_second=1, clock=hands)
    buckets.take(7)
    buckets.take(7)
    assert [buckets.tell(7), buckets.tell(7)] == [True, False]
    buckets.take(7)
    assert buckets.tell(7) is False
    hands.at += 1
    assert buckets.take(7)
    buckets.take(7)
    assert buckets.tell(7) is True


def test_the_guards_forget_the_longest_silent(hands: Hands) -> None:
    buckets = Buckets(burst=1, per_second=0.001, clock=hands)
    for person in range(REMEMBERED + 1):
        buckets.take(person)
    assert buckets.take(0) is True
    assert buckets.take(REMEMBERED) is False


def test_the_same_press_at_once_is_one_press(hands: Hands) -> None:
    presses = Presses(hands)
    assert not presses.repeats(7, 10, "save", 100)
    presses.remember(7, 10, "save", 100)
    assert presses.repeats(7, 10, "save", 101)


@pytest.mark.parametrize(
    "press",
    [(8, 10, "save", 101), (7, 11, "save", 101), (7, 10, "undo", 101), (7, 10, "save", 100)],
    ids=["another person", "another message", "another button", "the same update tried again"],
)
def test_another_press_is_another_press(hands: Hands, press: tuple[int, int, str, int]) -> None:
    presses = Presses(hands)
    presses.remember(7, 10, "save", 100)
    assert not presses.repeats(*press)


def test_a_press_a_moment_later_is_meant(hands: Hands) -> None:
    presses = Presses(hands)
    presses.remember(7, 10, "save", 100)
    hands.at += 0.5
    assert not presses.repeats(7, 10, "save", 101)


def test_a_press_between_makes_the_next_one_meant(hands: Hands) -> None:
    presses = Presses(hands)
    presses.remember(7, 10, "next", 100)
    presses.remember(7, 10, "previous", 101)
    assert not presses.repeats(7, 10, "next", 102)
