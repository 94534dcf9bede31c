"""A question about somebody else's diary gets neither it nor one's own in its place."""

import pytest

from tests.scenarios.test_guardian import give_mark
from tests.support.persona import Persona
from tests.support.scenario import Stage


@pytest.mark.parametrize(
    "words", ["оценки Максимова", "оценки Сидорова", "оценки егора", "прогноз 9в", "прогноз 1А"]
)
async def test_a_parent_who_names_another_child_or_class_sees_no_own_marks(
    stage: Stage, olga: Persona, words: str
) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say(words)
    seen = await olga.sees("такого дневника у вас нет")
    assert "Вам открыт дневник: Аня и Петя" in seen.text
    assert "Русский" not in seen.text


@pytest.mark.parametrize("words", ["оценки Пети", "прогноз 7а", "оценки Максимова", "пропуски у Маши"])
async def test_a_student_who_names_another_hears_that_the_diary_is_the_own_one(
    stage: Stage, egor: Persona, words: str
) -> None:
    await egor.say(words)
    seen = await egor.sees("Это ваш дневник: чужой он не покажет.")
    assert "Егор" not in seen.text


async def test_own_names_classes_and_teachers_are_nobody_else(
    stage: Stage, olga: Persona, egor: Persona
) -> None:
    for words in ("оценки Ивановой", "оценки Пети", "оценки 3а", "оценки Кузнецовой"):
        await olga.say(words)
        await olga.sees(": оценки")
    for words in ("оценки Егора", "оценки Сидорова", "оценки 7б"):
        await egor.say(words)
        await egor.sees("Егор: оценки")
