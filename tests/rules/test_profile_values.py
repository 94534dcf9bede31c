"""Phones, addresses and names as families type them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.access.values import ADDRESS_LIMIT, read
from journal.errors import InvalidError
from journal.model.profile import Field


@pytest.mark.parametrize(
    "typed", ["8 900 111-22-33", "+7 (900) 111 22 33", "9001112233", "7-900-111-22-33", " +79001112233 "]
)
def test_a_phone_is_kept_in_one_form(typed: str) -> None:
    assert read(Field.PHONE, typed) == "+79001112233"


@pytest.mark.parametrize(
    "typed", ["", "12345", "мой номер", "+7 900 111-22-33 доб. 5", "8" * 40, "19001112233"]
)
def test_what_is_no_phone_is_refused(typed: str) -> None:
    with pytest.raises(InvalidError, match="phone_unclear"):
        read(Field.PHONE, typed)


@pytest.mark.parametrize(
    "typed", ["olga", "olga@", "@mail.ru", "olga@mail", "о@почта.рф b", "a" * 200 + "@b.ru"]
)
def test_what_is_no_email_is_refused(typed: str) -> None:
    with pytest.raises(InvalidError, match="email_unclear"):
        read(Field.EMAIL, typed)


def test_an_email_is_kept_small() -> None:
    assert read(Field.EMAIL, " Olga.Iv@Mail.RU ") == "olga.iv@mail.ru"


@pytest.mark.parametrize("typed", ["", "дом", "12345 67", "я" * (ADDRESS_LIMIT + 1)])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidError, match="address_unclear"):
        read(Field.ADDRESS, typed)


@pytest.mark.parametrize("typed", ["<b>Аня</b>", "Аня1", "😀", "", "Ан\u202eя"])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(InvalidError, match="name_part_unclear"):
        read(Field.FIRST_NAME, typed)


def test_a_dash_is_no_patronymic() -> None:
    assert read(Field.MIDDLE_NAME, "—") == ""


@given(st.sampled_from(Field), st.text(max_size=300))
def test_whatever_is_typed_is_kept_tidy_or_refused(field: Field, typed: str) -> None:
    with contextlib.suppress(InvalidError):
        kept = read(field, typed)
        assert kept == " ".join(kept.split())
        assert len(kept) <= ADDRESS_LIMIT
        assert field is Field.MIDDLE_NAME or read(field, kept) == kept
