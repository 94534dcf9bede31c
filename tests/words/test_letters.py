"""The words of a letter that stand right behind whom it goes to."""

import pytest

from journal.words.wording import letter_in


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("напиши классной привет", "Привет"),
        ("напиши классному руководителю спасибо за урок", "Спасибо за урок"),
        ("напиши классной: привет", "Привет"),
        ("напиши классной, что Аня болеет", "Аня болеет"),
        ("напиши классной", ""),
        ("напиши классной руководительнице", ""),
        ("напиши классной про поездку", ""),
        ("напиши классной Пети", ""),
        ("напиши классной сына", ""),
        ("напиши классной письмо", ""),
    ],
)
def test_only_the_words_behind_the_addressee_are_the_letter(text: str, letter: str) -> None:
    assert letter_in(text) == letter
