"""A school's own file: what it may say, what is refused and how, what stands behind each value."""

import subprocess
import sys
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.regulation import Clause, Deadline, Regulation, RegulationError, from_toml, load, preset
from journal.regulation.problems import Fault, Problem


def problems_of(toml: str) -> dict[str, Problem]:
    """The faults of a text by their keys."""
    with pytest.raises(RegulationError) as refused:
        from_toml(toml)
    return {problem.key: problem for problem in refused.value.problems}


def test_a_file_that_names_a_preset_alone_is_that_preset() -> None:
    assert from_toml('preset = "s4"') == preset("s4")


def test_an_empty_file_is_what_holds_where_all_are_silent() -> None:
    assert from_toml("") == preset("default")


@pytest.mark.requirement("R-148")
def test_a_school_may_override_any_value_of_its_preset() -> None:
    school = from_toml('preset = "s3"\n[entry]\ndeadline = "same day 18:30"\n[archive]\npaper_due = "none"')
    assert school.entry.deadline == Deadline(at=time(18, 30))
    assert school.archive.paper_due is None
    assert school.archive.paper_copy == preset("s3").archive.paper_copy


def test_an_overridden_value_no_longer_rests_on_the_presets_clause() -> None:
    school = from_toml('preset = "s3"\n[entry]\ndeadline = "same day 18:30"')
    assert school.clause("entry.deadline") == Clause(source="school")


def test_a_school_may_give_its_own_clause() -> None:
    toml = '[entry.deadline]\nvalue = "same day 18:30"\nclauses = { "3.2" = "до 18:30" }'
    assert from_toml(toml).clause("entry.deadline") == Clause("school", "3.2", "до 18:30")


def test_a_school_may_keep_the_value_and_cite_its_own_paragraph() -> None:
    school = from_toml('preset = "s3"\n[entry.deadline]\nclauses = { "3.2" = "до 17 часов" }')
    assert school.entry.deadline == preset("s3").entry.deadline
    assert school.clause("entry.deadline") == Clause("school", "3.2", "до 17 часов")


def test_what_follows_the_entry_deadline_follows_its_override_and_its_clause() -> None:
    toml = 'preset = "s3"\n[entry.deadline]\nvalue = "same day 18:30"\nclauses = { "3.2" = "до 18:30" }'
    school = from_toml(toml)
    for path in ("entry.lesson_mark_deadline", "entry.homework_deadline"):
        assert school.value(path) == Deadline(at=time(18, 30))
        assert school.clauses(path) == (Clause("school", "3.2", "до 18:30"),)


def test_the_limit_of_homework_follows_the_entry_deadline() -> None:
    school = from_toml('preset = "s4"\n[entry]\ndeadline = "same day 20:00"')
    assert school.entry.homework_deadline.latest == Deadline(at=time(20))


def test_one_field_of_a_work_type_may_change_alone() -> None:
    works = from_toml("[marks.work_types]\ncontrol = { weight = 2.5 }").marks.work_types
    assert (works["control"].weight, works["control"].name) == (Decimal("2.5"), "контрольная работа")
    assert works["answer"].weight == 1


def test_a_work_type_of_ones_own_joins_the_others() -> None:
    toml = '[marks.work_types]\ncolloquium = { name = "коллоквиум", english = "colloquium", form = "oral" }'
    works = from_toml(toml).marks.work_types
    assert set(works) - set(preset("default").marks.work_types) == {"colloquium"}


def test_a_college_without_a_word_on_it_gets_a_colleges_defaults() -> None:
    college = from_toml('[institution]\nkind = "college"')
    assert college.periods.kinds == {"half_year"}
    assert str(college.terms.unit) == "учебная группа"
    assert college.terms.unit.plural.dative == "учебным группам"


@pytest.mark.parametrize(
    ("founder", "telegram"),
    [("state", "minimal"), ("municipal", "minimal"), ("private", "full"), ("unknown", "full")],
)
def test_a_public_founder_keeps_personal_data_out_of_a_foreign_messenger(founder: str, telegram: str) -> None:
    delivery = from_toml(f'preset = "s3"\n[institution]\nfounder = "{founder}"').delivery
    assert delivery.content_on("telegram") == telegram
    assert delivery.content_on("a platform nobody named") == "minimal"


def test_messenger_content_is_set_for_one_platform_at_a_time() -> None:
    delivery = from_toml('[delivery.messenger_content]\nmax = "minimal"').delivery
    assert (delivery.content_on("max"), delivery.content_on("telegram")) == ("minimal", "full")


def test_the_head_of_the_file_is_the_institutions_profile() -> None:
    institution = from_toml(
        'preset = "s3"\n[institution]\nname = "Школа № 5"\nin_force_from = 2026-08-30\norder = "№ 160"\n'
        'responsible = [{ role = "administrator", name = "Сидорова А. А.", matter = "коды доступа" }]'
    ).institution
    assert (institution.name, institution.in_force_from) == ("Школа № 5", date(2026, 8, 30))
    assert institution.regulation_title == preset("s3").institution.regulation_title
    assert institution.responsible[0].role == "administrator"


def test_a_school_may_bring_a_word_of_its_own() -> None:
    toml = (
        '[terms]\nunit = "отряд"\n[[noun]]\ngender = "m"\nenglish = ["squad", "squads"]\n'
        'singular = ["отряд", "отряда", "отряду", "отряд", "отрядом", "отряде"]\n'
        'plural = ["отряды", "отрядов", "отрядам", "отряды", "отрядами", "отрядах"]'
    )
    unit = from_toml(toml).terms.unit
    assert (unit.singular.instrumental, unit.english_plural) == ("отрядом", "squads")


def test_every_fault_is_told_at_once_with_the_nearest_word() -> None:
    found = problems_of(
        'preset = "s33"\ncolour = "red"\n[entry]\ndeadlne = "same day"\nlate_entry = "acepted"\n'
        "[access]\ncode_life_days = 0\n[marks.work_types]\ncontrol = { weigth = 2 }"
    )
    assert {key: (problem.fault, problem.nearest) for key, problem in found.items()} == {
        "preset": (Fault.UNKNOWN_PRESET, "s3"),
        "colour": (Fault.UNKNOWN_KEY, ""),
        "entry.deadlne": (Fault.UNKNOWN_KEY, "entry.deadline"),
        "entry.late_entry": (Fault.WRONG_VALUE, "accepted"),
        "access.code_life_days": (Fault.WRONG_VALUE, ""),
        "marks.work_types.control.weigth": (Fault.UNKNOWN_KEY, "weight"),
    }
    assert found["access.code_life_days"].allowed == "a number from 1 to 365"
    assert found["entry.late_entry"].allowed == "accepted | marks_refused | refused"
    assert str(found["entry.late_entry"]) == (
        'entry.late_entry = "acepted": wrong_value '
        "(nearest: accepted; allowed: accepted | marks_refused | refused)"
    )


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("entry", 'deadline = "same day 25:00"'),
        ("entry", "deadline = 17"),
        ("entry", "deadline = 17:00:00"),
        ("entry", 'management_edit = "no"'),
        ("entry", 'class_teacher_edit = "reason"'),
        ("entry", 'class_teacher_edit = ["reason", "everything"]'),
        ("periods", "min_marks = true"),
        ("periods", "min_marks = 3.5"),
        ("periods", 'lesson_plan_due = "31 February"'),
        ("periods", 'lesson_plan_due = "29 February"'),
        ("periods", 'mark_opens_days = "never"'),
        ("control", 'activity_report_window = "23-20"'),
        ("archive", "retention_years = 4"),
        ("archive", "retention_summary_years = 24"),
        ("archive", 'paper_due = "31 June"'),
        ("marks", "failing_average = nan"),
        ("marks", "failing_average = inf"),
        ("marks", 'pass_sign = ""'),
        ("marks", "work_types = 5"),
        ("terms", 'unit = "клас"'),
        ("terms", "unit = []"),
        ("attendance", 'call_after = "half an hour"'),
        ("delivery", 'quiet_hours = "21:00-21:00"'),
        ("delivery", 'quiet_hours = "21:00"'),
        ("delivery", 'weekly_summary = "Fryday 18:00"'),
        ("delivery", 'nudge_until = "24:00"'),
        ("institution", 'founder = "church"'),
        ("institution", 'in_force_from = "30.08.2026"'),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_under_its_key(section: str, line: str) -> None:
    (problem,) = problems_of(f"[{section}]\n{line}").values()
    assert problem.fault is Fault.WRONG_VALUE
    assert problem.key.startswith(f"{section}.{line.partition(' = ')[0]}")
    assert problem.allowed


@pytest.mark.parametrize(
    ("toml", "key"),
    [
        ('preset = "s0"\n[entry]\nmark_correction = "with_reason"', "entry.edit_lock"),
        ('[entry]\nbackdating = "marks_forbidden"', "entry.late_entry"),
        ('[access]\nnotice_authors = ["deputy_head"]', "access.notice_authors"),
        ('[entry]\ndeadline = "period end"', "entry.deadline"),
        ('[entry]\nhomework_deadline = "same day, at latest order date"', "entry.homework_deadline"),
        ('[periods]\nmark_due = "same day 17:00"', "periods.mark_due"),
        ("[marks]\nscale = [5, 4, 3, 2]", "marks.scale"),
        ("[marks]\nfailing_average = 7", "marks.failing_average"),
        ('[marks]\npass_sign = "5"', "marks.pass_sign"),
        ('[attendance]\nlate_sign = "н"', "attendance.late_sign"),
        ("[archive]\nbackup_limit_days = 3", "archive.backup_limit_days"),
    ],
)
def test_values_that_cannot_stand_together_are_refused(toml: str, key: str) -> None:
    assert problems_of(toml)[key].fault is Fault.CONTRADICTION


@pytest.mark.parametrize(
    "toml",
    [
        '[entry]\ndeadline = "= entry.deadline"',
        '[entry]\ndeadline = "= entry.homework_deadline"',
        '[entry]\nhomework_deadline = "= entry.lesson_mark_deadline"',
        '[entry]\ndeadline = "= entry.nothing"',
    ],
)
def test_a_reference_in_a_circle_or_to_nothing_is_refused(toml: str) -> None:
    assert any(problem.fault is Fault.WRONG_VALUE for problem in problems_of(toml).values())


def test_signs_may_look_like_references_without_being_followed_for_ever() -> None:
    toml = '[marks]\npass_sign = "= marks.fail_sign"\nfail_sign = "= marks.pass_sign"'
    assert set(problems_of(toml)) == {"marks.pass_sign", "marks.fail_sign"}


def test_a_code_too_long_for_a_button_is_refused() -> None:
    toml = '[marks.work_types]\n"контрольная" = { name = "контрольная", english = "test", form = "oral" }'
    assert list(problems_of(toml)) == ["marks.work_types.контрольная"]


@pytest.mark.parametrize("toml", ["[entry", "preset = s3", "x = " + "[" * 5000, "x = " + "9" * 5000])
def test_what_is_not_toml_is_refused_as_such(toml: str) -> None:
    (problem,) = problems_of(toml).values()
    assert problem.fault in (Fault.NOT_TOML, Fault.UNKNOWN_KEY)


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "school.toml"
    path.write_text('preset = "s1"', encoding="utf-8-sig")
    assert load(path) == preset("s1")


def test_a_file_in_another_encoding_is_refused_clearly(tmp_path: Path) -> None:
    path = tmp_path / "school.toml"
    path.write_bytes('[institution]\nname = "Школа"'.encode("cp1251"))
    with pytest.raises(RegulationError, match="UTF-8"):
        load(path)


TOML_VALUES = st.recursive(
    st.sampled_from(
        [
            "1",
            "-1",
            "true",
            '""',
            '"same day"',
            '"= entry.deadline"',
            '"= "',
            "2026-01-01",
            "07:00:00",
            "nan",
            "1e9",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda value: f"{{ value = {value} }}")
        | inner.map(lambda value: f"{{ clauses = {value} }}")
        | inner.map(lambda value: f"{{ a = {value} }}")
    ),
    max_leaves=4,
)
PATHS = st.sampled_from(
    [
        *(
            "preset",
            "noun",
            "institution",
            "institution.responsible",
            "entry",
            "entry.deadline",
            "terms.unit",
        ),
        *("entry.homework_deadline", "marks.work_types", "marks.work_types.control", "marks.scale"),
        *("delivery.messenger_content", "periods.kinds", "archive.paper_due", "attendance.absent_sign"),
    ]
)


@given(st.lists(st.tuples(PATHS, TOML_VALUES), max_size=4, unique_by=lambda pair: pair[0]))
def test_no_file_does_worse_than_being_refused(lines: list[tuple[str, str]]) -> None:
    try:
        outcome: Regulation | str = from_toml("\n".join(f"{path} = {value}" for path, value in lines))
    except RegulationError as refused:
        outcome = str(refused)
    assert outcome, "a refusal says why"


def test_importing_and_loading_a_preset_takes_little_and_drags_nothing_in() -> None:
    script = (
        "import sys, time; started = time.perf_counter(); import journal.regulation as r; r.preset('s3');"
        "print(time.perf_counter() - started, *sorted(set(sys.modules) & {'aiogram', 'sqlalchemy', 'babel',"
        "'pydantic', 'apscheduler', 'difflib'}))"
    )
    seconds, *dragged = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert dragged == []
    # Measured at a tenth of it on an idle machine.
    assert timedelta(seconds=float(seconds)) < timedelta(seconds=2)
