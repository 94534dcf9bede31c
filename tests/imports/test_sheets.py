"""Reading the school's own spreadsheets as people really fill them in."""

from datetime import date, time
from decimal import Decimal

import pytest

from journal.imports.difference import SchoolState, difference
from journal.imports.formats import read_bytes, read_path
from journal.imports.problems import Code
from journal.imports.rows import (
    BellRow,
    ClassRow,
    CurriculumRow,
    GuardianRow,
    KinshipRow,
    LessonRow,
    PeriodRow,
    PlanRow,
    StaffRow,
    StudentRow,
    SubgroupRow,
    SubjectRow,
    WorkloadRow,
    YearRow,
)
from journal.imports.staging import SchoolImport
from journal.model.people import Capacity, Role
from journal.model.school import PeriodKind
from reports.templates import workbook
from tests.imports.support import FIXTURES, codes, problems


def sheets(**rows: list[dict[str, object]]) -> SchoolImport:
    return read_bytes("школа.xlsx", workbook(rows))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def students() -> SchoolImport:
    return read_path(FIXTURES / "sheets" / "students.csv")


@pytest.mark.requirement("R-145")
def test_a_class_list_brings_students_guardians_and_their_kinship(students: SchoolImport) -> None:
    assert [(each.last_name, each.first_name, each.birth_date) for each in students.of(StudentRow)] == [
        ("Смирнова", "Анна", date(2013, 3, 5)),
        ("Смирнов", "Пётр", date(2014, 7, 1)),
        ("Юрьева", "Вера", date(2013, 11, 12)),
    ]
    assert [each.capacity for each in students.of(KinshipRow)] == [
        Capacity.PARENT,
        Capacity.PARENT,
        Capacity.PARENT,
        Capacity.REPRESENTATIVE,
    ]


def test_a_mother_of_two_is_one_person(students: SchoolImport) -> None:
    mothers = [each for each in students.of(GuardianRow) if each.first_name == "Ольга"]
    assert [each.phone for each in mothers] == ["+79000000001"]
    assert sum(each.guardian == mothers[0].key for each in students.of(KinshipRow)) == 2


def test_one_class_written_two_ways_is_one_class(students: SchoolImport) -> None:
    assert [each.name for each in students.of(ClassRow)] == ["7Б"]


def test_wrong_cells_are_named_by_row_and_column(students: SchoolImport) -> None:
    (born,) = problems(students, Code.VALUE_NOT_DATE)
    assert (born.place.row, born.place.column, born.params) == (4, "Дата рождения", {"value": "31.02.2013"})
    (missing,) = problems(students, Code.VALUE_MISSING)
    assert (missing.place.row, missing.place.column) == (5, "класс")


@pytest.mark.requirement("R-150")
def test_staff_come_with_roles_class_and_the_order() -> None:
    staged = sheets(
        staff=[
            {
                "last_name": "Иванова Анна Петровна",
                "roles": "Учитель математики, завуч",
                "head_of": "7Б",
                "order_number": "41-к",
                "order_date": date(2026, 8, 28),
            },
            {"last_name": "Котов", "first_name": "Лев", "roles": "кочегар"},
        ]
    )
    (teacher,) = staged.of(StaffRow)
    assert teacher.roles == (Role.TEACHER, Role.DEPUTY_HEAD)
    assert (teacher.order_number, teacher.order_date) == ("41-к", date(2026, 8, 28))
    assert [(each.name, each.teacher) for each in staged.of(ClassRow)] == [("7Б", teacher.key)]
    assert problems(staged, Code.ROLE_UNKNOWN)[0].params == {"value": "кочегар"}


@pytest.mark.requirement("R-076")
def test_workload_and_curriculum_make_subject_pages() -> None:
    staged = sheets(
        staff=[{"last_name": "Иванова", "first_name": "Анна", "middle_name": "Петровна", "roles": "учитель"}],
        students=[{"school_class": "7Б", "last_name": "Смирнова", "first_name": "Анна"}],
        workload=[
            {
                "teacher": "Иванова А.П.",
                "subject": "Алгебра",
                "school_class": "7б",
                "hours_week": Decimal("3.5"),
            }
        ],
        curriculum=[{"grade": 7, "subject": "алгебра", "hours_year": 102}],
    )
    found = difference(SchoolState(), staged)
    (page,) = found.added[WorkloadRow.kind]
    (teacher,) = found.added[StaffRow.kind]
    assert isinstance(page, WorkloadRow)
    assert (page.teacher, page.hours_week) == (f"+{teacher.key}", Decimal("3.50"))
    assert [each.label for each in found.added[SubjectRow.kind]] == ["алгебра"]
    assert [each.hours_year for each in staged.of(CurriculumRow)] == [102]
    assert not found.problems


@pytest.mark.requirement("R-067")
def test_a_timetable_reads_days_weeks_subgroups_and_two_teachers() -> None:
    staged = sheets(
        timetable=[
            {
                "school_class": "7Б",
                "weekday": "Понедельник",
                "slot": 2,
                "subject": "Алгебра",
                "teacher": "Иванова А. П.",
                "second_teacher": "Котов Лев",
                "room": "214",
                "weeks": "чётная",
            },
            {
                "school_class": "7Б",
                "weekday": "вт",
                "slot": 0,
                "subject": "Английский",
                "subgroup": "англ. 1",
            },
        ]
    )
    monday, tuesday = staged.of(LessonRow)
    assert (monday.weekday, monday.slot, monday.week_mask, len(monday.teachers or ())) == (1, 2, "01", 2)
    assert (tuesday.weekday, tuesday.slot, tuesday.teachers, tuesday.room) == (2, 0, (), "")
    assert tuesday.subgroup == "subgroup:class:7б|англ 1|"


def test_a_word_that_is_no_day_is_answered_with_the_nearest() -> None:
    staged = sheets(
        timetable=[{"school_class": "7Б", "weekday": "понедельнек", "slot": 1, "subject": "Алгебра"}]
    )
    (unknown,) = problems(staged, Code.VALUE_UNKNOWN)
    assert unknown.params == {"value": "понедельнек", "nearest": "понедельник"}
    assert not staged.of(LessonRow)


@pytest.mark.requirement("R-077")
def test_a_lesson_plan_numbers_its_rows_for_each_class() -> None:
    staged = sheets(
        lesson_plan=[
            {"subject": "Алгебра", "school_class": "7А, 7Б", "topic": "Выражения", "hours": 2},
            {
                "subject": "Алгебра",
                "school_class": "7А, 7Б",
                "topic": "Контрольная",
                "work_kind": "контрольная",
            },
        ]
    )
    rows = [(each.school_class, each.number, each.topic, each.hours) for each in staged.of(PlanRow)]
    assert rows == [
        ("class:7а", 1, "Выражения", 2),
        ("class:7б", 1, "Выражения", 2),
        ("class:7а", 2, "Контрольная", 1),
        ("class:7б", 2, "Контрольная", 1),
    ]


@pytest.mark.requirement("R-077")
def test_a_lesson_plan_may_be_a_text_file() -> None:
    text = "Предмет\tКласс\t№ п/п\tТема урока\tКол-во часов\nАлгебра\t7Б\t1\tЧисла\t1\n"
    (row,) = read_bytes("ктп.txt", text.encode("cp1251")).of(PlanRow)
    assert (row.number, row.topic) == (1, "Числа")


@pytest.mark.requirement("R-062")
def test_periods_and_bells_are_set_from_a_file() -> None:
    staged = sheets(
        periods=[
            {"period_kind": "учебный год", "starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 28)},
            {"period_kind": "полугодие", "starts_on": date(2026, 9, 1), "ends_on": date(2026, 12, 28)},
            {"period_kind": "полугодие", "starts_on": date(2027, 1, 11), "ends_on": date(2027, 5, 28)},
        ],
        bells=[{"slot": 1, "starts": time(8, 30), "ends": time(9, 15)}],
    )
    assert [each.name for each in staged.of(YearRow)] == ["2026/2027"]
    assert [(each.name, each.period_kind) for each in staged.of(PeriodRow)] == [
        ("1-е полугодие", PeriodKind.HALF_YEAR),
        ("2-е полугодие", PeriodKind.HALF_YEAR),
    ]
    (bell,) = staged.of(BellRow)
    assert (bell.shift, bell.starts, bell.ends) == (1, time(8, 30), time(9, 15))


@pytest.mark.requirement("R-071")
def test_subgroups_gather_their_members() -> None:
    staged = sheets(
        students=[
            {
                "school_class": "7Б",
                "last_name": "Смирнова",
                "first_name": "Анна",
                "birth_date": date(2013, 3, 5),
            },
            {"school_class": "7Б", "last_name": "Тихонов", "first_name": "Олег"},
        ],
        subgroups=[
            {"school_class": "7Б", "subgroup": "англ. 1", "student": "Смирнова Анна"},
            {"school_class": "7Б", "subgroup": "англ. 1", "student": "Тихонов Олег"},
        ],
    )
    found = difference(SchoolState(), staged)
    (group,) = found.added[SubgroupRow.kind]
    assert isinstance(group, SubgroupRow)
    assert set(group.students or ()) == {f"+{each.key}" for each in found.added[StudentRow.kind]}


def test_headers_are_found_under_a_title_in_any_case_and_order() -> None:
    text = "Школа № 5;;;\n;;;\nимя;КЛАСС;Фамилия *;Дата  Рождения\nАнна;7Б;Смирнова;05.03.2013\n"
    (student,) = read_bytes("Список.csv", text.encode()).of(StudentRow)
    assert (student.first_name, student.last_name, student.birth_date) == (
        "Анна",
        "Смирнова",
        date(2013, 3, 5),
    )


def test_an_unknown_sheet_is_passed_over_with_a_note() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"curriculum": [{"grade": 7, "subject": "Алгебра", "hours_year": 102}]}))
    )
    book.create_sheet("Прочее")["A1"] = "заметки"
    buffer = io.BytesIO()
    book.save(buffer)
    staged = read_bytes("школа.xlsx", buffer.getvalue())
    assert codes(staged) == {Code.SHEET_UNKNOWN}
    assert staged.of(CurriculumRow)


def test_a_sheet_nobody_filled_in_closes_nobody() -> None:
    assert sheets(staff=[], students=[]).complete == frozenset()
