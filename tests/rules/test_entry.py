"""Entry windows: preset × record × time, as section 4 and its contradictions decide them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from journal.entry import Record, Surroundings, Verdict, can_enter, gives_marks, mark_record, require
from journal.errors import RefusedError
from journal.model.lessons import Lesson, LessonStatus
from journal.regulation import Regulation, from_toml, preset
from journal.regulation.values import WorkForm

ZONE = ZoneInfo("Europe/Moscow")
DAY = date(2026, 10, 14)
IN_TIME, LATE = "in time", "late"


def at(text: str) -> datetime:
    """`14 09:25` of October 2026 in Moscow."""
    day, clock = text.split()
    hours, minutes = clock.split(":")
    return datetime(2026, 10, int(day), int(hours), int(minutes), tzinfo=ZONE)


LESSON = Lesson(
    id=1,
    unit_id=11,
    unit_name="7Б",
    class_id=11,
    grade=7,
    subject_id=21,
    subject="Алгебра",
    markless=False,
    date=DAY,
    slot=2,
    starts_at=at("14 09:25"),
    ends_at=at("14 10:10"),
    teacher_id=101,
    second_teacher_id=None,
    substitute_id=None,
    room=None,
    status=LessonStatus.PLANNED,
    topic=None,
)
AROUND = Surroundings(ZONE, last_lesson_end=at("14 14:10"))


def judge(
    rules: str | Regulation, record: Record, when: str, lesson: Lesson = LESSON, **around: Any
) -> Verdict:
    regulation = preset(rules) if isinstance(rules, str) else rules
    return can_enter(record, lesson, regulation, at(when), replace(AROUND, **around))


def said(verdict: Verdict) -> str:
    if not verdict.allowed:
        return f"{verdict.code} {verdict.clause.number if verdict.clause else ''}".strip()
    return LATE if verdict.late else IN_TIME


A, L, H = Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK
M, W, C, S = Record.LESSON_MARK, Record.CHECKED_MARK, Record.CORRECTION, Record.SUBSTITUTION


@pytest.mark.requirement("R-038", "R-039", "R-040", "R-048", "R-049", "R-050", "R-056")
@pytest.mark.parametrize(
    ("rules", "record", "when", "expected"),
    [
        # S0: the lesson's own day; marks never back-dated nor changed, written works excepted (C6, C24, D1).
        ("s0", A, "14 23:59", IN_TIME),
        ("s0", A, "15 00:00", LATE),
        ("s0", L, "14 23:59", IN_TIME),
        ("s0", L, "15 00:00", LATE),
        ("s0", H, "14 23:59", IN_TIME),
        ("s0", H, "16 12:00", LATE),
        ("s0", M, "14 23:59", IN_TIME),
        ("s0", M, "15 00:00", "backdated 4.2-T2"),
        ("s0", W, "15 00:00", IN_TIME),
        ("s0", W, "21 23:59", IN_TIME),
        ("s0", W, "22 00:00", "too_late 4.2-T5"),
        ("s0", C, "14 10:00", "correction_forbidden 4.2-T2"),
        ("s0", C, "20 10:00", "correction_forbidden 4.2-T2"),
        # S1: every day, without an hour; changes until the period mark.
        ("s1", A, "14 23:59", IN_TIME),
        ("s1", A, "15 00:00", LATE),
        ("s1", M, "14 23:59", IN_TIME),
        ("s1", M, "15 00:00", LATE),
        ("s1", C, "31 12:00", IN_TIME),
        # S2: noon of the next day, but lesson marks within the school day (C2); works the day checking ends.
        ("s2", A, "15 11:59", IN_TIME),
        ("s2", A, "15 12:00", LATE),
        ("s2", L, "15 11:59", IN_TIME),
        ("s2", L, "15 12:00", LATE),
        ("s2", H, "15 11:59", IN_TIME),
        ("s2", H, "15 12:00", LATE),
        ("s2", M, "14 23:59", IN_TIME),
        ("s2", M, "15 00:00", LATE),
        ("s2", W, "30 23:00", IN_TIME),
        # S3: 17:00 of the lesson's day; written works a week.
        ("s3", A, "14 16:59", IN_TIME),
        ("s3", A, "14 17:00", LATE),
        ("s3", L, "14 16:59", IN_TIME),
        ("s3", L, "14 17:00", LATE),
        ("s3", H, "14 17:00", LATE),
        ("s3", M, "14 17:00", LATE),
        ("s3", W, "14 17:00", IN_TIME),
        ("s3", W, "22 00:00", LATE),
        ("s3", C, "31 12:00", IN_TIME),
        ("s3", S, "14 23:59", IN_TIME),
        ("s3", S, "15 00:00", LATE),
        # S4: 21:00; homework within an hour of the class's last lesson (C3).
        ("s4", A, "14 20:59", IN_TIME),
        ("s4", A, "14 21:00", LATE),
        ("s4", L, "14 20:59", IN_TIME),
        ("s4", H, "14 15:09", IN_TIME),
        ("s4", H, "14 15:10", LATE),
        ("s4", W, "21 23:59", IN_TIME),
        ("s4", W, "22 00:00", LATE),
        ("s4", S, "14 20:59", IN_TIME),
        ("s4", S, "14 21:00", LATE),
    ],
)
def test_each_regulation_opens_and_closes_its_own_windows(
    rules: str, record: Record, when: str, expected: str
) -> None:
    assert said(judge(rules, record, when)) == expected


def test_homework_of_a_long_day_ends_at_the_earlier_of_two_deadlines() -> None:
    late_lessons = {"last_lesson_end": at("14 20:30")}
    assert said(judge("s4", H, "14 20:59", **late_lessons)) == IN_TIME
    assert said(judge("s4", H, "14 21:00", **late_lessons)) == LATE


def test_written_works_of_s2_close_on_the_day_their_checking_ended() -> None:
    assert said(judge("s2", W, "20 23:59", checked_on=date(2026, 10, 20))) == IN_TIME
    assert said(judge("s2", W, "21 00:00", checked_on=date(2026, 10, 20))) == LATE


@pytest.mark.requirement("R-051")
@pytest.mark.parametrize("rules", ["s0", "s1", "s2", "s3", "s4"])
@pytest.mark.parametrize("record", [M, W, C])
def test_after_the_period_mark_the_page_is_closed_to_marks_alone(rules: str, record: Record) -> None:
    closed = judge(rules, record, "14 10:00", page_closed=True)
    assert (closed.allowed, closed.code) == (False, "page_closed")
    assert judge(rules, A, "14 10:00", page_closed=True).allowed


def test_the_clause_of_a_closed_page_is_the_regulations_own() -> None:
    assert said(judge("s1", C, "14 10:00", page_closed=True)) == "page_closed 4.4.1"


@pytest.mark.parametrize(
    ("record", "when", "expected"),
    [
        (A, "14 09:09", "too_early"),
        (A, "14 09:10", IN_TIME),
        (M, "13 12:00", "too_early"),
        (L, "13 12:00", IN_TIME),
        (H, "01 12:00", IN_TIME),
        (S, "13 23:59", "too_early"),
        (S, "14 00:00", IN_TIME),
    ],
)
def test_topic_and_homework_may_be_entered_ahead_attendance_marks_and_substitutions_not(
    record: Record, when: str, expected: str
) -> None:
    assert said(judge("s3", record, when)) == expected


def test_a_cancelled_lesson_takes_no_entry() -> None:
    cancelled = replace(LESSON, status=LessonStatus.CANCELLED)
    for record in Record:
        assert judge("s3", record, "14 10:00", cancelled).code == "lesson_cancelled"


@pytest.mark.requirement("R-052")
def test_grade_one_and_markless_subjects_have_no_marks_but_all_the_rest() -> None:
    first = replace(LESSON, grade=1)
    assert said(judge("s3", M, "14 10:00", first)) == "marks_not_given 3.10"
    assert judge("s3", A, "14 10:00", first).allowed
    assert judge("s3", L, "14 10:00", first).allowed
    assert not gives_marks(replace(LESSON, markless=True), preset("s3"))
    allowed = from_toml('preset = "s3"\n[entry]\ngrade1_marks = true\n')
    assert gives_marks(first, allowed)


def test_what_is_refused_late_and_what_is_flagged_is_the_schools_choice() -> None:
    strict = from_toml('preset = "s3"\n[entry]\nlate_entry = "refused"\n')
    for record in (A, L, H, M):
        assert judge(strict, record, "14 17:00").code == "too_late"
    marks_only = from_toml('preset = "s3"\n[entry]\nlate_entry = "marks_refused"\n')
    assert judge(marks_only, M, "14 17:00").code == "too_late"
    assert judge(marks_only, A, "14 17:00").late


def test_a_page_the_deputy_head_opened_takes_late_entries_for_a_while() -> None:
    opened = {"opened_until": at("16 12:00")}
    assert said(judge("s0", M, "16 11:59", **opened)) == LATE
    assert said(judge("s0", C, "16 11:59", **opened)) == LATE
    assert said(judge("s1", M, "16 11:59", page_closed=True, **opened)) == LATE
    assert said(judge("s0", M, "16 12:00", **opened)) == "backdated 4.2-T2"


@pytest.mark.requirement("R-070")
def test_a_replaced_teacher_leaves_the_page_to_the_substitute_where_the_regulation_says_so() -> None:
    assert said(judge("s0", A, "14 10:00", replaced=True)) == "substituted 4.2-T3"
    assert judge("s3", A, "14 10:00", replaced=True).allowed


@pytest.mark.parametrize(
    ("rules", "form", "record"),
    [
        ("s0", WorkForm.ORAL, M),
        ("s0", WorkForm.WRITTEN, W),
        ("s3", WorkForm.ORAL, M),
        ("s3", WorkForm.LABORATORY, W),
        ("s4", WorkForm.ORAL, W),
    ],
)
def test_the_form_of_a_work_decides_its_window(rules: str, form: WorkForm, record: Record) -> None:
    assert mark_record(form, preset(rules)) is record


def test_a_refusal_names_its_clause_lesson_and_record() -> None:
    with pytest.raises(RefusedError, match="backdated") as raised:
        require(judge("s0", M, "15 08:00"), M, LESSON, ZONE)
    params = raised.value.params
    assert (params["clause"].number, params["lesson_id"], params["record"]) == ("4.2-T2", 1, "lesson_mark")
    assert "задним числом" in params["clause"].words


def test_deadlines_follow_the_schools_own_wall_clock() -> None:
    """The same instant is in time in Kaliningrad, where it is an hour earlier than in Moscow."""
    west = replace(AROUND, zone=ZoneInfo("Europe/Kaliningrad"))
    moment = at("14 17:30")
    assert can_enter(A, LESSON, preset("s3"), moment, AROUND).late
    assert not can_enter(A, LESSON, preset("s3"), moment, west).late
