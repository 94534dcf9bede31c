"""Which lesson is «now», and where a page stands in its plan."""

from datetime import UTC, datetime, timedelta

import pytest

from journal.lessons.day import at_hand, register_first
from journal.model.lessons import Lesson, LessonStatus
from journal.model.plans import PlanRow
from journal.plans.pointer import next_row

DAY = datetime(2026, 10, 14, tzinfo=UTC)


def lesson(number: int, starts: str, ends: str, **more: object) -> Lesson:
    def at(text: str) -> datetime:
        hours, minutes = text.split(":")
        return DAY + timedelta(hours=int(hours), minutes=int(minutes))

    known: dict[str, object] = {
        "id": number,
        "unit_id": 11,
        "unit_name": "7Б",
        "class_id": 11,
        "grade": 7,
        "subject_id": 21,
        "subject": "Алгебра",
        "markless": False,
        "date": DAY.date(),
        "slot": number,
        "starts_at": at(starts),
        "ends_at": at(ends),
        "teacher_id": 101,
        "second_teacher_id": None,
        "substitute_id": None,
        "room": None,
        "status": LessonStatus.PLANNED,
        "topic": None,
    }
    return Lesson(**{**known, **more})  # type: ignore[arg-type]


LESSONS = (lesson(1, "8:30", "9:15"), lesson(2, "9:25", "10:10"), lesson(4, "11:25", "12:10"))


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("7:00", 1),
        ("8:20", 1),
        ("8:30", 1),
        ("9:14", 1),
        ("9:15", 2),
        ("9:25", 2),
        ("10:30", 2),
        ("11:10", 4),
        ("11:25", 4),
        ("12:10", 4),
        ("23:00", 4),
    ],
)
def test_now_is_the_running_lesson_or_the_nearest_one(time: str, expected: int) -> None:
    hours, minutes = time.split(":")
    found = at_hand(LESSONS, DAY + timedelta(hours=int(hours), minutes=int(minutes)))
    assert found is not None
    assert found.id == expected


def test_a_cancelled_lesson_is_never_now() -> None:
    cancelled = lesson(2, "9:25", "10:10", status=LessonStatus.CANCELLED)
    assert at_hand([cancelled], cancelled.starts_at) is None


def test_now_opens_the_register_only_while_it_is_untaken_and_the_class_is_here() -> None:
    running = LESSONS[0]
    taken = lesson(1, "8:30", "9:15", register_taken_at=DAY)
    assert register_first(running, running.starts_at)
    assert not register_first(running, running.ends_at)
    assert not register_first(running, running.starts_at - timedelta(hours=1))
    assert not register_first(taken, taken.starts_at)


ROWS = (PlanRow(1, 1, "Числа"), PlanRow(2, 2, "Степень", hours=2), PlanRow(3, 3, "Корень"))


@pytest.mark.requirement("R-082")
@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, 1), ({1: 1}, 2), ({1: 1, 2: 1}, 2), ({1: 1, 2: 2}, 3), ({3: 1}, None), ({2: 2}, 3)],
)
def test_the_next_topic_follows_the_last_one_given(given: dict[int, int], expected: int | None) -> None:
    row = next_row(ROWS, given)
    assert (row.id if row else None) == expected


def test_a_page_without_a_plan_has_no_next_topic() -> None:
    assert next_row((), {}) is None
