"""The forecast of a period mark: chances that add up, follow the marks, and grow surer."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.forecast.words import shared
from journal.forecast.rule import forecast
from journal.model.forecast import Forecast

SCALE = (2, 3, 4, 5)
MARKS = st.lists(
    st.tuples(st.sampled_from(SCALE), st.sampled_from([Decimal("0.5"), Decimal(1), Decimal(2)])),
    min_size=1,
    max_size=40,
)
SHARES = st.floats(0.05, 1.0)


def of(*values: int, passed: float = 0.5) -> Forecast:
    return forecast([(value, Decimal(1)) for value in values], SCALE, 4.0, passed)


@pytest.mark.requirement("R-155")
@given(MARKS, SHARES)
def test_the_chances_of_all_marks_make_one(marks: list[tuple[int, Decimal]], passed: float) -> None:
    found = forecast(marks, SCALE, 4.0, passed)
    assert sorted(mark for mark, _ in found.chances) == list(SCALE)
    assert sum(chance for _, chance in found.chances) == pytest.approx(1)
    assert all(0 <= chance <= 1 for _, chance in found.chances)
    assert found.count == len(marks)


@given(MARKS, SHARES)
def test_a_better_mark_never_makes_the_best_one_less_likely(
    marks: list[tuple[int, Decimal]], passed: float
) -> None:
    def mean(chances: Forecast) -> float:
        return sum(mark * chance for mark, chance in chances.chances)

    lifted = [(min(5, value + 1), weight) for value, weight in marks]
    before, after = forecast(marks, SCALE, 4.0, passed), forecast(lifted, SCALE, 4.0, passed)
    assert mean(after) >= mean(before) - 0.02


def test_the_likeliest_mark_is_the_one_the_average_leads_to_once_the_period_ends() -> None:
    assert of(4, 4, 5, 4, 3, 4, passed=1.0).likely == 4
    assert of(5, 5, 5, 5, passed=1.0).chance(5) > 0.95


def test_more_marks_of_the_same_kind_make_it_surer() -> None:
    assert of(*[5] * 12).chance(5) > of(*[5] * 3).chance(5)


def test_the_same_marks_say_more_late_in_the_period() -> None:
    assert of(5, 4, 5, 4, 5, passed=0.9).chance(5) < of(5, 4, 5, 4, 5, 5, passed=0.9).chance(5)
    steady = (4, 4, 3, 4)
    assert of(*steady, passed=0.95).chance(4) > of(*steady, passed=0.2).chance(4)


def test_a_heavier_mark_counts_for_more() -> None:
    light = forecast([(5, Decimal(1)), (3, Decimal(1)), (3, Decimal(1))], SCALE, 4.0, 0.5)
    heavy = forecast([(5, Decimal(3)), (3, Decimal(1)), (3, Decimal(1))], SCALE, 4.0, 0.5)
    assert heavy.average > light.average
    assert heavy.chance(5) > light.chance(5)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.integers(0, 40))
def test_shares_in_whole_numbers_add_up(shares: list[float], total: int) -> None:
    given_out = shared(list(enumerate(shares)), total)
    assert sum(given_out.values()) == (total if sum(shares) > 0 else given_out_nothing(given_out))


def given_out_nothing(given_out: dict[int, int]) -> int:
    """Where nothing has a share, nothing goes beyond one each."""
    assert all(count in (0, 1) for count in given_out.values())
    return sum(given_out.values())
