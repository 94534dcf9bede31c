"""The journal's letters of absence: the school's own, and no cause for whoever need not know it."""

import pytest

from journal.attendance.signs import sign
from journal.model.attendance import Presence, Reason
from journal.model.register import Standing
from journal.regulation import from_toml, preset

ABSENT, LATE = Presence.ABSENT, Presence.LATE


@pytest.mark.parametrize(
    ("standing", "with_reasons", "without"),
    [
        (Standing(ABSENT), "н", "н"),
        (Standing(ABSENT, Reason.ILL), "б", "н"),
        (Standing(ABSENT, Reason.FAMILY), "у", "н"),
        (Standing(ABSENT, Reason.EXCUSED), "у", "н"),
        (Standing(ABSENT, Reason.UNEXCUSED), "н", "н"),
        (Standing(LATE), "о", "о"),
        (Standing(LATE, Reason.WILL_BE_LATE), "о", "о"),
    ],
)
def test_a_cell_has_the_sign_of_its_cause(standing: Standing, with_reasons: str, without: str) -> None:
    assert sign(standing, preset("s3")) == with_reasons
    assert sign(standing, preset("s3"), reasons=False) == without


def test_a_school_has_letters_of_its_own() -> None:
    own = from_toml('preset = "s3"\n[attendance]\nabsent_sign = "нб"\nill_sign = "бол"\n')
    assert sign(Standing(ABSENT, Reason.ILL), own) == "бол"
    assert sign(Standing(ABSENT), own) == "нб"
