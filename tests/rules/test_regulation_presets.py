"""The five presets against the hand-written table, and each cited clause against the clause index."""

import re
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from journal.regulation import DEFAULT, PRESETS, Clause, ClockWindow, Deadline, Regulation, WeekMoment, preset
from journal.regulation.layers import every_path
from journal.regulation.nouns import Noun, dictionary
from tests.rules.clause_index import CLAUSES
from tests.rules.regulation_table import ROWS, TABLE, TERMS, Named, Says

COLUMNS = (DEFAULT, *PRESETS)
CUSTOMARY = ("marks", "attendance", "delivery")
EVERY_CLAUSE = [
    (path, clause)
    for name in PRESETS
    for path, clauses in preset(name).grounds.items()
    for clause in clauses
    if not clause.default
]


@pytest.mark.parametrize("path", TABLE)
def test_every_preset_says_what_the_table_says(path: str) -> None:
    default, *cells = TABLE[path]
    expected = [default, *(cell.value if isinstance(cell, Says) else default for cell in cells)]
    assert [preset(column).value(path) for column in COLUMNS] == expected


@pytest.mark.parametrize("path", TABLE)
def test_every_value_carries_the_clauses_of_its_cell(path: str) -> None:
    for column, cell in zip(COLUMNS, (None, *TABLE[path][1:]), strict=True):
        found = {(clause.source, clause.number, clause.default) for clause in preset(column).clauses(path)}
        if isinstance(cell, Says | Named) and cell.clauses:
            assert found == {(column.upper(), number, False) for number in cell.clauses.split()}
        else:
            assert found == {("", "", True)}, column


@pytest.mark.requirement("R-154")
@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("column", COLUMNS)
def test_a_term_is_the_word_the_document_uses(term: str, column: str) -> None:
    noun: Noun = preset(column).value(f"terms.{term}")
    assert ", ".join([str(noun), *map(str, noun.also)]) == TERMS[term][COLUMNS.index(column)]


def test_the_table_covers_every_parameter_but_the_customary_ones() -> None:
    covered = {path for paths in ROWS.values() for path in paths.split()}
    assert covered - {f"terms.{term}" for term in TERMS} == set(TABLE)
    left = [path for path in every_path() if path not in covered and not path.startswith(CUSTOMARY)]
    # Words and terms of codes that section 6.2 gives, not section 4.
    assert left == [
        "terms.institution",
        "access.code_life_days",
        "access.code_failures",
        "control.forecast_min_marks",
    ]


def test_every_cited_clause_exists_and_is_quoted_shortly() -> None:
    assert len(EVERY_CLAUSE) > 250
    for path, clause in EVERY_CLAUSE:
        assert clause.number in CLAUSES[clause.source], (path, clause)
        assert 0 < len(clause.words) <= 130, (path, clause)


def test_a_refusal_can_name_its_clause() -> None:
    assert preset("s3").clause("entry.deadline") == Clause(
        source="S3",
        number="4.5-D2",
        words="в день проведения урока до 17:00 часов каждого дня",
        default=False,
    )


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("4.5-D2", "4.5"),
        ("8.4", "8.4"),
        ("6.1bis", "6.1"),
        ("3.1.7+", "3.1.7"),
        ("5-1", "5"),
        ("3.1a", "3.1a"),
    ],
)
def test_a_clause_knows_its_number_as_the_document_prints_it(number: str, printed: str) -> None:
    assert Clause("S3", number).paragraph == printed


def test_where_a_regulation_is_silent_the_clause_says_so() -> None:
    assert preset("s2").clause("entry.backdating") == Clause(source="", number="", words="", default=True)


@pytest.fixture(params=COLUMNS)
def any_preset(request: pytest.FixtureRequest) -> Regulation:
    return preset(request.param)


def test_customary_values_hold_in_every_preset(any_preset: Regulation) -> None:
    marks, attendance, delivery = any_preset.marks, any_preset.attendance, any_preset.delivery
    assert marks.scale == (2, 3, 4, 5)
    assert marks.kinds == {"number", "pass_fail", "not_assessed", "exempt"}
    assert (marks.failing_average, marks.failing_period_mark, marks.quality_from) == (Decimal("2.5"), 2, 4)
    assert {work.weight for work in marks.work_types.values()} == {Decimal(1)}
    signs = (attendance.absent_sign, attendance.ill_sign, attendance.excused_sign, attendance.late_sign)
    assert signs == ("н", "б", "у", "о")
    assert attendance.missed_lessons_threshold == 10
    assert delivery.alert_hold == timedelta(minutes=5)
    assert delivery.quiet_hours == ClockWindow(time(21), time(7))
    assert delivery.weekly_summary == WeekMoment(4, time(18))
    assert (any_preset.access.code_life_days, any_preset.access.code_failures) == (14, 5)
    assert any_preset.control.forecast_min_marks == 3


def test_class_teachers_write_notices_in_every_preset(any_preset: Regulation) -> None:
    assert "class_teacher" in any_preset.access.notice_authors


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("s0", Deadline()),
        ("s1", Deadline()),
        # C2: only lesson marks are due within the day.
        ("s2", Deadline(days=1, at=time(12))),
        ("s3", Deadline(at=time(17))),
        ("s4", Deadline(at=time(21))),
    ],
)
def test_a_register_is_due_as_often_as_attendance_is_taken(name: str, expected: Deadline) -> None:
    assert preset(name).entry.attendance_deadline == expected


def test_every_noun_of_the_dictionary_has_all_its_forms() -> None:
    for name, noun in dictionary().items():
        forms = [
            getattr(number, case) for number in (noun.singular, noun.plural) for case in number.__slots__
        ]
        assert len(forms) == 12, name
        assert all(re.fullmatch(r"[а-яёА-ЯЁ -]+", form) for form in forms), name
        assert noun.english.isascii()
        assert noun.english_plural != noun.english


SPECIFICATION = Path(__file__).parents[3] / "shared" / "spec"


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the source documents are not beside this repository")
def test_the_words_of_every_clause_stand_in_its_document() -> None:
    documents = {
        source: " ".join((SPECIFICATION / "sources" / f"{source}.txt").read_text(encoding="utf-8").split())
        for source in CLAUSES
    }
    for path, clause in EVERY_CLAUSE:
        assert clause.words in documents[clause.source], (path, clause)


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the requirements are not beside this repository")
def test_every_row_of_the_requirements_table_became_a_parameter() -> None:
    requirements = (SPECIFICATION / "requirements.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)`", requirements, re.MULTILINE)) == set(ROWS)
