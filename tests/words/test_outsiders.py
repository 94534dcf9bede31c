"""Whose diary a text asks for by a name, and which words are no names."""

import pytest

from journal.words.outsiders import outsider_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("оценки Максимова", "Максимова"),
        ("оценки пети", "Пети"),
        ("прогноз 7-Б", "7Б"),
        ("пропуски у Смирновой", "Смирновой"),
        ("дз у васи", "Васи"),
    ],
)
def test_a_name_behind_what_is_asked_for_is_heard(text: str, name: str) -> None:
    assert outsider_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        *("оценки алгебры", "оценки мая", "оценки сентября", "домашка снова", "дз Лермонтова", "итоги дня"),
        *("расписание столовой", "почему 5 а не 4", "оценки Марии Ивановны", "оценки половина", "Иванова"),
        *("ОЦЕНКИ СНОВА", "оценки химии", "расписание Осенней четверти"),
    ],
)
def test_what_may_be_another_word_is_no_name(text: str) -> None:
    assert outsider_in(text) is None
