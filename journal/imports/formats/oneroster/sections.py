"""Classes of an export: homerooms are classes, the others are taught to a class, a part of it or across."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journal.imports.formats.oneroster.export import Export
from journal.imports.formats.oneroster.people import OTHER_STAFF, STUDENT, TEACHER, is_known_role, role_word
from journal.imports.formats.records import Record
from journal.imports.names import fold, grade_of
from journal.imports.problems import Code, Place
from journal.imports.rows import (
    ClassRow,
    Kind,
    StaffRow,
    StudentRow,
    SubgroupRow,
    SubjectRow,
    WorkloadRow,
)
from journal.imports.staging import Staging


@dataclass(slots=True)
class _Section:
    """One class of the export with whom it enrols."""

    key: str
    place: Place
    title: str
    homeroom: bool
    grade: int | None
    course: str | None
    students: list[str] = field(default_factory=list)
    teachers: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)


def stage(export: Export, staging: Staging) -> None:
    """Stage classes, study groups and workload, and put students into their classes."""
    sections = _sections(export, staging)
    _enrol(export, sections, staging)
    homerooms = {each.key: each for each in sections.values() if each.homeroom}
    homes: dict[str, str] = {}
    for each in homerooms.values():
        leader = next(iter((*each.leaders, *each.teachers)), None)
        staging.add(
            ClassRow(key=each.key, place=each.place, name=each.title, grade=each.grade, teacher=leader)
        )
        for student in each.students:
            homes.setdefault(student, each.key)
    _settle(homes, export, staging)
    for each in sections.values():
        if not each.homeroom:
            _stage_section(each, homerooms, homes, staging)


def _sections(export: Export, staging: Staging) -> dict[str, _Section]:
    found: dict[str, _Section] = {}
    for record in export.records("classes", (Kind.CLASS, Kind.SUBGROUP)):
        key, title = record.text("sourcedId", required=True), record.text("title", required=True)
        if not key or not title:
            continue
        course = record.text("courseSourcedId")
        homeroom = fold(record.text("classType") or "") == "homeroom"
        if course and not homeroom and staging.get(SubjectRow, course) is None:
            record.fail(Code.REFERENCE_UNKNOWN, "courseSourcedId", kind=Kind.SUBJECT, value=course[:60])
            continue
        if key in found:
            record.fail(
                Code.KEY_REPEATED, "sourcedId", kind=Kind.CLASS, value=title, first_row=found[key].place.row
            )
            continue
        found[key] = _Section(key, record.place, title, homeroom, _grade(record, title), course)
    return found


def _grade(record: Record, title: str) -> int | None:
    said = record.names("grades")
    own = int(said[0]) if said and said[0].isdecimal() and len(said[0]) < 3 else None
    return own if own and 1 <= own <= 12 else grade_of(title)


def _enrol(export: Export, sections: Mapping[str, _Section], staging: Staging) -> None:
    for record in export.records("enrollments"):
        section = sections.get(record.text("classSourcedId", required=True) or "")
        user = record.text("userSourcedId", required=True)
        word = role_word(record.text("role") or "")
        if section is None:
            record.fail(
                Code.REFERENCE_UNKNOWN,
                "classSourcedId",
                kind=Kind.CLASS,
                value=(record.text("classSourcedId") or "")[:60],
            )
        elif not is_known_role(word):
            staging.warn(Code.ROLE_UNKNOWN, record.at("role"), value=record.text("role"))
        elif user and word in STUDENT:
            _enrol_as(StudentRow, Kind.STUDENT, user, section.students, record, staging)
        elif user and word in TEACHER:
            leads = fold(record.text("primary") or "") in ("true", "1")
            _enrol_as(
                StaffRow, Kind.STAFF, user, section.leaders if leads else section.teachers, record, staging
            )
        elif word not in OTHER_STAFF:
            staging.warn(Code.ROLE_UNKNOWN, record.at("role"), value=record.text("role"))


def _enrol_as(
    row_type: type[StudentRow] | type[StaffRow],
    kind: Kind,
    user: str,
    members: list[str],
    record: Record,
    staging: Staging,
) -> None:
    if staging.get(row_type, user) is None:
        record.fail(Code.REFERENCE_UNKNOWN, "userSourcedId", kind=kind, value=user[:60])
    elif user not in members:
        members.append(user)


def _settle(homes: Mapping[str, str], export: Export, staging: Staging) -> None:
    """Put each student into its class; those without one are counted in one problem."""
    homeless = 0
    for student in list(staging.of(StudentRow)):
        if student.key in homes:
            staging.put(replace(student, school_class=homes[student.key]))
        else:
            homeless += 1
    if homeless:
        staging.warn(Code.STUDENT_WITHOUT_CLASS, Place(export.file("enrollments")), count=homeless)


def _stage_section(
    each: _Section, homerooms: Mapping[str, _Section], homes: Mapping[str, str], staging: Staging
) -> None:
    """A section that holds a whole class is taught to the class; otherwise it is a unit of its own."""
    inside = {homes.get(student) for student in each.students}
    home = next(iter(inside)) if len(inside) == 1 else None
    whole = home is not None and set(homerooms[home].students) == set(each.students)
    if not whole:
        staging.add(
            SubgroupRow(
                key=each.key,
                place=each.place,
                name=each.title,
                school_class=home or "",
                subject=each.course if home else None,
                grade=each.grade,
                students=tuple(each.students),
            )
        )
    for teacher in dict.fromkeys((*each.leaders, *each.teachers)):
        if each.course:
            staging.add(
                WorkloadRow(
                    key=f"{teacher}|{each.course}|{home if whole else each.key}",
                    place=each.place,
                    teacher=teacher,
                    subject=each.course,
                    school_class=home or "",
                    subgroup=None if whole else each.key,
                )
            )
