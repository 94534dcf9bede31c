"""Codes as texts: readable, forgiving to eyes and keyboards, hashed with a secret."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.access import codes

SECRET = b"a secret of the school"
CODES = st.text(codes.ALPHABET, min_size=codes.RANDOM, max_size=codes.RANDOM).map(
    lambda body: body + codes._check(body)
)


def test_a_fresh_code_is_read_back_from_its_slip_and_from_its_link() -> None:
    code = codes.new_code()
    assert codes.read_code(codes.shown(code)) == code
    assert codes.read_code(codes.deep_link("shkola5_bot", code)) == code


@given(CODES)
def test_a_code_is_read_however_it_was_typed(code: str) -> None:
    russian = code.translate(str.maketrans("3KMHPCTX", "ЗКМНРСТХ"))
    misread = code.translate(str.maketrans("5286", "SZBG"))
    spaced = f" {code[:3]} {code[3:7]}-{code[7:]} "
    for typed in (code.lower(), spaced, russian, russian.lower(), misread, f"/start {code}"):
        assert codes.read_code(typed) == code


@given(CODES, st.integers(0, codes.LENGTH - 1), st.sampled_from(codes.ALPHABET))
def test_every_single_wrong_character_is_noticed(code: str, place: int, wrong: str) -> None:
    mistyped = code[:place] + wrong + code[place + 1 :]
    assert (codes.read_code(mistyped) is None) == (mistyped != code)


@given(CODES, st.integers(0, codes.LENGTH - 1), st.integers(0, codes.LENGTH - 1))
def test_every_two_swapped_characters_are_noticed(code: str, one: int, other: int) -> None:
    letters = list(code)
    letters[one], letters[other] = letters[other], letters[one]
    assert (codes.read_code("".join(letters)) is None) == ("".join(letters) != code)


@given(st.text(max_size=200))
def test_any_other_text_is_no_code_and_breaks_nothing(typed: str) -> None:
    read = codes.read_code(typed)
    assert read is None or set(read) <= set(codes.ALPHABET)


def test_a_code_is_found_behind_any_number_of_question_marks_and_not_in_a_novel() -> None:
    code = codes.new_code()
    assert codes.read_code(f"https://t.me/bot?x=1&start=nonsense&start={code}") == code
    assert codes.read_code("?" * 4096) is None
    assert codes.read_code(" " * codes.LONGEST + code) is None


def test_the_payload_of_a_link_is_short_and_plain_enough_for_the_messenger() -> None:
    payload = codes.deep_link("bot", codes.new_code()).partition("?start=")[2]
    assert len(payload) <= 64
    assert set(payload) <= set(string.ascii_letters + string.digits + "_-")


@pytest.mark.requirement("R-006")
def test_the_hash_depends_on_the_secret_and_betrays_no_code() -> None:
    code = codes.new_code()
    assert codes.digest(code, SECRET) != codes.digest(code, SECRET[::-1])
    assert code not in codes.digest(code, SECRET)


def test_a_text_that_is_no_code_hashes_like_one_and_equals_none() -> None:
    assert len(codes.digest(None, SECRET)) == len(codes.digest(codes.new_code(), SECRET))
    assert codes.digest(None, SECRET) != codes.digest(codes.new_code(), SECRET)


def test_without_a_real_secret_nothing_is_hashed() -> None:
    with pytest.raises(ValueError, match="secret"):
        codes.digest(codes.new_code(), b"short")


def test_a_million_guesses_at_two_thousand_codes_are_expected_to_hit_nothing() -> None:
    assert 1_000_000 * 2_000 / len(codes.ALPHABET) ** codes.RANDOM < 0.01


def test_the_alphabet_is_prime_so_that_the_check_finds_every_swap_and_writes_no_words() -> None:
    size = len(codes.ALPHABET)
    assert all(size % divisor for divisor in range(2, size))
    assert not set(codes.ALPHABET) & set("AEIOUY01L")
