"""Long texts: cut at a line, nothing lost, every part well formed."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import splitting
from handlers.splitting import length, split
from simulator.html import parse_html


def test_a_short_text_stays_whole() -> None:
    assert split("Привет, <b>Аня</b>") == ["Привет, <b>Аня</b>"]


def test_a_long_text_is_cut_at_a_line() -> None:
    assert split("один\nдва\nтри", limit=8) == ["один\nдва", "три"]


def test_an_open_tag_is_closed_and_opened_again() -> None:
    assert split("<b>один\nдва</b>", limit=5) == ["<b>один</b>", "<b>два</b>"]


def test_a_line_too_long_is_cut_at_a_word() -> None:
    assert split("раз два три", limit=8) == ["раз два", "три"]


def test_a_word_too_long_is_cut_where_it_must_be_but_never_inside_an_entity() -> None:
    assert split("аб&amp;вг", limit=3) == ["аб&amp;", "вг"]


@pytest.mark.parametrize(("text", "units"), [("Аня", 3), ("😀", 2), ("<b>Аня</b> &amp; я", 7)])
def test_length_counts_as_the_messenger_does(text: str, units: int) -> None:
    assert length(text) == units


_WORDS = st.text(alphabet="абв &😀", max_size=12)
_PIECES = st.lists(st.tuples(st.sampled_from(["", "b", "i", "blockquote"]), _WORDS), max_size=30)


@given(_PIECES, st.integers(min_value=4, max_value=40))
def test_every_part_is_well_formed_fits_and_no_word_is_lost(
    pieces: list[tuple[str, str]], limit: int
) -> None:
    lines = [
        f"<{tag}>{words.replace('&', '&amp;')}</{tag}>" if tag else words.replace("&", "&amp;")
        for tag, words in pieces
    ]
    parts = split("\n".join(lines), limit)
    assert all(length(part) <= limit for part in parts)
    kept = "".join(parse_html(part)[0] for part in parts)
    said = "".join(words for _, words in pieces)
    assert [sign for sign in unescape(kept) if sign not in " \n"] == [sign for sign in said if sign != " "]


@pytest.mark.parametrize("text", ["&amp;\n" * 12000, "а" * 30000, "&amp;" * 12000])
def test_splitting_reads_a_long_text_a_few_times_however_many_lines_it_has(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anybody may send it; were each line measured with all before it, the bot would stand still."""
    measured = 0

    def counted(html: str) -> int:
        nonlocal measured
        measured += len(html)
        return length(html)

    monkeypatch.setattr(splitting, "length", counted)
    split(text)
    assert measured < 12 * len(text)
