"""A sentence ends with one full stop, whatever its last word is."""

import pytest
from markupsafe import Markup

from locales.texts import Texts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Белова М. И.", "Sent: Белова М. И."),
        ("школа", "Sent: школа."),
        ("Спросить …", "Sent: Спросить …"),
        (Markup("<b>М. И.</b>"), "Sent: <b>М. И.</b>."),
        ("", "Sent: ."),
    ],
)
def test_a_name_that_ends_with_initials_brings_the_full_stop(name: str, said: str) -> None:
    assert Texts("en")("Sent: {addressee}.", addressee=name) == said


def test_dots_that_are_meant_stay() -> None:
    assert Texts("en")("Sent: {addressee}...", addressee="И.") == "Sent: И...."
