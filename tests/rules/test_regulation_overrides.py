"""The administrator's changes to the school's file, written back as TOML."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.regulation import (
    PRESETS,
    Clause,
    Deadline,
    Regulation,
    RegulationError,
    SchoolFile,
    from_toml,
    preset,
)
from journal.regulation.layers import Given, Layer, every_path
from journal.regulation.writing import raw

PAIRS = st.tuples(st.sampled_from(every_path()), st.sampled_from(PRESETS))
WORDS = st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=2)


def differing(first: Regulation, second: Regulation) -> list[str]:
    return [path for path in every_path() if first.value(path) != second.value(path)]


@pytest.mark.requirement("R-148")
def test_one_value_changes_and_the_rest_stays() -> None:
    school = SchoolFile.read('preset = "s3"').with_value("delivery.alert_hold", timedelta(seconds=15))
    assert differing(school.regulation(), preset("s3")) == ["delivery.alert_hold"]
    assert school.overridden == ("delivery.alert_hold",)


def test_the_written_file_reads_like_one_written_by_hand() -> None:
    school = (
        SchoolFile()
        .on("s3")
        .with_institution(name='Школа "Парус"', in_force_from=date(2026, 8, 30))
        .with_text("entry.deadline", "same day 18:00", {"3.2": "до 18 часов"})
        .with_text("entry.management_edit", "true")
        .with_text("periods.min_marks", "4")
    )
    assert school.toml() == (
        'preset = "s3"\n\n[institution]\nname = "Школа \\"Парус\\""\nin_force_from = 2026-08-30\n\n'
        '[entry]\ndeadline = { value = "same day 18:00", clauses = { "3.2" = "до 18 часов" } }\n'
        "management_edit = true\n\n[periods]\nmin_marks = 4\n"
    )


def test_taking_an_override_back_returns_the_presets_value_and_clause() -> None:
    school = SchoolFile().on("s3").with_text("entry.deadline", "same day 18:00").without("entry.deadline")
    assert school.regulation() == preset("s3")


def test_overrides_stay_when_the_school_turns_to_another_preset() -> None:
    school = SchoolFile().on("s3").with_text("entry.deadline", "same day 18:00").on("s1").regulation()
    assert str(school.entry.deadline) == "same day 18:00"
    assert school.clause("entry.deadline") == Clause("school")
    assert school.preset == "s1"


def test_a_profile_fact_may_be_taken_away() -> None:
    school = SchoolFile().with_institution(name="Школа № 5", order="№ 1").with_institution(order=None)
    assert (school.regulation().institution.name, school.regulation().institution.order) == ("Школа № 5", "")


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("entry.deadline", "in the evening"),
        ("entry.dedline", "same day"),
        ("entry", "1"),
        ("a.b.c", "1"),
        ("", ""),
    ],
)
def test_a_wrong_change_is_refused_and_nothing_changes(path: str, typed: str) -> None:
    school = SchoolFile().on("s3")
    with pytest.raises(RegulationError):
        school.with_text(path, typed)
    assert school.regulation() == preset("s3")


def test_what_an_administrator_types_cannot_reach_another_key() -> None:
    typed = '"same day"\n[entry]\nmanagement_edit = true'
    with pytest.raises(RegulationError):
        SchoolFile().with_text("entry.deadline", typed)


@pytest.mark.parametrize("name", PRESETS)
def test_a_school_may_say_everything_a_preset_says(name: str) -> None:
    given_ = {path: Given(raw(preset(name).value(path))) for path in every_path()}
    written = SchoolFile(Layer("school", "default", {}, [], given_)).toml()
    assert differing(from_toml(written), preset(name)) == []


@given(st.lists(PAIRS, max_size=8, unique_by=lambda pair: pair[0]), st.sampled_from(PRESETS), WORDS)
def test_overrides_written_out_read_back_the_same(
    pairs: list[tuple[str, str]], base: str, clauses: dict[str, str]
) -> None:
    school = SchoolFile().on(base)
    for path, source in pairs:
        value: Any = preset(source).value(path)
        # Values of two presets may contradict each other: a mark that is locked and may be corrected.
        with suppress(RegulationError):
            school = school.with_value(path, value, clauses)
            assert school.regulation().value(path) == value
    assert SchoolFile.read(school.toml()) == school
    assert from_toml(school.toml()) == school.regulation()


@given(st.text(max_size=40))
def test_no_typed_text_breaks_the_file(typed: str) -> None:
    school = SchoolFile().on("s3")
    try:
        changed = school.with_text("institution_name_is_not_a_parameter.x", typed)
    except RegulationError:
        changed = school
    try:
        changed = changed.with_text("marks.pass_sign", typed, {typed: typed})
    except RegulationError:
        return
    assert changed.regulation().clause("marks.pass_sign").words == typed
    assert changed.regulation().entry.deadline == Deadline.parse("same day 17:00")
