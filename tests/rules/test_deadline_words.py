"""Deadlines are said as people say them."""

from datetime import date, datetime

import pytest

from handlers.deadlines import due
from locales.texts import Texts
from tests.support.school import ZONE

DAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (datetime(2026, 10, 14, 17, tzinfo=ZONE), "17:00"),
        (datetime(2026, 10, 15, 12, tzinfo=ZONE), "15.10, 12:00"),
        (datetime(2026, 10, 15, tzinfo=ZONE), "до конца дня"),
        (datetime(2026, 10, 22, tzinfo=ZONE), "до конца 21.10"),
    ],
)
def test_the_end_of_a_day_is_never_twenty_four_o_clock(until: datetime, said: str) -> None:
    assert due(until, DAY, ZONE, Texts("ru", {})) == said
