"""How pushes look: the child's first name, the fact, no more than the phone may show and the law allows."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from handlers.pushes import render
from journal.model.access import Privacy
from journal.model.ahead import Happening
from journal.model.attendance import Presence, Reason
from journal.model.debts import Debt, DebtKind, OwnWork
from journal.model.news import (
    AttendanceForm,
    AttendanceNews,
    GivenMark,
    HomeworkNews,
    Kind,
    LessonPresence,
    MarksNews,
    News,
)
from journal.model.people import Child, Person
from journal.model.week import Ahead, SubjectWeek, WeekAbsence, WeekNews
from journal.regulation import Regulation, from_toml
from notifications.courier import Parcel, Recipient
from tests.support.school import SCHOOL

DAY = date(2026, 10, 14)
ANYA, PETYA = Child(201, "Аня", "Иванова", 11, "7Б"), Child(207, "Петя", "Иванов", 13, "3А")
FIRST = LessonPresence(1, 1, "Алгебра", datetime(2026, 10, 14, 5, 30, tzinfo=UTC), Presence.ABSENT)
SECOND = LessonPresence(2, 2, "Русский язык", datetime(2026, 10, 14, 6, 25, tzinfo=UTC), Presence.ABSENT)


def absent(form: AttendanceForm = AttendanceForm.ABSENT, **more: Any) -> News:
    given: dict[str, Any] = {"absent": (FIRST,), **more}
    return News(Kind.ATTENDANCE, AttendanceNews(form, ANYA, DAY, **given))


def mark(child: Child = ANYA, value: str = "5", **more: Any) -> News:
    facts = MarksNews(child, 1, 22, "Русский язык", DAY, "dictation", "Диктант", (GivenMark(value),), **more)
    return News(Kind.MARKS, facts)


def more_marks(*values: str) -> News:
    """Marks given to a work after the first of them had been told."""
    given = tuple(GivenMark(value) for value in values)
    told = values[:1]
    return News(
        Kind.MARKS, MarksNews(ANYA, 1, 22, "Русский язык", DAY, "dictation", None, given, before=told)
    )


def task(child: Child = ANYA, **more: Any) -> News:
    given = {"text": "№ 512", "bring": None, "no_work": False, "attachments": 0, "revision": 1, **more}
    return News(Kind.HOMEWORK, HomeworkNews(child, 1, 1, "Алгебра", date(2026, 10, 20), **given))


def text(regulation: Regulation, *news: News, privacy: Privacy = Privacy.FULL, locale: str = "ru") -> str:
    recipient = Recipient(301, "telegram", "1301", locale, privacy)
    return str(render(Parcel(9, recipient, news), SCHOOL, regulation).text)


@pytest.mark.parametrize(
    ("news", "words"),
    [
        (absent(), "Аня: нет на 1-м уроке (алгебра, 8:30). Знаете причину?"),
        (
            absent(AttendanceForm.ARRIVED, arrived=SECOND, known=True),
            "Аня: на месте со 2-го урока (9:25).",
        ),
        (
            more_marks("4", "5"),
            "Аня: ещё одна оценка: 5 (всего: 4 5), русский язык, диктант 14.10.",
        ),
        (
            more_marks("4", "5", "3"),
            "Аня: ещё оценки: 5 3 (всего: 4 5 3), русский язык, диктант 14.10.",
        ),
        (absent(AttendanceForm.CORRECTED, absent=()), "Исправлено: Аня на уроке. Простите за беспокойство."),
        (
            absent(AttendanceForm.VANISHED, absent=(SECOND,), seen=FIRST),
            "Аня: нет на 2-м уроке (русский язык, 9:25). На 1-м уроке — на месте. Знаете причину?",
        ),
        (
            absent(AttendanceForm.LATE, absent=(), late=(FIRST,)),
            "Аня: опоздание на 1-й урок (алгебра, 8:30).",
        ),
        (mark(), "Аня: 5, русский язык, Диктант 14.10."),
        (
            mark(value="2", retake_until=date(2026, 10, 21)),
            "Аня: 2, русский язык, Диктант 14.10. Пересдача до 21.10.",
        ),
        (mark(before=("3",)), "Аня: исправлено: 5 (было: 3), русский язык, Диктант 14.10."),
        (task(bring="линейка"), "Аня, на 20 октября (вт): алгебра"),
    ],
)
def test_a_push_says_the_name_and_the_fact(news: News, words: str, regulation: Regulation) -> None:
    assert text(regulation, news).startswith(words)


def test_a_list_goes_by_child_a_line_for_each_fact(regulation: Regulation) -> None:
    shown = text(regulation, mark(PETYA, "4"), mark(), task(), mark(value="3"))
    lines = shown.split("\n")
    assert lines[0] == "<b>Аня</b>"
    assert lines[4] == "<b>Петя</b>"
    assert [line.startswith("• ") for line in lines] == [False, True, True, True, False, True]


def test_the_buttons_of_a_list_stand_once_each(regulation: Regulation) -> None:
    recipient = Recipient(301, "telegram", "1301", "ru")
    shown = render(Parcel(9, recipient, tuple(mark(value=str(n)) for n in range(30))), SCHOOL, regulation)
    data = [button.data for row in shown.rows for button in row]
    assert len(data) == len(set(data))
    assert len(data) < 30


@pytest.mark.requirement("R-140")
def test_a_reader_who_wants_initials_gets_initials(regulation: Regulation) -> None:
    assert text(regulation, absent(), privacy=Privacy.INITIALS).startswith("А. И.: нет")


@pytest.mark.requirement("R-140")
@pytest.mark.parametrize("founder", ["state", "municipal"])
def test_a_public_school_tells_by_a_foreign_messenger_only_that_there_is_news(founder: str) -> None:
    rules = from_toml(f'preset = "s3"\n[institution]\nfounder = "{founder}"\n')
    recipient = Recipient(301, "telegram", "1301", "ru")
    shown = render(Parcel(9, recipient, (absent(),)), SCHOOL, rules)
    assert str(shown.text) == "Есть новости из школы."
    assert shown.rows == ()


def test_what_teachers_write_is_shown_and_never_obeyed(regulation: Regulation) -> None:
    shown = text(regulation, task(text="<b>№ 512</b> & <script>"))
    assert "&lt;b&gt;№ 512&lt;/b&gt; &amp; &lt;script&gt;" in shown


def owed(kind: DebtKind, subject: str, until: date | None = None) -> Debt:
    teacher = Person(1, "Смирнова", "Анна", "Сергеевна")
    return Debt(kind, OwnWork(1, 1, subject, "control", None, date(2026, 10, 13), teacher), until)


def test_the_week_is_told_with_averages_in_the_readers_numbers(regulation: Regulation) -> None:
    week = WeekNews(
        ANYA,
        date(2026, 10, 12),
        date(2026, 10, 16),
        (
            SubjectWeek("Алгебра", ("5", "4"), Decimal("4.50")),
            SubjectWeek("Литература", ("•",), Decimal("5")),
        ),
        missed=2,
        unexplained=1,
        absences=(
            WeekAbsence(date(2026, 10, 14), "Алгебра"),
            WeekAbsence(date(2026, 10, 14), "География", Reason.ILL),
        ),
        debts=(
            owed(DebtKind.RETAKE, "Алгебра", date(2026, 10, 21)),
            owed(DebtKind.UNSUBMITTED, "Литература"),
            owed(DebtKind.MISSED, "Физика"),
        ),
        works=(Ahead(date(2026, 10, 20), "Геометрия", "control"),),
        homework=(Ahead(date(2026, 10, 19), "Алгебра", "№ 215"), Ahead(date(2026, 10, 19), "Физика")),
        happenings=(
            Happening(
                key="event/1",
                first=date(2026, 10, 20),
                last=date(2026, 10, 20),
                title="Собрание",
                starts=time(18, 30),
                place="каб. 214",
            ),
        ),
        lessons=10,
    )
    shown = text(regulation, News(Kind.WEEKLY, week))
    assert shown.split("\n") == [
        "<b>Аня, 12–16 октября</b>",
        "Алгебра: 5, 4 (средний 4,5)",
        "Литература: • (средний 5)",
        "<i>• — работа ещё не сдана</i>",
        "",
        "Пропущено уроков: 2. Ср\N{NO-BREAK SPACE}14.10: алгебра (причина не указана), география (болезнь).",
        "Можно пересдать: алгебра, до 21.10.",
        "Не сдано: литература.",
        "Пропущены контрольные: физика.",
        "",
        "Контрольные впереди: вт\N{NO-BREAK SPACE}20.10 геометрия, контрольная работа.",
        "На понедельник, 19 октября задано: алгебра — № 215; физика.",
        "",
        "<b>События</b>",
        "20 октября, 18:30: Собрание, каб. 214",
    ]
    assert "average 4.5" in text(regulation, News(Kind.WEEKLY, week), locale="en")
