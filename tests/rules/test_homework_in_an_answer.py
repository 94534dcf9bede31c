"""Homework of a subject in an answer: what was asked for comes first, older tasks are few."""

from datetime import date, timedelta

from handlers.diary.answers import OLDER
from handlers.diary.screens import subject_tasks
from handlers.screen import Screen
from journal.model.diary import SubjectTasks
from journal.model.lessons import Homework
from journal.model.people import Child
from journal.model.span import Span
from locales.texts import Texts

RU, TODAY = Texts("ru"), date(2026, 10, 14)
ANYA = Child(1, "Аня", "Иванова", 11, "7Б")


def due(number: int, day: date) -> Homework:
    return Homework(number, number, None, 3, "Алгебра", 11, day, 1, f"№ {number}", bring=None, no_work=False)


PAST = tuple(due(200 - back, TODAY - timedelta(days=back)) for back in range(1, 6))
NEXT = due(215, TODAY + timedelta(days=1))


def labels(shown: Screen) -> list[str]:
    return [button.label for row in shown.rows for button in row]


def test_an_answer_opens_with_the_next_task_and_keeps_three_older_ones() -> None:
    shown = subject_tasks(SubjectTasks(ANYA, "Алгебра", 3, (NEXT,), PAST), RU, OLDER)
    lines = str(shown.text).splitlines()
    assert "№ 215" in lines[1]
    assert [line.rsplit(" ", 1)[1] for line in lines if "№ 1" in line] == ["199", "198", "197"]
    assert "Все задания" in labels(shown)


def test_the_page_of_the_subject_has_all_of_them_and_no_button_to_itself() -> None:
    shown = subject_tasks(SubjectTasks(ANYA, "Алгебра", 3, (NEXT,), PAST), RU)
    assert str(shown.text).count("№ 1") == len(PAST)
    assert "Все задания" not in labels(shown)


def test_the_homework_of_a_day_that_is_over_is_told_and_nothing_else() -> None:
    yesterday = Span(PAST[0].due, PAST[0].due)
    shown = subject_tasks(SubjectTasks(ANYA, "Алгебра", 3, (), PAST[:1], asked=yesterday), RU, OLDER)
    assert "№ 199" in str(shown.text).splitlines()[1]
    assert "Было" not in str(shown.text)
    assert "не задан" not in str(shown.text).lower()
    assert "Все задания" in labels(shown)
