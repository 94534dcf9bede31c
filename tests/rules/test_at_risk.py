"""When a student needs help, by the thresholds of the regulation."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from journal.at_risk.rule import need
from journal.model.attendance import Absence, Presence, Reason
from journal.model.marks import Mark
from journal.regulation import preset

TODAY = date(2026, 10, 14)
RULES = preset("s3")
MOMENT = datetime(2026, 10, 1, 6, tzinfo=UTC)


def mark(value: str, subject: int = 1) -> Mark:
    return Mark(
        id=1, work_id=1, student_id=1, place=1, value=value, comment=None, date=TODAY, subject_id=subject,
        subject=f"Предмет {subject}", kind="answer", weight=Decimal(1), title=None, topic=None,
        entered_at=MOMENT, author_id=1,
    )  # fmt: skip


def absence(days_ago: int, reason: Reason | None, status: Presence = Presence.ABSENT) -> Absence:
    day = TODAY - timedelta(days=days_ago)
    return Absence(1, 1, 1, day, 1, "Алгебра", status, reason, MOMENT)


@given(st.lists(st.sampled_from("2345"), min_size=1, max_size=12))
def test_a_subject_is_failing_exactly_below_the_average_of_the_regulation(values: list[str]) -> None:
    found = need([mark(value) for value in values], {}, (), RULES, TODAY)
    mean = Decimal(sum(map(int, values))) / len(values)
    assert bool(found.weak) is (len(values) > 1 and mean < RULES.marks.failing_average)


def test_a_mark_of_the_period_speaks_louder_than_the_average() -> None:
    good, bad = [mark("5")], [mark("2")]
    assert need(good, {1: "2"}, (), RULES, TODAY).weak
    assert not need(bad, {1: "3"}, (), RULES, TODAY).weak


@given(st.integers(0, 30), st.integers(1, 20))
def test_missed_lessons_count_from_the_threshold_on(missed: int, threshold: int) -> None:
    rules = replace(RULES, attendance=replace(RULES.attendance, missed_lessons_threshold=threshold))
    found = need((), {}, [absence(1, Reason.ILL) for _ in range(missed)], rules, TODAY)
    assert (found.missed, found.missed_much, found.unexcused) == (missed, missed >= threshold, 0)


def test_an_unexplained_absence_counts_once_the_family_was_asked_long_enough() -> None:
    days = RULES.attendance.nudge_days
    assert need((), {}, [absence(days, None)], RULES, TODAY).unexcused == 0
    assert need((), {}, [absence(days + 1, None)], RULES, TODAY).unexcused == 1
    assert need((), {}, [absence(1, Reason.UNEXCUSED)], RULES, TODAY).unexcused == 1


def test_today_and_late_arrivals_do_not_count() -> None:
    late = absence(3, Reason.UNEXCUSED, Presence.LATE)
    assert not need((), {}, [absence(0, Reason.UNEXCUSED), late], RULES, TODAY).any
