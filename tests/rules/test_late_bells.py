"""Where lessons end after the deadline of their own day, whoever sets the school up is told."""

from datetime import time

import pytest

from journal.lessons.bells import after_deadline
from journal.model.school import Bell
from journal.regulation import PRESETS, preset

FIRST = [Bell(1, time(8, 30), time(9, 15)), Bell(6, time(13, 25), time(14, 10))]
SECOND = [
    Bell(1, time(14, 0), time(14, 45)),
    Bell(4, time(16, 15), time(17)),
    Bell(5, time(17, 10), time(17, 55)),
]


def test_the_first_slot_that_ends_at_the_deadline_is_named_with_the_clause() -> None:
    (late,) = after_deadline({2: reversed(SECOND), 1: FIRST}, preset("s3"))
    assert (late.shift, late.bell.slot, late.due, late.clause.number) == (2, 4, time(17), "4.5-D2")


@pytest.mark.parametrize("name", sorted(set(PRESETS) - {"s3"}))
def test_a_deadline_at_night_or_after_the_last_lesson_warns_of_nothing(name: str) -> None:
    assert after_deadline({1: FIRST, 2: SECOND}, preset(name)) == []


def test_a_lesson_that_ends_at_night_is_late_where_homework_follows_the_last_lesson() -> None:
    late = after_deadline({2: [Bell(8, time(20, 20), time(21, 5))]}, preset("s4"))
    assert [(one.bell.slot, one.due) for one in late] == [(8, time(21))]
