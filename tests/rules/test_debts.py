"""Debts told from works: what may be retaken, what was not handed in, what was missed, what was put right."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.debts.rule import owed, put_right
from journal.model.debts import DebtKind, GivenMark, OwnWork
from journal.model.marks import DEBT
from journal.model.people import Person
from journal.regulation import preset

TODAY, AT = date(2026, 10, 14), datetime(2026, 10, 12, 9, tzinfo=UTC)
S3 = preset("s3")
TEACHER = Person(1, "Кузнецова", "Анна", "Сергеевна")


def mark(value: str, *, later: int = 0, until: int | None = None, number: int = 1) -> GivenMark:
    """A mark given `later` minutes on, to be put right within `until` days."""
    last = None if until is None else TODAY + timedelta(days=until)
    return GivenMark(number, value, AT + timedelta(minutes=later), last)


def work(
    *given: GivenMark,
    kind: str = "control",
    absent: bool = False,
    marked: bool = True,
    number: int = 1,
) -> OwnWork:
    return OwnWork(
        number, 21, "Алгебра", kind, None, TODAY - timedelta(days=2), TEACHER, given, absent, marked
    )


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (work(mark("2", until=3)), DebtKind.RETAKE),
        (work(mark("2", until=0)), DebtKind.RETAKE),
        (work(mark("2", until=-1)), None),
        (work(mark("2")), None),
        (work(mark("3")), None),
        (work(mark("2", until=3), mark("4", later=60)), None),
        (work(mark("2", until=3), mark("2", later=60, until=3)), DebtKind.RETAKE),
        (work(mark("4"), mark("2", until=3)), DebtKind.RETAKE),
        (work(mark(DEBT, until=3)), DebtKind.UNSUBMITTED),
        (work(mark(DEBT, until=-3)), DebtKind.UNSUBMITTED),
        (work(mark(DEBT, until=3), mark("5", later=60)), None),
        (work(absent=True), DebtKind.MISSED),
        (work(absent=False), None),
        (work(absent=True, marked=False), None),
        (work(absent=True, kind="answer"), None),
        (work(absent=True, kind="abolished"), None),
        (work(mark("4"), absent=True), None),
    ],
)
def test_what_is_owed(one: OwnWork, kind: DebtKind | None) -> None:
    assert [debt.kind for debt in owed([one], S3, TODAY)] == ([kind] if kind else [])


def test_the_most_urgent_debt_comes_first_and_those_without_a_day_last() -> None:
    works = [
        work(absent=True, number=1),
        work(mark("2", until=6), number=2),
        work(mark(DEBT, until=-2), number=3),
        work(mark("2", until=1), number=4),
    ]
    assert [debt.work.id for debt in owed(works, S3, TODAY)] == [3, 4, 2, 1]


def test_a_retake_in_place_of_the_old_mark_shows_both() -> None:
    (again,) = put_right([work(mark("4", number=7))], {7: "2"}, S3)
    assert (again.before, again.mark.value) == ("2", "4")


def test_a_retake_beside_the_old_mark_shows_both() -> None:
    (again,) = put_right([work(mark("2"), mark("4", later=60))], {}, S3)
    assert (again.before, again.mark.value) == ("2", "4")


def test_a_pair_of_marks_given_at_once_is_no_retake() -> None:
    assert put_right([work(mark("2", until=3), mark("4"))], {}, S3) == ()


@given(
    st.lists(
        st.lists(
            st.builds(
                mark,
                st.sampled_from(["2", "3", "5", DEBT, "н/а", "зач"]),
                later=st.integers(0, 9),
                until=st.none() | st.integers(-5, 5),
            ),
            max_size=3,
        ),
        max_size=6,
    )
)
def test_no_work_is_owed_and_put_right_at_once(given_marks: list[list[GivenMark]]) -> None:
    works = [work(*marks, number=number) for number, marks in enumerate(given_marks)]
    debts = {debt.work.id for debt in owed(works, S3, TODAY) if debt.kind is DebtKind.UNSUBMITTED}
    assert all(works[number].marks[-1].value == DEBT for number in debts)
    assert len(owed(works, S3, TODAY)) <= len(works)
    assert all(again.before in ("2", DEBT) for again in put_right(works, {}, S3))
