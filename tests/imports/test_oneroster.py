"""Reading OneRoster exports of both versions, Microsoft's dialect, and exports as they really come."""

import io
import zipfile
from datetime import date

import pytest

from journal.imports.formats import read_bytes, read_path
from journal.imports.problems import Code, ImportRefused, Refusal
from journal.imports.rows import (
    ClassRow,
    GuardianRow,
    Kind,
    KinshipRow,
    PeriodRow,
    StaffRow,
    StudentRow,
    SubgroupRow,
    WorkloadRow,
    YearRow,
)
from journal.imports.staging import SchoolImport
from journal.model.people import Capacity, Role
from journal.model.school import PeriodKind
from tests.imports.support import FIXTURES, codes, problems, real


@pytest.fixture(scope="module")
def first() -> SchoolImport:
    return read_path(FIXTURES / "oneroster-1.1")


@pytest.fixture(scope="module")
def second() -> SchoolImport:
    return read_path(FIXTURES / "oneroster-1.2")


def zipped(folder: str, **replaced: str) -> bytes:
    """The folder's files as one zip, some of them with other words in them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((FIXTURES / folder).glob("*.csv")):
            archive.writestr(f"export/{path.name}", replaced.get(path.stem, path.read_text("utf-8-sig")))
    return buffer.getvalue()


@pytest.mark.requirement("R-145")
def test_the_sample_of_the_sds_dialect_is_read() -> None:
    staged = read_path(real("oneroster/ms-sds-v2.1"))
    assert staged.counts == {
        Kind.YEAR: 1,
        Kind.PERIOD: 1,
        Kind.SUBJECT: 3,
        Kind.STAFF: 2,
        Kind.STUDENT: 4,
        Kind.GUARDIAN: 2,
        Kind.KINSHIP: 3,
        Kind.SUBGROUP: 2,
        Kind.WORKLOAD: 2,
    }
    assert {each.capacity for each in staged.of(KinshipRow)} == {Capacity.GUARDIAN, Capacity.REPRESENTATIVE}


def test_a_zip_says_the_same_as_its_folder(first: SchoolImport) -> None:
    assert read_bytes("export.zip", zipped("oneroster-1.1")).rows == first.rows


@pytest.mark.requirement("R-062")
def test_sessions_become_a_year_and_periods_in_the_order_of_their_dates(first: SchoolImport) -> None:
    (year,) = first.of(YearRow)
    assert (year.name, year.starts_on, year.ends_on) == ("2026/2027", date(2026, 9, 1), date(2027, 5, 31))
    periods = {each.number: (each.name, each.period_kind) for each in first.of(PeriodRow)}
    assert periods == {1: ("1-я четверть", PeriodKind.QUARTER), 2: ("2-я четверть", PeriodKind.QUARTER)}


def test_homerooms_are_classes_with_their_students_and_teacher(first: SchoolImport) -> None:
    (home,) = first.of(ClassRow)
    assert (home.name, home.grade, home.teacher) == ("7Б", 7, "t2")
    assert {each.school_class for each in first.of(StudentRow)} == {"h7b"}


def test_a_section_of_the_whole_class_is_taught_to_the_class_and_another_is_a_subgroup(
    first: SchoolImport,
) -> None:
    (group,) = first.of(SubgroupRow)
    assert (group.name, group.school_class, group.subject, group.students) == (
        "Английский 7Б (1)",
        "h7b",
        "c-eng",
        ("p1",),
    )
    taught = {
        (each.teacher, each.subject, each.school_class, each.subgroup) for each in first.of(WorkloadRow)
    }
    assert taught == {("t1", "c-alg", "h7b", None), ("t2", "c-eng", "h7b", "s2")}


def test_guardians_are_linked_from_either_side(first: SchoolImport) -> None:
    assert {(each.student, each.guardian) for each in first.of(KinshipRow)} == {
        ("p1", "g1"),
        ("p1", "g2"),
        ("p2", "g3"),
    }
    phones = {each.key: each.phone for each in first.of(GuardianRow)}
    assert phones == {"g1": "+79000000001", "g2": None, "g3": None}


def test_an_administrator_of_the_export_gets_no_rights_here(first: SchoolImport) -> None:
    roles = {each.key: each.roles for each in first.of(StaffRow)}
    assert roles == {"t1": (Role.TEACHER,), "t2": (Role.TEACHER,)}
    assert problems(first, Code.ROLE_NOT_GIVEN)[0].params == {"value": "administrator"}


def test_disabled_users_and_unknown_roles_are_left_out(first: SchoolImport) -> None:
    assert {each.key for each in first.of(StudentRow)} == {"p1", "p2"}
    (unknown,) = problems(first, Code.ROLE_UNKNOWN)
    assert (unknown.place.file, unknown.place.row, unknown.place.column) == ("users.csv", 10, "role")


def test_problems_name_file_row_and_column(first: SchoolImport) -> None:
    (born,) = problems(first, Code.VALUE_NOT_DATE)
    assert (born.place.file, born.place.row, born.place.column) == ("demographics.csv", 3, "birthDate")
    (section,) = problems(first, Code.REFERENCE_UNKNOWN)
    assert (section.place.file, section.place.row) == ("enrollments.csv", 10)


def test_passwords_of_an_export_are_never_kept(first: SchoolImport) -> None:
    assert "secret" not in repr(first)


def test_version_1_2_keeps_roles_apart(second: SchoolImport) -> None:
    (teacher,) = second.of(StaffRow)
    assert set(teacher.roles or ()) == {Role.TEACHER, Role.DIRECTOR}
    (student,) = second.of(StudentRow)
    assert (student.last_name, student.middle_name, student.school_class) == ("Смирнова", "Игоревна", "h7b")


def test_marks_semicolons_misspelt_headers_and_file_names_are_forgiven_and_reported(
    second: SchoolImport,
) -> None:
    (guessed,) = problems(second, Code.HEADER_GUESSED)
    assert (guessed.place.column, guessed.params) == ("familyNam", {"read_as": "familyName"})
    (strange,) = problems(second, Code.HEADER_UNKNOWN)
    assert strange.place.column == "любимый цвет"
    assert second.of(KinshipRow)
    assert {each.params["value"] for each in problems(second, Code.ROLE_UNKNOWN)} == {"sorcerer"}


def test_a_missing_required_column_leaves_its_file_out_and_closes_nobody() -> None:
    users = (FIXTURES / "oneroster-1.1" / "users.csv").read_text("utf-8").replace("sourcedId,", "id,", 1)
    staged = read_bytes("export.zip", zipped("oneroster-1.1", users=users))
    assert problems(staged, Code.HEADER_MISSING)[0].place.column == "sourcedId"
    assert not staged.of(StudentRow)
    assert Kind.STUDENT not in staged.complete


def test_a_manifest_of_changes_makes_nobody_gone_but_the_deleted() -> None:
    manifest = "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"
    users = (
        (FIXTURES / "oneroster-1.1" / "users.csv").read_text("utf-8").replace("p2,,", "p2,tobedeleted,", 1)
    )
    staged = read_bytes("export.zip", zipped("oneroster-1.1", manifest=manifest, users=users))
    assert Kind.STUDENT not in staged.complete
    assert (Kind.STUDENT, "p2") in staged.removed
    assert {each.key for each in staged.of(StudentRow)} == {"p1"}


def test_windows_csv_is_read_with_a_note() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted((FIXTURES / "oneroster-1.1").glob("*.csv")):
            archive.writestr(path.name, path.read_text("utf-8").encode("cp1251"))
    staged = read_bytes("export.zip", buffer.getvalue())
    assert {each.first_name for each in staged.of(StudentRow)} == {"Анна", "Олег"}
    assert Code.ENCODING_GUESSED in codes(staged)


def test_csv_files_of_another_kind_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("cats.csv", "name,colour\nBarsik,grey\n")
        archive.writestr("dogs.csv", "name,colour\nSharik,black\n")
    with pytest.raises(ImportRefused) as refused:
        read_bytes("pets.zip", buffer.getvalue())
    assert refused.value.refusal is Refusal.NOTHING_RECOGNISED
