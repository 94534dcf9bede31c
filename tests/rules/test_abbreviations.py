"""Large texts are written out in one place, which knows every abbreviation of the catalogues."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from locales.abbreviations import WORDS
from locales.catalogue import FOLDER
from locales.texts import Texts

LARGE = Texts("ru", large=True)
# A few letters and a dot within a sentence; the next word of another sentence begins with a capital.
SHORT = re.compile(r"(?<!\w)[^\W\d_]{1,4}\.(?= ?[а-яё\d{])")


@pytest.mark.parametrize(
    ("sentence", "large"),
    [("каб. {room}", "кабинет 214"), ("Page {number} ›", "Страница 214 ›"), ("шкаб. {room}", "шкаб. 214")],
)
def test_a_known_abbreviation_is_written_out_and_nothing_else(sentence: str, large: str) -> None:
    assert LARGE(sentence, room="214", number="214") == large


def test_what_people_typed_is_written_out_only_where_it_is_asked_for() -> None:
    assert LARGE("{name}", name="каб. 214") == "каб. 214"
    assert LARGE.typed("ГПД, каб. 214") == "группа продлённого дня, кабинет 214"
    assert Texts("ru").typed("ГПД, каб. 214") == "ГПД, каб. 214"


def test_no_abbreviation_of_the_catalogues_is_unknown() -> None:
    assert {short for said in _said() for short in SHORT.findall(said)} <= set(WORDS["ru"])


def _said() -> Iterator[str]:
    for path in sorted((FOLDER / "ru").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                yield from (message.string,) if isinstance(message.string, str) else message.string
