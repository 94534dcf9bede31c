"""Who is there, read off the day's registers."""

from journal.control.roll import absent_now, absent_today, eating, late
from journal.model.attendance import Presence
from journal.model.control import TakenRegister

ABSENT, LATE = Presence.ABSENT, Presence.LATE


def taken(slot: int, expected: set[int], **statuses: Presence) -> TakenRegister:
    named = {int(key.removeprefix("s")): status for key, status in statuses.items()}
    return TakenRegister(slot, 11, slot, frozenset(expected), named)


def test_whoever_came_to_a_later_lesson_is_here_now() -> None:
    first, second = taken(1, {1, 2}, s1=ABSENT, s2=ABSENT), taken(2, {1, 2}, s1=LATE, s2=ABSENT)
    assert absent_now([second, first]) == {2}


def test_whoever_missed_a_lesson_was_absent_today_wherever_they_are_now() -> None:
    first, second = taken(1, {1, 2}, s1=ABSENT, s2=LATE), taken(2, {1, 2}, s2=Presence.LEFT_EARLY)
    assert absent_today([first, second]) == {1}


def test_a_subgroup_speaks_only_for_its_own_students() -> None:
    whole, subgroup = taken(1, {1, 2}, s2=ABSENT), taken(2, {1})
    assert absent_now([whole, subgroup]) == {2}


def test_whoever_left_early_is_not_here_now() -> None:
    assert absent_now([taken(1, {1}, s1=Presence.LEFT_EARLY)]) == {1}


def test_before_the_first_register_nobody_counts_for_lunch_and_nobody_is_absent() -> None:
    assert eating([]) is None
    assert absent_now([]) == frozenset()


def test_lunch_is_counted_at_the_first_lesson_of_all_subgroups() -> None:
    halves = [taken(1, {1, 2}, s1=ABSENT), taken(1, {3, 4}, s3=LATE)]
    assert eating([*halves, taken(2, {1, 2, 3, 4})]) == 3


def test_late_arrivals_come_in_the_order_of_the_day() -> None:
    assert late([taken(3, {1, 2}, s2=LATE), taken(1, {1, 2}, s1=LATE)]) == [(1, 1), (2, 3)]
