"""Joining pushes into messages: fewer rings, no fact lost."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from journal.model.news import Kind
from journal.model.outbox import Grouping, Lane, Push
from notifications.grouping import FEW, next_message

NOW = datetime(2026, 10, 14, 7, tzinfo=UTC)


def push(
    number: int,
    grouping: Grouping = Grouping.FEW,
    lane: Lane = Lane.NORMAL,
    thread: str | None = None,
) -> Push:
    return Push(number, 1, Kind.MARKS, {}, lane, NOW, NOW, NOW, thread=thread, grouping=grouping)


def messages(waiting: list[Push]) -> list[list[Push]]:
    """What leaves when everything waits at once, message by message."""
    found = []
    while waiting:
        found.append(next_message(waiting))
        waiting = [one for one in waiting if one not in found[-1]]
    return found


pushes = st.builds(
    push,
    number=st.integers(1, 1000),
    grouping=st.sampled_from(Grouping),
    lane=st.sampled_from(Lane),
    thread=st.sampled_from([None, "a", "b"]),
)


@given(st.lists(pushes, min_size=1, max_size=30, unique_by=lambda one: one.id))
def test_every_push_is_in_exactly_one_message(waiting: list[Push]) -> None:
    told = [one.id for message in messages(waiting) for one in message]
    assert sorted(told) == sorted(one.id for one in waiting)


@given(st.lists(pushes, min_size=1, max_size=30, unique_by=lambda one: one.id))
def test_the_most_pressing_push_is_in_the_first_message(waiting: list[Push]) -> None:
    lead = min(waiting, key=lambda one: (one.lane, one.id))
    assert lead in next_message(waiting)


def test_a_few_come_one_by_one() -> None:
    assert [len(message) for message in messages([push(1), push(2), push(3)])] == [1, 1, 1]


def test_more_than_a_few_become_one_list_in_order() -> None:
    waiting = [push(number) for number in (4, 2, 9, 7)]
    assert len(waiting) > FEW
    assert [[one.id for one in message] for message in messages(waiting)] == [[2, 4, 7, 9]]


def test_a_card_is_one_message_from_two_on() -> None:
    waiting = [push(1, Grouping.CARD), push(2, Grouping.CARD), push(3)]
    assert [[one.id for one in message] for message in messages(waiting)] == [[1, 2], [3]]


def test_what_stands_alone_is_never_joined() -> None:
    waiting = [push(number, Grouping.ALONE) for number in range(1, 8)]
    assert [len(message) for message in messages(waiting)] == [1] * 7


def test_pushes_of_one_thread_are_one_message_even_alone() -> None:
    waiting = [
        push(1, Grouping.ALONE, thread="a"),
        push(2, Grouping.ALONE, thread="a"),
        push(3, Grouping.ALONE),
    ]
    assert [[one.id for one in message] for message in messages(waiting)] == [[1, 2], [3]]
