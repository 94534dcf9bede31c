"""What is written into a template reads back as the same."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.imports.formats import read_bytes
from journal.imports.names import clean
from journal.imports.rows import BellRow, CurriculumRow, PlanRow, StaffRow, StudentRow, WorkloadRow
from reports.templates import workbook

_LETTERS = st.characters(whitelist_categories=("Lu", "Ll"), whitelist_characters="-’'")
_WORD = st.text(_LETTERS, min_size=1, max_size=20).map(clean).filter(lambda word: word.strip("-’'.,"))
_SENTENCE = st.text(min_size=1, max_size=60).map(clean).filter(bool)
_DATE = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def _unique(rows: Any) -> Any:
    """A few rows that differ in more than case."""
    return st.lists(rows, min_size=1, max_size=6, unique_by=lambda row: str(sorted(row.items())).casefold())


@given(
    _unique(
        st.fixed_dictionaries(
            {"last_name": _WORD, "first_name": _WORD, "middle_name": st.none() | _WORD, "birth_date": _DATE}
        )
    )
)
@settings(max_examples=40, deadline=None)
def test_students_read_back_as_they_were_written(rows: list[dict[str, Any]]) -> None:
    written = [{"school_class": "7Б", "file_number": f"н{number}", **row} for number, row in enumerate(rows)]
    read = read_bytes("ш.xlsx", workbook({"students": written})).of(StudentRow)
    assert [(each.last_name, each.first_name, each.middle_name, each.birth_date) for each in read] == [
        (row["last_name"], row["first_name"], row["middle_name"], row["birth_date"]) for row in rows
    ]


@given(_SENTENCE, st.integers(1, 99), st.none() | _SENTENCE, st.none() | _DATE)
@settings(max_examples=60, deadline=None)
def test_topics_of_any_letters_read_back_as_they_were_written(
    topic: str, hours: int, homework: str | None, planned_on: date | None
) -> None:
    row = {
        "subject": "Алгебра",
        "school_class": "7Б",
        "topic": topic,
        "hours": hours,
        "homework": homework,
        "planned_on": planned_on,
    }
    (read,) = read_bytes("ш.xlsx", workbook({"lesson_plan": [row]})).of(PlanRow)
    assert (read.topic, read.hours, read.homework, read.planned_on) == (topic, hours, homework, planned_on)


@given(st.integers(1, 12), st.integers(1, 2000), st.decimals(0, 60, places=2), st.times())
@settings(max_examples=40, deadline=None)
def test_numbers_and_times_read_back_as_they_were_written(
    grade: int, hours: int, weekly: Decimal, starts: time
) -> None:
    starts = starts.replace(hour=starts.hour % 23, second=0, microsecond=0, tzinfo=None)
    staged = read_bytes(
        "ш.xlsx",
        workbook(
            {
                "curriculum": [{"grade": grade, "subject": "Алгебра", "hours_year": hours}],
                "workload": [
                    {
                        "teacher": "Иванова Анна",
                        "subject": "Алгебра",
                        "school_class": "7Б",
                        "hours_week": weekly,
                    }
                ],
                "bells": [{"slot": 1, "starts": starts, "ends": starts.replace(hour=starts.hour + 1)}],
            }
        ),
    )
    assert [(each.grade, each.hours_year) for each in staged.of(CurriculumRow)] == [(grade, hours)]
    assert [each.hours_week for each in staged.of(WorkloadRow)] == [weekly]
    assert [each.starts for each in staged.of(BellRow)] == [starts]


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 900", "-5", "@SUM(A1)", "http://example.org", "'x", "0042", "1e5"]
)
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    row = {"last_name": "Иванова", "first_name": "Анна", "roles": "учитель", "order_number": text}
    (staff,) = read_bytes("ш.xlsx", workbook({"staff": [row]})).of(StaffRow)
    assert staff.order_number == text
