"""Entry windows whatever the instant, the zone and the bells: what holds of all five regulations."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.entry import EARLY, Record, Surroundings, Verdict, can_enter
from journal.model.lessons import Lesson
from journal.regulation import PRESETS, Regulation, from_toml, preset
from journal.regulation.values import MarkCorrection
from tests.rules.test_entry import LESSON

RULES = {name: preset(name) for name in PRESETS}
# Every zone of the country's, and two that turn their clocks.
ZONES = ("Kaliningrad", "Moscow", "Samara", "Yekaterinburg", "Omsk", "Irkutsk", "Yakutsk", "Kamchatka")
HALVES = {"Kaliningrad": "Europe", "Moscow": "Europe", "Samara": "Europe"}
LOCAL = [ZoneInfo(f"{HALVES.get(name, 'Asia')}/{name}") for name in ZONES]
TURNING = [ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")]

zones = st.sampled_from([*LOCAL, *TURNING])
rules = st.sampled_from(list(RULES.values()))
records = st.sampled_from(list(Record))
# First and second shift, short and late lessons; some end after 17:00, some after 21:00.
starts = st.integers(8 * 60, 21 * 60 + 30).map(lambda minutes: timedelta(minutes=minutes))
lengths = st.integers(20, 90).map(lambda minutes: timedelta(minutes=minutes))
days = st.dates(date(2026, 9, 1), date(2027, 5, 31))
# Minutes from the midnight before the lesson: from the day before to five weeks later.
moments = st.integers(-24 * 60, 35 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Lesson, Surroundings]:
    zone, day = draw(zones), draw(days)
    begins = datetime.combine(day, time(), zone) + draw(starts)
    ends = begins + draw(lengths)
    last = max(ends, datetime.combine(day, time(), zone) + draw(starts))
    lesson = replace(LESSON, date=day, starts_at=begins, ends_at=ends)
    checked = draw(st.none() | st.integers(0, 20).map(lambda more: day + timedelta(days=more)))
    around = Surroundings(
        zone,
        last_lesson_end=last,
        checked_on=checked,
        page_closed=draw(st.booleans()),
        has_term=draw(st.booleans()),
    )
    return lesson, around


def at(lesson: Lesson, around: Surroundings, after: timedelta) -> datetime:
    """The wall clock so long after the midnight at which the lesson's day begins."""
    return datetime.combine(lesson.date, time(), around.zone) + after


def rank(verdict: Verdict) -> int:
    return 2 if not verdict.allowed else 1 if verdict.late else 0


@given(rules, records, situations(), moments, moments)
def test_what_is_once_too_late_is_never_in_time_again(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings], one: Any, other: Any
) -> None:
    lesson, around = where
    sooner, later = (at(lesson, around, moment) for moment in sorted((one, other)))
    first, then = (can_enter(record, lesson, regulation, now, around) for now in (sooner, later))
    if first.code != "too_early":
        assert rank(first) <= rank(then)


@given(rules, records, situations(), moments)
def test_every_refusal_and_every_flag_rests_on_a_clause_but_the_lessons_own_state(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings], moment: Any
) -> None:
    lesson, around = where
    verdict = can_enter(record, lesson, regulation, at(lesson, around, moment), around)
    if verdict.code == "too_early":
        assert verdict.until is not None
    elif rank(verdict):
        assert verdict.clause is not None


@given(rules, records, situations(), moments)
def test_in_time_means_strictly_before_the_moment_that_is_told(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings], moment: Any
) -> None:
    lesson, around = where
    now = at(lesson, around, moment)
    verdict = can_enter(record, lesson, regulation, now, around)
    if verdict.until is not None:
        assert (now >= verdict.until) is (verdict.late or verdict.code == "too_late") or (
            verdict.code == "too_early"
        )


@given(
    rules,
    st.sampled_from((Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK, Record.LESSON_MARK)),
    situations(),
)
def test_nobody_is_late_while_the_lesson_lasts(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings]
) -> None:
    lesson, around = where
    ringing = lesson.ends_at - timedelta(minutes=1)
    verdict = can_enter(record, lesson, regulation, ringing, replace(around, page_closed=False))
    assert rank(verdict) == 0


@given(rules, records, situations(), moments, st.sampled_from(LOCAL))
def test_the_same_wall_clock_judges_the_same_in_every_zone_without_summer_time(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings], moment: Any, there: ZoneInfo
) -> None:
    lesson, around = where
    if around.zone in TURNING or around.last_lesson_end is None:
        return
    moved = replace(
        lesson,
        starts_at=lesson.starts_at.replace(tzinfo=there),
        ends_at=lesson.ends_at.replace(tzinfo=there),
    )
    elsewhere = replace(around, zone=there, last_lesson_end=around.last_lesson_end.replace(tzinfo=there))
    here = can_enter(record, lesson, regulation, at(lesson, around, moment), around)
    found = can_enter(record, moved, regulation, at(moved, elsewhere, moment), elsewhere)
    assert (rank(here), here.code) == (rank(found), found.code)


@pytest.mark.requirement("R-039")
@given(st.sampled_from((Record.LESSON_MARK, Record.CORRECTION)), situations(), moments)
def test_where_back_dating_is_forbidden_no_mark_of_an_earlier_day_is_set_or_changed(
    record: Record, where: tuple[Lesson, Surroundings], moment: Any
) -> None:
    lesson, around = where
    now = at(lesson, around, moment)
    if now.date() > lesson.date:
        verdict = can_enter(record, lesson, RULES["s0"], now, around)
        assert not verdict.allowed
        assert verdict.clause is not None
        assert verdict.clause.number == "4.2-T2"


@pytest.mark.requirement("R-039")
@given(situations(), moments)
def test_a_written_work_may_be_corrected_within_its_term_where_only_back_dating_is_forbidden(
    where: tuple[Lesson, Surroundings], moment: Any
) -> None:
    own = from_toml(
        'preset = "s0"\n[entry]\nmark_correction = "with_reason"\nedit_lock = "after_period_mark"\n'
    )
    assert own.entry.mark_correction is MarkCorrection.WITH_REASON
    lesson, around = where[0], replace(where[1], page_closed=False, has_term=True)
    now = at(lesson, around, moment)
    verdict = can_enter(Record.CORRECTION, lesson, own, now, around)
    if verdict.code != "too_early":
        assert verdict.allowed is ((now.date() - lesson.date).days <= 7)


@given(rules, records, situations(), moments, moments)
def test_what_the_deputy_head_opened_is_open_until_the_moment_told_and_flagged(
    regulation: Regulation, record: Record, where: tuple[Lesson, Surroundings], moment: Any, end: Any
) -> None:
    lesson, around = where
    now, until = at(lesson, around, moment), at(lesson, around, end)
    closed = can_enter(record, lesson, regulation, now, around)
    opened = can_enter(record, lesson, regulation, now, replace(around, opened_until=until))
    if now >= until or closed.code in ("too_early", "marks_not_given"):
        assert opened == closed
    else:
        assert (opened.allowed, opened.late, opened.until) == (True, True, until)


@given(st.sampled_from(list(RULES)), situations())
def test_a_register_may_be_opened_a_quarter_of_an_hour_before_the_bell_and_no_sooner(
    name: str, where: tuple[Lesson, Surroundings]
) -> None:
    lesson, around = where
    opens = lesson.starts_at - EARLY
    early = can_enter(Record.ATTENDANCE, lesson, RULES[name], opens - timedelta(seconds=1), around)
    assert early.code == "too_early"
    assert can_enter(Record.ATTENDANCE, lesson, RULES[name], opens, around).allowed


@pytest.mark.requirement("R-038")
def test_a_second_shift_lesson_that_ends_after_the_hour_is_due_by_the_end_of_its_day() -> None:
    zone = ZoneInfo("Europe/Moscow")
    evening = replace(
        LESSON,
        starts_at=datetime(2026, 10, 14, 17, 45, tzinfo=zone),
        ends_at=datetime(2026, 10, 14, 18, 30, tzinfo=zone),
    )
    around = Surroundings(zone, last_lesson_end=evening.ends_at)
    midnight = datetime(2026, 10, 15, tzinfo=zone)
    for record in (Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK, Record.LESSON_MARK):
        kept = can_enter(record, evening, RULES["s3"], midnight - timedelta(seconds=1), around)
        assert (kept.late, kept.until) == (False, midnight)
        late = can_enter(record, evening, RULES["s3"], midnight, around)
        assert late.late
        assert late.clause is not None


def test_a_flag_names_the_clause_of_the_hour_that_passed() -> None:
    """S4 has an hour for the journal and a term for homework: each late record cites its own."""
    zone = ZoneInfo("Europe/Moscow")
    around = Surroundings(zone, last_lesson_end=datetime(2026, 10, 14, 20, 30, tzinfo=zone))
    nine = datetime(2026, 10, 14, 21, tzinfo=zone)

    def clause(record: Record, end: datetime) -> str:
        found = can_enter(record, LESSON, RULES["s4"], nine, replace(around, last_lesson_end=end)).clause
        return found.number if found else ""

    assert clause(Record.ATTENDANCE, nine) == "4.2-T2"
    assert clause(Record.HOMEWORK, datetime(2026, 10, 14, 14, 10, tzinfo=zone)) == "5-3"
    # Lessons until half past eight: the journal's own hour comes first (C3).
    assert clause(Record.HOMEWORK, datetime(2026, 10, 14, 20, 30, tzinfo=zone)) == "4.2-T2"


@pytest.mark.requirement("R-052")
def test_the_first_year_of_a_college_gets_marks() -> None:
    first = replace(LESSON, grade=1)
    zone = ZoneInfo("Europe/Moscow")
    now = datetime(2026, 10, 14, 10, tzinfo=zone)
    assert can_enter(Record.LESSON_MARK, first, RULES["s1"], now, Surroundings(zone)).allowed
    refused = can_enter(Record.LESSON_MARK, first, RULES["s3"], now, Surroundings(zone))
    assert refused.code == "marks_not_given"
