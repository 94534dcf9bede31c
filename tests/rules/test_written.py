"""What people write, without what no eye can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.written import LONGEST_NAME, cleaned, file_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("№ 512\nи 514", "№ 512\nи 514"),
        ("\u200b\u200d\ufeff", ""),
        ("\u200f\u200f", ""),
        ("\u2800\u3164 \n", ""),
        ("\u0301", ""),
        ("а\u202eб\u2066в\u2069", "абв"),
        ("а\x00б\x1b[31m\r\nв\tг", "аб[31m\nв г"),
        ("оцен\u200dки \u200bАни", "оценки Ани"),
        (
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🙂\u200d↔\ufe0f",
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🙂\u200d↔\ufe0f",
        ),
        ("👍", "👍"),
        ("Ёлкин", "Ёлкин"),
    ],
)
def test_a_text_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/x", "x"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("план\nна год.docx", "план на год.docx"),
        ("...", ""),
        ("\u200b", ""),
        ("я" * 300 + ".pdf", "я" * (LONGEST_NAME - 4) + ".pdf"),
        ("я" * 300, "я" * LONGEST_NAME),
    ],
)
def test_a_file_has_a_safe_short_name(given_name: str, kept: str) -> None:
    assert file_name(given_name) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert cleaned(cleaned(typed)) == cleaned(typed)
    named = file_name(typed)
    assert len(named) <= LONGEST_NAME
    assert not set("/\\\n\u202e") & set(named)
