"""Questions in plain words: what is understood, and what is left alone."""

from datetime import date

import pytest

from journal.model.people import Child
from journal.model.span import Span
from journal.words import About, understand
from journal.words.naming import child_in, subject_in
from journal.words.question import Question

# A Wednesday.
TODAY = date(2026, 10, 14)
ANYA, PETYA = Child(1, "Аня", "Иванова", 11, "7Б"), Child(2, "Петя", "Иванов", 13, "3А")
SUBJECTS = dict(
    enumerate(
        (
            "Русский язык",
            "Литература",
            "Литературное чтение",
            "Алгебра",
            "Геометрия",
            "География",
            "Английский язык",
            "Физика",
            "Физическая культура",
            "Обществознание",
        )
    )
)


def asked(text: str) -> Question:
    question = understand(text, TODAY)
    assert question is not None, text
    return question


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Что задали на завтра?", About.HOMEWORK),
        ("д/з", About.HOMEWORK),
        ("что на завтра", About.HOMEWORK),
        ("homework for tomorrow", About.HOMEWORK),
        ("оценки", About.MARKS),
        ("почему двойка по физике", About.MARKS),
        ("what marks did Petya get", About.MARKS),
        ("сколько пропусков в октябре", About.ABSENCES),
        ("пропущенные уроки", About.ABSENCES),
        ("absences", About.ABSENCES),
        ("расписание на завтра", About.TIMETABLE),
        ("во сколько завтра домой", About.TIMETABLE),
        ("timetable for Monday", About.TIMETABLE),
        ("итоговые оценки", About.FINALS),
        ("четвертные", About.FINALS),
        ("как дела у Ани", About.SUMMARY),
        ("что проходят по истории", About.TOPICS),
        ("когда контрольная", About.EVENTS),
    ],
)
def test_a_simple_question_is_understood(text: str, about: About) -> None:
    assert asked(text).about is about


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("что задали на завтра", "2026-10-15", "2026-10-15"),
        ("что задали на послезавтра", "2026-10-16", "2026-10-16"),
        ("что задали на пятницу", "2026-10-16", "2026-10-16"),
        ("что задали на среду", "2026-10-21", "2026-10-21"),
        ("дз на пн", "2026-10-19", "2026-10-19"),
        ("задание на следующую неделю", "2026-10-19", "2026-10-25"),
        ("homework for Friday", "2026-10-16", "2026-10-16"),
        ("оценки за среду", "2026-10-14", "2026-10-14"),
        ("оценки в пятницу", "2026-10-09", "2026-10-09"),
        ("оценки за прошлую пятницу", "2026-10-09", "2026-10-09"),
        ("оценки за неделю", "2026-10-08", "2026-10-14"),
        ("оценки за прошлую неделю", "2026-10-05", "2026-10-11"),
        ("marks this week", "2026-10-12", "2026-10-18"),
        ("оценки за 2 октября", "2026-10-02", "2026-10-02"),
        ("marks on October 2", "2026-10-02", "2026-10-02"),
        ("оценки за 15.09", "2026-09-15", "2026-09-15"),
        ("пропуски в мае", "2026-05-01", "2026-05-31"),
        ("оценки за месяц", "2026-09-14", "2026-10-14"),
    ],
)
def test_days_are_read_towards_where_the_question_looks(text: str, first: str, last: str) -> None:
    assert asked(text).when == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("text", "term"), [("оценки за 1 четверть", 1), ("пропуски за вторую четверть", 2)])
def test_a_period_is_named_by_its_number(text: str, term: int) -> None:
    question = asked(text)
    assert (question.term, question.when) == (term, None)


@pytest.mark.parametrize("text", ["оценки 31 февраля", "оценки 45.99"])
def test_a_day_that_no_calendar_has_names_none(text: str) -> None:
    assert asked(text).when is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "спасибо",
        "завтра",
        "напиши классной, что не успеем сделать задание",
        "поставь Иванову 5 за домашнее задание",
        "Аня заболела, пропустит уроки",
        "delete my marks",
        " ".join(["оценки"] * 16),
        "🙂",
    ],
)
def test_what_is_no_question_is_left_alone(text: str) -> None:
    assert understand(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("какие оценки у Пети", PETYA),
        ("Пете что задали", PETYA),
        ("оценки Ани", ANYA),
        ("Petya's marks", PETYA),
        ("оценки Сидорова", None),
        ("пропуски", None),
    ],
)
def test_an_own_child_is_known_in_every_form_of_the_name(text: str, child: Child | None) -> None:
    assert child_in(asked(text).named, (ANYA, PETYA)) == child


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("дз по алгебре", "Алгебра"),
        ("дз по русскому", "Русский язык"),
        ("дз по русишу", "Русский язык"),
        ("дз по инглишу", "Английский язык"),
        ("дз по литературе", "Литература"),
        ("дз по чтению", "Литературное чтение"),
        ("дз по физре", "Физическая культура"),
        ("дз по физике", "Физика"),
        ("дз по географии", "География"),
        ("дз по обществу", "Обществознание"),
        ("матеша дз", "Алгебра"),
        ("homework for Friday algebra", "Алгебра"),
        ("marks in russian", "Русский язык"),
        ("дз по химии", None),
    ],
)
def test_a_subject_is_known_by_its_forms_and_nicknames(text: str, subject: str | None) -> None:
    found = subject_in(asked(text).named, SUBJECTS)
    assert (SUBJECTS[found] if found is not None else None) == subject


def test_a_name_after_the_preposition_is_kept_for_who_knows_the_family() -> None:
    assert asked("какие оценки у Сидорова").whose == "сидорова"
    assert asked("какие оценки по химии").of == "химии"
    assert asked("какие оценки у меня за неделю").whose is None
    assert asked("what are Vasya's marks").whose == "vasya"
    assert asked("marks in chemistry").of == "chemistry"
    assert asked("what's the homework").whose is None
