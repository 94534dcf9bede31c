"""Period marks: which there are, when they may be set, what they rest on, what speaks against them."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.marks import DEBT, Mark, ResultKind
from journal.model.periods import Assessment, Order, ResultPage
from journal.model.results import Figures, Grounds
from journal.model.school import Period, PeriodKind
from journal.periods import rule
from journal.periods.grounds import figures, grounds
from journal.periods.orders import ALL_GRADES, read_order
from journal.periods.stages import assessments, current, gives_results, judge
from journal.regulation import PRESETS, Regulation, from_toml, preset
from journal.regulation.values import WorkForm

ZONE = ZoneInfo("Europe/Moscow")
S1, S3, S4 = preset("s1"), preset("s3"), preset("s4")
FIRST, LAST = date(2026, 9, 1), date(2026, 10, 25)
QUARTER = Period(1, 1, PeriodKind.QUARTER, 1, "1-я четверть", FIRST, LAST)
HALF = Period(2, 1, PeriodKind.HALF_YEAR, 1, "1-е полугодие", FIRST, date(2026, 12, 30))
OF_QUARTER = Assessment(ResultKind.PERIOD, 1, FIRST, LAST, "1-я четверть", 1, PeriodKind.QUARTER)
YEAR = Assessment(ResultKind.YEAR, 1, FIRST, date(2027, 5, 25))


def mark(value: str, kind: str = "answer", weight: int = 1) -> Mark:
    at = datetime(2026, 10, 1, 9, tzinfo=UTC)
    return Mark(
        1,
        1,
        201,
        1,
        value,
        None,
        date(2026, 10, 1),
        21,
        "Алгебра",
        kind,
        Decimal(weight),
        None,
        None,
        at,
        101,
    )


def moment(day: date, at: time = time()) -> datetime:
    return datetime.combine(day, at, ZONE)


def of(*values: str, regulation: Regulation = S3, one: Assessment = OF_QUARTER, **earlier: str) -> Grounds:
    codes = {"p1": "period:1", "p2": "period:2"}
    said = {codes.get(name, name): value for name, value in earlier.items()}
    return grounds(one, said, (OF_QUARTER, YEAR), [mark(value) for value in values], regulation)


# which there are


@pytest.mark.requirement("R-062")
def test_each_regulation_names_the_periods_and_results_it_has() -> None:
    def kinds(regulation: Regulation, grade: int = 7) -> list[tuple[str, str]]:
        order = Order(ResultKind.EXAM, date(2027, 5, 20), "12", 9, 9)
        found = assessments([QUARTER, HALF], [order], grade, regulation)
        return [(str(one.kind), one.name) for one in found]

    quarter, half, year = ("period", "1-я четверть"), ("period", "1-е полугодие"), ("year", "")
    assert kinds(preset("s0")) == [quarter, year]
    assert kinds(S1) == [half, year]
    assert kinds(S3) == [quarter, year]
    assert kinds(S4) == [quarter, half, year]
    # An exam is held where an order says so.
    assert kinds(S3, grade=9) == [quarter, year, ("exam", "")]
    assert kinds(S1, grade=9) == [half, year]


def test_a_school_without_a_period_of_its_regulation_assesses_nothing() -> None:
    assert assessments([HALF], [], 7, S3) == ()


@pytest.mark.requirement("R-062")
def test_the_assessment_at_hand_is_the_one_that_runs_or_ended_lately() -> None:
    second = Period(3, 1, PeriodKind.QUARTER, 2, "2-я четверть", date(2026, 11, 2), date(2026, 12, 30))
    found = assessments([QUARTER, second], [], 7, S3)

    def at(day: date) -> str | None:
        one = current(found, moment(day), ZONE)
        return one.name if one else None

    assert at(date(2026, 10, 14)) == "1-я четверть"
    assert at(LAST + timedelta(days=14)) == "1-я четверть"
    assert at(LAST + timedelta(days=15)) == "2-я четверть"


def test_first_graders_and_subjects_without_marks_get_none() -> None:
    page = ResultPage(1, "1А", 1, 1, 1, 21, "Чтение")
    assert not gives_results(page, S3)
    assert gives_results(ResultPage(1, "7А", 1, 7, 1, 21, "Алгебра"), S3)
    assert not gives_results(ResultPage(1, "7А", 1, 7, 1, 21, "Разговоры о важном", markless=True), S3)


# when


@pytest.mark.requirement("R-064")
def test_a_window_opens_seven_days_before_the_end_and_closes_two_days_before() -> None:
    def said(now: datetime) -> tuple[bool, str | None]:
        verdict = judge(OF_QUARTER, S1, now, ZONE)
        return verdict.allowed, verdict.code

    assert said(moment(date(2026, 10, 17), time(23, 59))) == (False, "results_too_early")
    assert said(moment(date(2026, 10, 18))) == (True, None)
    assert said(moment(date(2026, 10, 23), time(23, 59))) == (True, None)
    assert said(moment(date(2026, 10, 24))) == (False, "results_too_late")
    early, late = (judge(OF_QUARTER, S1, moment(day), ZONE) for day in (FIRST, LAST))
    assert early.clause is not None
    assert late.clause is not None
    assert (early.clause.number, late.clause.number) == ("4.4.5", "5.3")


@pytest.mark.requirement("R-064")
def test_an_order_sets_the_last_day_else_the_period_does() -> None:
    assert judge(OF_QUARTER, S3, moment(LAST, time(23)), ZONE).allowed
    assert not judge(OF_QUARTER, S3, moment(LAST + timedelta(days=1)), ZONE).allowed
    ordered = Assessment(ResultKind.PERIOD, 1, FIRST, LAST, "", 1, None, date(2026, 10, 23), "87-о")
    assert judge(ordered, S3, moment(date(2026, 10, 23), time(23, 59)), ZONE).allowed
    refused = judge(ordered, S3, moment(date(2026, 10, 24)), ZONE)
    assert not refused.allowed
    assert refused.clause is not None
    assert refused.clause.number == "4.5-D5"


INSTANTS = st.datetimes(datetime(2026, 8, 1), datetime(2027, 7, 1), timezones=st.just(ZONE))  # noqa: DTZ001


@given(INSTANTS, st.sampled_from(PRESETS), st.sampled_from([OF_QUARTER, YEAR]))
def test_a_window_is_one_stretch_of_time_and_each_refusal_says_till_when(
    now: datetime, name: str, one: Assessment
) -> None:
    verdict = judge(one, preset(name), now, ZONE)
    assert verdict.until is not None
    if verdict.allowed:
        assert now < verdict.until
    elif verdict.code == "results_too_early":
        assert now < verdict.until
        assert judge(one, preset(name), verdict.until, ZONE).allowed
    else:
        assert now >= verdict.until
        assert judge(one, preset(name), verdict.until - timedelta(seconds=1), ZONE).allowed


@given(INSTANTS, st.sampled_from(PRESETS))
def test_what_the_deputy_head_opened_is_open_until_then(now: datetime, name: str) -> None:
    until = now + timedelta(minutes=1)
    assert judge(OF_QUARTER, preset(name), now, ZONE, until).allowed
    assert judge(OF_QUARTER, preset(name), until, ZONE, until) == judge(OF_QUARTER, preset(name), until, ZONE)


# grounds


@pytest.mark.requirement("R-054")
def test_figures_count_marks_by_kind_and_form_and_leave_out_what_is_no_mark() -> None:
    given_ = [
        mark("5"),
        mark("4"),
        mark("3", "control", 2),
        mark(DEBT),
        mark("н/а"),
        mark("зач", "laboratory"),
    ]
    assert figures(given_, S3) == Figures(
        Decimal("3.75"),
        4,
        (("answer", 2), ("control", 1), ("laboratory", 1)),
        {WorkForm.ORAL: 2, WorkForm.WRITTEN: 1, WorkForm.LABORATORY: 1},
    )


@pytest.mark.parametrize(
    ("values", "suggested"),
    [
        (("4", "5"), "5"),
        (("4", "4", "5"), "4"),
        (("2", "3"), "3"),
        (("зач", "зач", "незач"), "зач"),
        (("зач", "незач"), "незач"),
        ((), None),
        ((DEBT,), None),
    ],
)
def test_the_suggestion_is_the_rounded_average_halves_going_up(
    values: tuple[str, ...], suggested: str | None
) -> None:
    assert of(*values).suggested == suggested


@given(st.lists(st.sampled_from("2345"), min_size=1, max_size=30))
def test_a_suggestion_is_a_mark_of_the_scale_no_further_than_half_from_the_average(values: list[str]) -> None:
    found = of(*values)
    assert found.suggested in {"2", "3", "4", "5"}
    assert found.basis is not None
    assert abs(int(found.suggested) - found.basis) <= Decimal("0.5")
    assert rule.flaws(ResultKind.PERIOD, None, found, (), S3).gap is None


@pytest.mark.requirement("R-063")
def test_the_year_rests_on_its_periods_and_the_final_mark_on_year_and_exam() -> None:
    year = of("2", "2", one=YEAR, p1="4", p2="5")
    assert (year.suggested, year.basis) == ("5", Decimal("4.5"))
    assert [value for _, value in year.parts] == ["4"]
    final = Assessment(ResultKind.FINAL, 1, FIRST, LAST)
    assert of(one=final, year="4", exam="5").suggested == "5"
    assert of(one=final, year="4").suggested == "4"
    assert of("5", one=Assessment(ResultKind.EXAM, 1, FIRST, LAST)).suggested is None


# what speaks against a value


@pytest.mark.requirement("R-065")
def test_too_few_marks_are_refused_or_warned_of() -> None:
    two = of("5", "5")
    strict = rule.flaws(ResultKind.PERIOD, "5", two, (), S1)
    assert (strict.few, strict.blocked, strict.least) == (True, True, 3)
    mild = rule.flaws(ResultKind.PERIOD, "5", two, (), S3)
    assert (mild.few, mild.blocked) == (True, False)
    silent = from_toml('preset = "s3"\n\n[periods]\nmin_marks_enforcement = "off"\n')
    assert not rule.flaws(ResultKind.PERIOD, "5", two, (), silent).any
    # Nobody needs three marks to be told that there are none.
    assert not rule.flaws(ResultKind.PERIOD, "н/а", two, (), S1).any
    assert not rule.flaws(ResultKind.EXAM, "5", two, (), S1).few


@pytest.mark.requirement("R-066")
def test_works_that_the_page_had_and_the_student_has_no_mark_for_are_named() -> None:
    found = of("5", "5", "5", regulation=S1)
    held = {WorkForm.ORAL, WorkForm.WRITTEN}
    assert rule.flaws(ResultKind.PERIOD, "5", found, held, S1).missing == (WorkForm.WRITTEN,)
    assert rule.flaws(ResultKind.PERIOD, "5", found, {WorkForm.ORAL}, S1).missing == ()
    assert rule.flaws(ResultKind.PERIOD, "5", found, held, S3).missing == ()


@pytest.mark.requirement("R-066")
def test_a_gap_from_the_average_wants_a_reason() -> None:
    found = of("4", "4", "3", "3")
    gaps = {value: rule.flaws(ResultKind.PERIOD, value, found, (), S3).gap for value in "2345"}
    assert gaps == {"2": Decimal("1.5"), "3": None, "4": None, "5": Decimal("1.5")}
    wide = from_toml('preset = "s3"\n\n[marks]\nreason_gap = 2\n')
    assert rule.flaws(ResultKind.PERIOD, "5", found, (), wide).gap is None


def test_the_values_are_those_of_the_schools_scale() -> None:
    assert rule.values(S3) == ("5", "4", "3", "2", "зач", "незач", "н/а", "осв")
    numbers = from_toml('preset = "s3"\n\n[marks]\nscale = [1, 2, 3, 4, 5]\nkinds = ["number"]\n')
    assert rule.values(numbers) == ("5", "4", "3", "2", "1")


# orders


@pytest.mark.parametrize(
    ("typed", "day", "number", "grades"),
    [
        ("23.10.2026 № 87-о", date(2026, 10, 23), "87-о", ALL_GRADES),
        ("до 23 октября 2026, приказ №87-о", date(2026, 10, 23), "87-о", ALL_GRADES),
        ("9-11 классы 25.05.2027 № 12", date(2027, 5, 25), "12", (9, 11)),
        ("25.05.2027, 9 класс", date(2027, 5, 25), None, (9, 9)),
        ("25.05.2027 No. 12, grades 9–11", date(2027, 5, 25), "12", (9, 11)),
        ("2026-10-23", date(2026, 10, 23), None, ALL_GRADES),
    ],
)
def test_an_order_is_read_as_people_type_it(
    typed: str, day: date, number: str | None, grades: tuple[int, int]
) -> None:
    found = read_order(typed, date(2026, 10, 14))
    assert found is not None
    assert (found.due_on, found.number, found.grades) == (day, number, grades)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_order_or_none(typed: str) -> None:
    found = read_order(typed, date(2026, 10, 14))
    assert found is None or found.grades[0] <= found.grades[1]
