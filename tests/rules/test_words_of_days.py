"""How days and averages are told in words."""

from datetime import date
from decimal import Decimal

import pytest

from locales.texts import Texts


@pytest.mark.parametrize(
    ("first", "last", "russian", "english"),
    [
        (date(2026, 10, 12), date(2026, 10, 18), "12–18 октября", "12–18 October"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 октября – 3 ноября", "28 October – 3 November"),
        (
            date(2026, 12, 28),
            date(2027, 1, 3),
            "28 декабря 2026 – 3 января 2027",
            "28 December 2026 – 3 January 2027",
        ),
        (date(2026, 10, 14), date(2026, 10, 14), "14 октября", "14 October"),
    ],
)
def test_a_span_of_days_names_nothing_twice(first: date, last: date, russian: str, english: str) -> None:
    assert Texts("ru").days(first, last) == russian
    assert Texts("en").days(first, last) == english


def test_an_average_has_two_digits_and_no_idle_noughts() -> None:
    t = Texts("ru")
    assert t.average(Decimal(13) / 3) == "4,33"
    assert t.average(Decimal("4.50")) == "4,5"
