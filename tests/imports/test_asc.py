"""Reading aSc Timetables exports: a real one, and small ones written by hand."""

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from journal.imports.formats import read_bytes, read_path
from journal.imports.problems import Code, Severity
from journal.imports.rows import (
    BellRow,
    ClassRow,
    Kind,
    LessonRow,
    StaffRow,
    StudentRow,
    SubgroupRow,
    WorkloadRow,
)
from journal.imports.staging import SchoolImport
from tests.imports.support import FIXTURES, problems, real


@pytest.fixture(scope="module")
def staged() -> SchoolImport:
    return read_path(FIXTURES / "asc" / "two-classes.xml")


@pytest.mark.requirement("R-067")
def test_a_real_timetable_of_47_classes_is_read_card_by_card() -> None:
    staged = read_path(real("asc/timetable-47-classes.xml"))
    assert staged.counts == {
        Kind.BELL: 45,
        Kind.SUBJECT: 403,
        Kind.ROOM: 67,
        Kind.STAFF: 103,
        Kind.CLASS: 47,
        Kind.WORKLOAD: 474,
        Kind.LESSON: 1187,
    }
    assert {each.code for each in staged.problems} == {Code.LESSON_WITHOUT_TEACHER}
    assert {each.shift for each in staged.of(BellRow)} == {1, 2, 3}
    assert {each.shift for each in staged.of(ClassRow)} >= {1, 3}


def test_a_windows_file_says_the_same_as_its_utf_8_twin(staged: SchoolImport) -> None:
    text = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8")
    windows = text.replace('encoding="utf-8"', 'encoding="windows-1251"').encode("cp1251")
    assert read_bytes("t.xml", windows).rows == staged.rows


def test_a_declaration_that_lies_does_not_garble_names(staged: SchoolImport) -> None:
    data = (FIXTURES / "asc" / "two-classes.xml").read_bytes()
    as_windows = data.replace(b'encoding="utf-8"', b'encoding="windows-1251"')
    assert read_bytes("t.xml", as_windows).rows == staged.rows
    undeclared = data.decode("utf-8").replace(' encoding="utf-8"', "").encode("cp1251")
    guessed = read_bytes("t.xml", undeclared)
    assert guessed.rows == staged.rows
    assert problems(guessed, Code.ENCODING_GUESSED)


def test_a_utf_16_export_is_read(staged: SchoolImport) -> None:
    text = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8").replace("utf-8", "utf-16")
    assert read_bytes("t.xml", text.encode("utf-16")).rows == staged.rows


def test_teachers_get_the_parts_of_their_names_however_they_are_written(staged: SchoolImport) -> None:
    named = {each.key: (each.last_name, each.first_name, each.middle_name) for each in staged.of(StaffRow)}
    assert named == {
        "T1": ("Иванова", "Анна", "Петровна"),
        "T2": ("Семёнов", "П.", "О."),
        "T3": ("Яковлева", "Вера", None),
    }
    assert next(each.phone for each in staged.of(StaffRow) if each.key == "T1") == "+79000000003"


def test_a_class_takes_its_grade_from_the_export_or_from_its_name(staged: SchoolImport) -> None:
    classes = {each.name: each for each in staged.of(ClassRow)}
    assert (classes["7А"].grade, classes["7Б"].grade) == (7, 7)
    assert classes["7А"].teacher == "T1"


def test_a_class_is_in_the_shift_of_most_of_its_lessons(staged: SchoolImport) -> None:
    assert {each.name: each.shift for each in staged.of(ClassRow)} == {"7А": 1, "7Б": 2}


def test_each_shift_rings_every_bell_of_the_day(staged: SchoolImport) -> None:
    assert sorted((each.shift, each.slot) for each in staged.of(BellRow)) == [
        (shift, slot) for shift in (1, 2) for slot in (1, 2, 3, 7, 8)
    ]


def test_only_groups_that_are_taught_or_have_members_become_subgroups(staged: SchoolImport) -> None:
    groups = {each.key: each for each in staged.of(SubgroupRow)}
    assert set(groups) == {"G11", "G12"}
    assert groups["G11"].students == ("P1",)
    assert groups["G11"].school_class == "C1"


def test_students_of_an_export_come_with_their_class(staged: SchoolImport) -> None:
    assert [(each.last_name, each.school_class) for each in staged.of(StudentRow)] == [
        ("Алёшин", "C1"),
        ("Быкова", "C1"),
    ]


def test_hours_of_several_lessons_of_one_teacher_add_up(staged: SchoolImport) -> None:
    hours = {
        (each.teacher, each.subject, each.school_class, each.subgroup): each.hours_week
        for each in staged.of(WorkloadRow)
    }
    assert hours["T1", "S1", "C1", None] == Decimal("4.00")
    assert hours["T2", "S2", "C1", "G11"] == Decimal("1.00")
    assert hours["T2", "S3", "C2", None] == Decimal("0.50")


def test_a_lesson_of_two_classes_stands_in_both(staged: SchoolImport) -> None:
    shared = [each for each in staged.of(LessonRow) if each.subject == "S3"]
    assert [(each.school_class, each.weekday, each.slot, each.week_mask) for each in shared] == [
        ("C1", 2, 3, "10"),
        ("C2", 2, 3, "10"),
    ]


def test_masks_of_days_weeks_and_terms_are_understood(staged: SchoolImport) -> None:
    lessons = {(each.school_class, each.weekday, each.slot): each for each in staged.of(LessonRow)}
    assert lessons["C1", 1, 1].week_mask == "1"
    assert lessons["C1", 4, 3].week_mask == "01"
    assert lessons["C2", 5, 7].week_mask == "1"
    assert lessons["C2", 5, 8].term_mask == "10"


def test_parallel_subgroups_keep_their_own_lessons(staged: SchoolImport) -> None:
    english = [each for each in staged.of(LessonRow) if each.subject == "S2"]
    assert [(each.subgroup, each.teachers, each.room) for each in english] == [
        ("G11", ("T2",), ""),
        ("G12", ("T3",), "R1"),
    ]


def test_what_is_wrong_is_reported_by_line_and_attribute(staged: SchoolImport) -> None:
    lines = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8").splitlines()
    unknown = {(each.place.row, each.place.column) for each in problems(staged, Code.REFERENCE_UNKNOWN)}
    teacher = next(number for number, line in enumerate(lines, 1) if 'teacherids="T1,T9"' in line)
    lesson = next(number for number, line in enumerate(lines, 1) if 'lessonid="L9"' in line)
    assert unknown == {(teacher, "teacherids"), (lesson, "lessonid")}
    (slot,) = problems(staged, Code.SLOT_UNKNOWN)
    assert slot.params == {"value": "6"}
    (unplaced,) = problems(staged, Code.CARD_UNPLACED)
    assert unplaced.severity is Severity.NOTE
    assert len(problems(staged, Code.LESSON_WITHOUT_CLASS)) == 1


def test_the_older_layout_is_read_too() -> None:
    staged = read_path(FIXTURES / "asc" / "layout-2008.xml")
    (lesson,) = staged.of(LessonRow)
    assert (lesson.weekday, lesson.slot, lesson.school_class, lesson.teachers) == (2, 1, "*1", ("*1",))


def test_a_zipped_export_is_read_as_itself(staged: SchoolImport, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.write(FIXTURES / "asc" / "two-classes.xml", "школа/two-classes.xml")
    assert read_path(tmp_path / "t.zip").rows == staged.rows


def test_progress_runs_to_its_end() -> None:
    seen: list[tuple[int, int]] = []
    read_path(FIXTURES / "asc" / "two-classes.xml", progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
