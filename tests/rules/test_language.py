"""Whether a record reads as Russian (R-042)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import language
from journal.errors import RefusedError
from journal.regulation import from_toml, preset

RUSSIAN = (
    "",
    "Степень с целым показателем",
    "№ 512, 514 (а, б)",
    "Present Simple, упр. 5",
    "Чтение: Jack London, «Martin Eden»",
    "Прочитать «The Gift of the Magi», ответить на вопросы",
    "Закон Ома: U = IR",
    "Unit 5",
    "Unit 5, ex. 3b, page 12",
    "Lektion 7, Übung 4a, Seite 31",
    "Windows",
    "HTML и CSS",
    "x²+y",
    "ax² + bx + c = 0",
    "sin x + cos y",
    "H2SO4 + NaOH",
    "https://example.org/read/the/text?unit=5",
    "uchi.example.org/lesson",
    "task_3.docx",
    "Romeo and Juliet",
    "Глагол to be",
    "Цикл for и while",
)
FOREIGN = (
    "Read the text and answer the questions",
    "read the text",
    "Lesen Sie den Text, Übung 4",
    "Lisez le texte, page 12",
    "Learn new words",
    "Exercise 5: write ten sentences about your summer holidays, упр",
    "«Read the text»",
    "学习新的汉字",
    "Unit 5: translate the dialogue https://example.org",
)


@pytest.mark.requirement("R-042")
@pytest.mark.parametrize("text", RUSSIAN)
def test_names_terms_references_formulas_and_addresses_may_be_foreign(text: str) -> None:
    assert language.is_russian(text)


@pytest.mark.requirement("R-042")
@pytest.mark.parametrize("text", FOREIGN)
def test_a_whole_record_may_not(text: str) -> None:
    assert not language.is_russian(text)


neutral = st.sampled_from(
    [
        "Unit 5",
        "ex. 3b",
        "p. 12",
        "Windows",
        "Jack London",
        "NASA",
        "x²+y",
        "a = b",
        "№ 7",
        "https://example.org/a",
        "§ 4",
    ]
)
said_in_russian = st.sampled_from(["прочитать", "выучить правило", "упражнение", "дома", "повторить тему"])
said_in_english = st.sampled_from(["read", "write", "answer", "questions", "learn", "text", "words", "about"])


@given(st.lists(neutral, min_size=1, max_size=6), st.lists(said_in_russian, max_size=3))
def test_what_belongs_to_every_language_never_raises_an_alarm(pieces: list[str], beside: list[str]) -> None:
    assert language.is_russian(", ".join([*beside, *pieces]))


@given(st.lists(said_in_english, min_size=2, max_size=8), st.lists(neutral, max_size=4))
def test_no_reference_or_name_hides_a_record_in_another_language(words: list[str], pieces: list[str]) -> None:
    assert not language.is_russian("; ".join([" ".join(words), *pieces]))


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert language.is_russian(text) in (True, False)


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
