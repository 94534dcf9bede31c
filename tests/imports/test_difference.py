"""What an import would add, change and close, and that importing twice changes nothing."""

from datetime import date, time

import pytest

from journal.imports.difference import Difference, SchoolState, Stored, difference
from journal.imports.formats import read_bytes, read_path
from journal.imports.problems import Code
from journal.imports.rows import (
    ClassRow,
    Kind,
    LessonRow,
    PeriodRow,
    Row,
    StaffRow,
    StudentRow,
    SubjectRow,
    WorkloadRow,
)
from journal.imports.staging import SchoolImport
from journal.model.people import Role
from journal.model.school import PeriodKind
from reports.templates import workbook
from tests.imports.support import FIXTURES, applied, codes, problems, real

EMPTY = SchoolState()
ANNA = {
    "school_class": "7Б",
    "last_name": "Смирнова",
    "first_name": "Анна",
    "birth_date": date(2013, 3, 5),
    "guardian_1": "Смирнова Ольга Петровна",
    "relation_1": "мать",
    "phone_1": "+79000000001",
}
OLEG = {"school_class": "7Б", "last_name": "Тихонов", "first_name": "Олег", "birth_date": date(2013, 1, 2)}
VERA = {"school_class": "7А", "last_name": "Юрьева", "first_name": "Вера", "birth_date": date(2013, 7, 9)}
TEACHER = {"last_name": "Иванова", "first_name": "Анна", "middle_name": "Петровна", "roles": "учитель"}


def sheets(**rows: list[dict[str, object]]) -> SchoolImport:
    return read_bytes("школа.xlsx", workbook(rows))  # type: ignore[arg-type]


def school(*imports: SchoolImport) -> SchoolState:
    """A school into which these were imported one after another."""
    state = EMPTY
    for staged in imports:
        state = applied(state, difference(state, staged))
    return state


def changes(of: Difference, kind: Kind) -> list[tuple[str, object, object]]:
    return [
        (change.field, change.before, change.after)
        for changed in of.changed.get(kind, ())
        for change in changed.changes
    ]


def gone(of: Difference, kind: Kind) -> list[str]:
    return [each.row.label for each in of.gone.get(kind, ())]


@pytest.mark.parametrize(
    "name", ["asc/two-classes.xml", "oneroster-1.1", "oneroster-1.2", "sheets/students.csv"]
)
def test_importing_twice_changes_nothing(name: str) -> None:
    staged = read_path(FIXTURES / name)
    again = difference(school(staged), staged)
    assert again.empty
    assert not again.links


def test_importing_a_real_timetable_twice_changes_nothing() -> None:
    staged = read_path(real("asc/timetable-47-classes.xml"))
    once = difference(EMPTY, staged)
    assert len(once.added[Kind.LESSON]) == 1187
    assert len(once.added[Kind.CLASS]) == 47
    # The export names fifteen subjects twice under different ids.
    assert len(once.added[Kind.SUBJECT]) == 388
    assert difference(applied(EMPTY, once), staged).empty


def test_an_empty_school_gets_everything_as_added() -> None:
    found = difference(EMPTY, sheets(students=[ANNA, OLEG]))
    assert found.counts() == {
        Kind.CLASS: (1, 0, 0),
        Kind.STUDENT: (2, 0, 0),
        Kind.GUARDIAN: (1, 0, 0),
        Kind.KINSHIP: (1, 0, 0),
    }
    assert found.labels[Kind.STUDENT, f"+{found.added[Kind.STUDENT][0].key}"] == "Смирнова Анна"


def test_a_change_is_told_field_by_field_before_and_after() -> None:
    state = school(sheets(students=[ANNA]))
    found = difference(state, sheets(students=[{**ANNA, "phone_1": "+79000000009"}]))
    assert changes(found, Kind.GUARDIAN) == [("phone", "+79000000001", "+79000000009")]
    assert found.counts() == {Kind.GUARDIAN: (0, 1, 0)}


def test_what_a_file_does_not_say_stays_as_it_is() -> None:
    state = school(sheets(students=[ANNA]))
    assert difference(state, sheets(students=[{**ANNA, "phone_1": None}])).empty


def test_a_student_who_changes_class_is_moved_and_not_doubled() -> None:
    state = school(sheets(students=[ANNA, VERA]))
    found = difference(state, sheets(students=[{**ANNA, "school_class": "7А"}, VERA]))
    (moved,) = changes(found, Kind.STUDENT)
    assert moved[0] == "school_class"
    assert {found.labels[Kind.CLASS, str(each)] for each in moved[1:]} == {"7Б", "7А"}
    assert found.counts() == {Kind.STUDENT: (0, 1, 0)}


def test_a_student_with_a_new_last_name_is_still_the_same_student() -> None:
    state = school(sheets(students=[ANNA]))
    found = difference(state, sheets(students=[{**ANNA, "last_name": "Орлова"}]))
    assert changes(found, Kind.STUDENT) == [("last_name", "Смирнова", "Орлова")]
    assert not found.gone


def test_who_is_missing_from_a_class_list_is_gone_from_that_class_only() -> None:
    state = school(sheets(students=[ANNA, OLEG, VERA]))
    found = difference(state, sheets(students=[ANNA]))
    assert gone(found, Kind.STUDENT) == ["Тихонов Олег"]


def test_who_comes_back_is_reopened_and_not_added() -> None:
    state = school(sheets(students=[ANNA, OLEG]), sheets(students=[ANNA]))
    found = difference(state, sheets(students=[ANNA, OLEG]))
    assert changes(found, Kind.STUDENT) == [("closed", True, False)]
    assert difference(applied(state, found), sheets(students=[ANNA, OLEG])).empty


def test_a_guardian_missing_from_the_list_is_reported_and_never_unlinked() -> None:
    state = school(sheets(students=[ANNA]))
    other = {**ANNA, "guardian_1": "Смирнов Игорь", "phone_1": None}
    found = difference(state, sheets(students=[other]))
    assert found.counts() == {Kind.GUARDIAN: (1, 0, 0), Kind.KINSHIP: (1, 0, 0)}
    assert [each.params for each in problems(found, Code.GUARDIAN_NOT_LISTED)] == [
        {"student": "Смирнова Анна", "guardian": "Смирнова Ольга Петровна"}
    ]


def test_a_list_without_any_guardians_says_nothing_about_them() -> None:
    state = school(sheets(students=[ANNA]))
    found = difference(state, sheets(students=[{**ANNA, "guardian_1": None}]))
    assert found.empty
    assert not found.problems


def test_nobody_is_gone_while_the_file_has_errors() -> None:
    state = school(sheets(students=[ANNA, OLEG]))
    text = "Класс;Фамилия;Имя;Дата рождения\n7Б;Смирнова;Анна;05.03.2013\n7Б;Тихонов;Олег;02.21.2013\n"
    found = difference(state, read_bytes("класс.csv", text.encode()))
    assert not found.gone
    assert problems(found, Code.CLOSING_WITHHELD)[0].params == {"count": 1}


def test_closing_can_be_left_out() -> None:
    state = school(sheets(students=[ANNA, OLEG]))
    assert difference(state, sheets(students=[ANNA]), closing=False).empty


def test_a_timetable_from_another_program_finds_classes_teachers_and_subjects_again() -> None:
    by_hand = sheets(
        staff=[TEACHER],
        students=[{**ANNA, "school_class": "7 А"}],
        workload=[{"teacher": "Иванова Анна Петровна", "subject": "алгебра", "school_class": "7А"}],
    )
    state = school(by_hand)
    found = difference(state, read_path(FIXTURES / "asc" / "two-classes.xml"))
    assert [row.label for row in found.added[Kind.CLASS]] == ["7Б"]
    assert [row.label for row in found.added[Kind.STAFF]] == ["Семёнов П. О.", "Яковлева Вера"]
    assert [row.label for row in found.added[Kind.SUBJECT]] == ["Английский язык", "Технология"]
    assert not [field for field, *_ in changes(found, Kind.CLASS) if field == "name"]
    assert difference(applied(state, found), read_path(FIXTURES / "asc" / "two-classes.xml")).empty


def test_initials_never_replace_a_full_name() -> None:
    state = school(sheets(staff=[TEACHER]))
    timetable = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8")
    short = timetable.replace('firstname="Анна Петровна" lastname="Иванова" ', "")
    found = difference(state, read_bytes("t.xml", short.encode()))
    assert [field for field, *_ in changes(found, Kind.STAFF)] == ["phone"]


def test_initials_that_fit_two_people_are_a_problem_and_not_a_guess() -> None:
    state = school(sheets(staff=[TEACHER, {**TEACHER, "first_name": "Алла", "middle_name": "Павловна"}]))
    lesson = {
        "school_class": "7А",
        "weekday": "пн",
        "slot": 1,
        "subject": "Алгебра",
        "teacher": "Иванова А. П.",
    }
    found = difference(school_with_algebra(state), sheets(timetable=[lesson]))
    assert problems(found, Code.REFERENCE_AMBIGUOUS)[0].params == {
        "kind": Kind.STAFF,
        "value": "Иванова А. П.",
        "count": 2,
    }


def school_with_algebra(state: SchoolState) -> SchoolState:
    return applied(
        state,
        difference(
            state,
            sheets(
                students=[{**ANNA, "school_class": "7А"}],
                curriculum=[{"grade": 7, "subject": "Алгебра", "hours_year": 102}],
            ),
        ),
    )


def test_an_unknown_name_is_reported_once_with_the_nearest_known() -> None:
    lessons = [
        {"school_class": "7А", "weekday": "пн", "slot": slot, "subject": "Алгебрра", "teacher": ""}
        for slot in (1, 2, 3)
    ]
    found = difference(school_with_algebra(EMPTY), sheets(timetable=lessons))
    (unknown,) = problems(found, Code.REFERENCE_UNKNOWN)
    assert unknown.params == {"kind": Kind.SUBJECT, "value": "Алгебрра", "nearest": "Алгебра", "rows": 3}
    assert unknown.place.row == 2
    assert not found.added


def test_a_new_timetable_replaces_that_of_its_classes_wherever_the_old_one_came_from() -> None:
    state = school(read_path(FIXTURES / "asc" / "two-classes.xml"))
    lesson = {"school_class": "7А", "weekday": "пн", "slot": 1, "subject": "Технология"}
    found = difference(state, sheets(timetable=[lesson]))
    (class_7a,) = (f"#{each.id}" for each in state.of(ClassRow) if each.row.name == "7А")
    before = {each.id for each in state.of(LessonRow) if each.row.school_class == class_7a}
    assert {each.id for each in found.gone[Kind.LESSON]} == before
    assert len(before) == len(state.of(LessonRow)) - 3
    assert len(found.added[Kind.LESSON]) == 1


def test_regenerated_ids_are_found_again_by_name() -> None:
    data = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8")
    state = school(read_bytes("t.xml", data.encode()))
    regenerated = read_bytes("t.xml", data.replace('"C1"', '"Z1"').replace('"C1,', '"Z1,').encode())
    found = difference(state, regenerated)
    assert found.empty
    assert found.links == {(Kind.CLASS, state.of(ClassRow)[0].id): "Z1"}
    assert not difference(applied(state, found), regenerated).links


def test_roles_are_given_by_a_file_and_never_taken() -> None:
    state = school(sheets(staff=[{**TEACHER, "roles": "учитель, завуч"}]))
    assert difference(state, sheets(staff=[TEACHER])).empty
    found = difference(state, sheets(staff=[{**TEACHER, "roles": "директор"}]))
    assert changes(found, Kind.STAFF) == [
        ("roles", (Role.DEPUTY_HEAD, Role.TEACHER), (Role.DEPUTY_HEAD, Role.DIRECTOR, Role.TEACHER))
    ]


def test_two_students_who_cannot_be_told_apart_are_left_for_a_person() -> None:
    twins = tuple(
        Stored(number, StudentRow(key="", last_name="Смирнова", first_name="Анна", school_class="#1"))
        for number in (5, 6)
    )
    state = SchoolState(
        {Kind.CLASS: (Stored(1, ClassRow(key="class:7б", name="7Б", grade=7), "xlsx"),), Kind.STUDENT: twins}
    )
    found = difference(state, sheets(students=[{**ANNA, "birth_date": None, "guardian_1": None}]))
    assert problems(found, Code.MATCH_AMBIGUOUS)[0].params["count"] == 2
    assert found.empty


class TestTerms:
    """Lessons of single terms become lessons of days."""

    HALVES = tuple(
        Stored(
            number,
            PeriodRow(
                key="",
                period_kind=PeriodKind.HALF_YEAR,
                number=number,
                name="",
                starts_on=starts_on,
                ends_on=ends_on,
            ),
        )
        for number, starts_on, ends_on in (
            (1, date(2026, 9, 1), date(2026, 12, 28)),
            (2, date(2027, 1, 11), date(2027, 5, 28)),
        )
    )

    def lesson(self, mask: str, today: date, periods: tuple[Stored[PeriodRow], ...]) -> Difference:
        text = (FIXTURES / "asc" / "two-classes.xml").read_text("utf-8")
        staged = read_bytes("t.xml", text.replace('terms="10"', f'terms="{mask}"').encode())
        return difference(SchoolState({Kind.PERIOD: periods}, today), staged)

    def days(self, found: Difference) -> list[tuple[date | None, date | None]]:
        rows = [row for row in found.added[Kind.LESSON] if isinstance(row, LessonRow)]
        return [(row.since, row.until) for row in rows if row.slot == 8]

    def test_the_first_term_ends_and_the_second_begins_with_its_period(self) -> None:
        autumn = date(2026, 10, 14)
        assert self.days(self.lesson("10", autumn, self.HALVES)) == [(None, date(2026, 12, 29))]
        assert self.days(self.lesson("01", autumn, self.HALVES)) == [(date(2027, 1, 11), None)]
        assert self.days(self.lesson("11", autumn, self.HALVES)) == [(None, None)]

    def test_what_is_over_is_left_out_and_what_has_begun_says_no_beginning(self) -> None:
        spring = date(2027, 2, 1)
        assert self.days(self.lesson("10", spring, self.HALVES)) == []
        assert self.days(self.lesson("01", spring, self.HALVES)) == [(None, None)]

    def test_terms_without_periods_of_their_number_are_reported(self) -> None:
        found = self.lesson("100", date(2026, 10, 14), self.HALVES)
        assert self.days(found) == [(None, None)]
        assert problems(found, Code.TERMS_UNKNOWN)[0].params == {"count": 3}


class TestFingerprint:
    """The fingerprint stands for the effect, and for nothing else."""

    def test_the_same_effect_has_the_same_fingerprint_in_whatever_order(self) -> None:
        one = difference(EMPTY, sheets(students=[ANNA, OLEG]))
        other = difference(EMPTY, sheets(students=[OLEG, ANNA]))
        assert one.fingerprint == other.fingerprint

    def test_a_change_of_the_data_in_between_shows(self) -> None:
        state = school(sheets(students=[ANNA, OLEG]))
        staged = sheets(students=[{**ANNA, "phone_1": "+79000000009"}, OLEG])
        previewed = difference(state, staged)
        meanwhile = applied(
            state, difference(state, sheets(students=[{**ANNA, "phone_1": "+79000000005"}, OLEG]))
        )
        assert difference(meanwhile, staged).fingerprint != previewed.fingerprint

    def test_a_change_of_something_else_does_not_stand_in_the_way(self) -> None:
        state = school(sheets(students=[ANNA]))
        staged = sheets(students=[{**ANNA, "phone_1": "+79000000009"}])
        previewed = difference(state, staged)
        meanwhile = applied(state, difference(state, sheets(students=[VERA])))
        assert difference(meanwhile, staged).fingerprint == previewed.fingerprint

    def test_another_gone_student_shows(self) -> None:
        staged = sheets(students=[ANNA])
        one = difference(school(sheets(students=[ANNA, OLEG])), staged)
        other = difference(school(sheets(students=[ANNA, {**OLEG, "first_name": "Пётр"}])), staged)
        assert one.fingerprint != other.fingerprint


class TestChecks:
    """What does not fit together is told before anybody confirms."""

    @pytest.mark.requirement("R-078")
    def test_plan_hours_that_differ_from_the_curriculum_are_reported(self) -> None:
        state = school_with_algebra(EMPTY)
        topics = [
            {"subject": "Алгебра", "school_class": "7А", "topic": "Выражения", "hours": 99},
            {"subject": "Алгебра", "school_class": "7А", "topic": "Итоги", "hours": 2},
        ]
        (differs,) = problems(difference(state, sheets(lesson_plan=topics)), Code.PLAN_HOURS_DIFFER)
        assert differs.params == {"subject": "Алгебра", "unit": "7А", "hours": 101, "curriculum": 102}
        topics[1]["hours"] = 3
        assert not problems(difference(state, sheets(lesson_plan=topics)), Code.PLAN_HOURS_DIFFER)

    def test_a_subject_of_the_curriculum_that_nobody_teaches_is_reported(self) -> None:
        staged = sheets(
            staff=[TEACHER],
            students=[ANNA],
            curriculum=[
                {"grade": 7, "subject": "Алгебра", "hours_year": 102},
                {"grade": 7, "subject": "Физика", "hours_year": 68},
            ],
            workload=[
                {"teacher": "Иванова А. П.", "subject": "Алгебра", "school_class": "7Б"},
                {"teacher": "Иванова А. П.", "subject": "Ритмика", "school_class": "7Б"},
            ],
        )
        found = difference(EMPTY, staged)
        assert problems(found, Code.WORKLOAD_MISSING)[0].params == {"subject": "Физика", "grade": 7}
        assert problems(found, Code.CURRICULUM_MISSING)[0].params == {"subject": "Ритмика", "grade": 7}

    def test_a_teacher_in_two_places_is_reported_but_not_in_alternate_weeks(self) -> None:
        def twice(first: str, second: str) -> set[Code]:
            lessons = [
                {"weekday": "пн", "slot": 1, "teacher": "Иванова А. П.", **each}
                for each in (
                    {"school_class": "7А", "subject": "Алгебра", "weeks": first},
                    {"school_class": "7Б", "subject": "Геометрия", "weeks": second},
                )
            ]
            subjects = [{"grade": 7, "subject": name, "hours_year": 100} for name in ("Алгебра", "Геометрия")]
            return codes(
                difference(
                    EMPTY,
                    sheets(staff=[TEACHER], students=[ANNA, VERA], curriculum=subjects, timetable=lessons),
                )
            )

        assert Code.TEACHER_TWICE in twice("каждая", "чётная")
        assert Code.TEACHER_TWICE not in twice("нечётная", "чётная")

    def test_a_lesson_without_a_bell_and_overlapping_quarters_are_reported(self) -> None:
        staged = sheets(
            students=[ANNA],
            curriculum=[{"grade": 7, "subject": "Алгебра", "hours_year": 102}],
            bells=[{"slot": 1, "starts": time(8, 30), "ends": time(9, 15)}],
            timetable=[{"school_class": "7Б", "weekday": "пн", "slot": 9, "subject": "Алгебра"}],
            periods=[
                {"period_kind": "четверть", "starts_on": date(2026, 9, 1), "ends_on": date(2026, 11, 1)},
                {"period_kind": "четверть", "starts_on": date(2026, 11, 1), "ends_on": date(2026, 12, 28)},
            ],
        )
        assert {Code.SLOT_UNKNOWN, Code.PERIODS_OVERLAP} <= codes(difference(EMPTY, staged))


def test_every_reference_of_a_difference_is_known_by_name() -> None:
    found = difference(EMPTY, read_path(FIXTURES / "asc" / "two-classes.xml"))
    lessons = [row for row in found.added[Kind.LESSON] if isinstance(row, LessonRow)]
    named = {found.labels[Kind.SUBJECT, row.subject] for row in lessons}
    assert named == {"Алгебра", "Английский язык", "Технология"}


def test_people_with_one_name_and_different_ids_both_come_in() -> None:
    rows: dict[Kind, tuple[Row, ...]] = {
        Kind.STAFF: tuple(StaffRow(key=key, last_name="Иванова", first_name="Анна") for key in ("1", "2")),
        Kind.SUBJECT: (SubjectRow(key="a", name="Алгебра"),),
        Kind.WORKLOAD: (WorkloadRow(key="w", teacher="2", subject="a"),),
    }
    from journal.imports.rows import Source

    found = difference(EMPTY, SchoolImport(Source.ASC, rows))
    assert len(found.added[Kind.STAFF]) == 2
    (page,) = found.added[Kind.WORKLOAD]
    assert isinstance(page, WorkloadRow)
    assert page.teacher == "+2"
