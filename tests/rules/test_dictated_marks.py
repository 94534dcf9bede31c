"""Marks given in a sentence, against a class with names that are alike."""

import pytest

from journal.marks import brush, dictated, typed
from journal.model.people import Person
from journal.regulation import preset

KOZLOV, KOZLOVA = Person(1, "Козлов", "Илья"), Person(2, "Козлова", "Алина")
IVANOVA, SIDOROV = Person(3, "Иванова", "Аня"), Person(4, "Сидоров", "Егор")
CLASS = [KOZLOV, KOZLOVA, IVANOVA, SIDOROV]
PALETTE = brush.palette(preset("s3"))


@pytest.mark.parametrize(
    ("sentence", "named", "value", "marks"),
    [
        ("Иванова 5, Козлов 4 3", [IVANOVA, KOZLOV], "5", {3: ("5",), 1: ("4", "3")}),
        ("поставь Козлову 4 3", [KOZLOV, KOZLOVA], "4", {1: ("4", "3")}),
        ("поставь Козловой пятёрку", [KOZLOV, KOZLOVA], "5", {2: ("5",)}),
        ("поставь Козлову пятёрку за ответ", [KOZLOV, KOZLOVA], "5", {1: ("5",)}),
        ("Поставь, пожалуйста, Ивановой и Сидорову 5", [IVANOVA, SIDOROV], "5", {3: ("5",), 4: ("5",)}),
        ("поставь Ивановой 5 по алгебре", [IVANOVA], "5", {3: ("5",)}),
        ("Иванова 5, нет: Сидоров", [IVANOVA, SIDOROV], "5", {3: ("5",)}),
        ("поставьте оценки: Иванова 5 Сидоров 3", [IVANOVA, SIDOROV], "5", {3: ("5",), 4: ("3",)}),
        # Where a reading was tapped there are no words.
        ("", [KOZLOV], "4", {1: ("4",)}),
    ],
)
def test_everybody_gets_the_marks_said_beside_the_name(
    sentence: str, named: list[Person], value: str, marks: dict[int, tuple[str, ...]]
) -> None:
    line = dictated.line(sentence, named, value, PALETTE)
    assert dict(typed.read(line, CLASS, PALETTE).marks) == marks


def test_marks_nobody_can_tell_apart_are_asked_about_and_not_guessed() -> None:
    line = dictated.line("поставь Ивановой и Сидорову 4 5", [IVANOVA, SIDOROV], "4", PALETTE)
    said = typed.read(line, CLASS, PALETTE)
    assert said.marks == ()
    assert said.unknown or said.doubts
