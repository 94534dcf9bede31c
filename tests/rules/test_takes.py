"""How many fives a better mark takes: told however many they are, and no fewer would do."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from handlers.diary.screens.marks import FAR
from journal.diary.averages import rounded, takes
from tests.rules.test_pictures import mark

GIVEN = st.lists(st.integers(2, 5), min_size=1, max_size=6)


@given(GIVEN)
def test_a_better_mark_is_never_called_out_of_reach_by_silence(values: list[int]) -> None:
    mean = Decimal(sum(values)) / len(values)
    needed = takes([mark(day, str(value), 1) for day, value in enumerate(values)], FAR)
    if rounded(mean) == 5:
        assert needed is None
        return
    assert needed is not None
    fewer = (Decimal(sum(values)) + 5 * (needed.count - 1)) / (len(values) + needed.count - 1)
    assert rounded(needed.average) > rounded(mean) >= rounded(fewer)
