"""A club in one line, as people write it."""

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clubs import Typed, read
from journal.clubs.typed import DAILY
from journal.errors import InvalidError


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (
            "Шахматы, вт и чт 14:00–15:00, каб. 12",
            Typed("Шахматы", (2, 4), time(14), time(15), "каб. 12"),
        ),
        ("ГПД ежедневно 12:15-17:00", Typed("ГПД", DAILY, time(12, 15), time(17))),
        (
            "Разговоры о важном по понедельникам с 8.00 до 8.30",
            Typed("Разговоры о важном", (1,), time(8), time(8, 30)),
        ),
        ("Хор: среда, пятница 13:30 — 14:15", Typed("Хор", (3, 5), time(13, 30), time(14, 15))),
        (
            "Chess, Tue and Thu from 14:00 to 15:00, room 12",
            Typed("Chess", (2, 4), time(14), time(15), "room 12"),
        ),
        ("<b>Театр</b> сб 10:00-12:00", Typed("<b>Театр</b>", (6,), time(10), time(12))),
    ],
)
def test_a_club_is_read_from_one_line(text: str, typed: Typed) -> None:
    assert read(text) == typed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Шахматы", "club_hours"),
        ("Шахматы вт 15:00-14:00", "club_hours"),
        ("Шахматы вт 25:00-26:99", "club_hours"),
        ("Шахматы 14:00-15:00", "club_weekdays"),
        ("вт 14:00-15:00", "club_title"),
        ("ш" * 81 + " вт 14:00-15:00", "club_long"),
        ("", "club_hours"),
    ],
)
def test_what_is_missing_is_asked_for(text: str, code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read(text)
    assert refused.value.code == code


@given(st.text() | st.text().map(lambda text: f"{text} вт 14:00-15:00"))
def test_any_text_is_a_club_or_asked_for_again(text: str) -> None:
    typed = None
    with suppress(InvalidError):
        typed = read(text)
    if typed is not None:
        assert typed.title
        assert typed.weekdays
        assert typed.starts < typed.ends
