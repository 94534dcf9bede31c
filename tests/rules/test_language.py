"""Whether a record reads as Russian (R-042)."""

import pytest

from journal import language
from journal.errors import RefusedError
from journal.regulation import from_toml, preset


@pytest.mark.requirement("R-042")
@pytest.mark.parametrize(
    ("text", "russian"),
    [
        ("Степень с целым показателем", True),
        ("№ 512, 514 (а, б)", True),
        ("", True),
        ("Present Simple, упр. 5", True),
        ("Чтение: Jack London, «Martin Eden»", True),
        ("Закон Ома: U = IR", True),
        ("Read the text and answer the questions", False),
        ("Unit 5, ex. 3, page 12, упр", True),
        ("Lesen Sie den Text, Übung 4", False),
    ],
)
def test_names_and_terms_may_be_foreign_a_whole_record_may_not(text: str, russian: bool) -> None:
    assert language.is_russian(text) is russian


@pytest.mark.requirement("R-042")
def test_a_foreign_record_is_warned_of_let_through_or_refused_as_the_regulation_says() -> None:
    text = "Read the text"
    assert language.require(text, preset("s3"))
    assert not language.require(text, from_toml('preset = "s3"\n[entry]\nrecord_language_check = "off"\n'))
    assert not language.require(text, from_toml('preset = "s3"\n[entry]\nrecord_language = "any"\n'))
    strict = from_toml('preset = "s3"\n[entry]\nrecord_language_check = "refuse"\n')
    with pytest.raises(RefusedError, match="foreign_language") as raised:
        language.require(text, strict)
    assert raised.value.params["clause"].number == "4.5-D9"
