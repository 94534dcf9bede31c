"""Quiet hours, cards and the evening digest, on the wall clock of the school."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.school import School
from journal.model.subscriptions import Mode
from journal.regulation import ClockWindow
from notifications.timing import awake, digest, planned

BERLIN = ZoneInfo("Europe/Berlin")
SCHOOL = School("Школа", "Школа", BERLIN, "school", "private")
NIGHT = ClockWindow(time(21), time(7))
NAP = ClockWindow(time(13), time(15))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("window", "moment", "first"),
    [
        (NIGHT, "2026-10-14 20:59:59", "2026-10-14 20:59:59"),
        (NIGHT, "2026-10-14 21:00", "2026-10-15 07:00"),
        (NIGHT, "2026-10-15 00:30", "2026-10-15 07:00"),
        (NIGHT, "2026-10-15 06:59:59", "2026-10-15 07:00"),
        (NIGHT, "2026-10-15 07:00", "2026-10-15 07:00"),
        (NAP, "2026-10-14 14:00", "2026-10-14 15:00"),
        # The clocks go back and forward on these nights.
        (NIGHT, "2026-10-24 22:00", "2026-10-25 07:00"),
        (NIGHT, "2027-03-27 23:00", "2027-03-28 07:00"),
    ],
)
def test_news_waits_until_the_quiet_hours_are_over(window: ClockWindow, moment: str, first: str) -> None:
    assert awake(at(moment), window, SCHOOL) == at(first)


@given(st.integers(0, 2 * 365 * 24 * 60), st.times(), st.times())
def test_waiting_ends_outside_the_quiet_hours_within_a_day(minute: int, start: time, end: time) -> None:
    if start == end:
        return
    window = ClockWindow(start, end)
    moment = (at("2026-01-01").astimezone(UTC) + timedelta(minutes=minute)).astimezone(BERLIN)
    found = awake(moment, window, SCHOOL)
    assert moment <= found <= moment + timedelta(hours=25)
    assert found == moment or found.astimezone(BERLIN).time() == end


@pytest.mark.parametrize(
    ("moment", "card"),
    [("2026-10-14 10:00", "2026-10-14 19:00"), ("2026-10-14 19:00:01", "2026-10-15 19:00")],
)
def test_the_digest_comes_in_the_evening(moment: str, card: str) -> None:
    assert digest(at(moment), SCHOOL) == at(card)


@pytest.mark.parametrize(
    ("mode", "now", "due"),
    [
        (Mode.AT_ONCE, "2026-10-14 10:00", "2026-10-14 10:00"),
        (Mode.SILENT, "2026-10-14 10:00", "2026-10-14 10:00"),
        (Mode.AFTER_LESSONS, "2026-10-14 10:00", "2026-10-14 13:15"),
        (Mode.AFTER_LESSONS, "2026-10-14 15:00", "2026-10-14 15:00"),
        (Mode.DIGEST, "2026-10-14 10:00", "2026-10-14 19:00"),
    ],
)
def test_each_mode_has_its_moment(mode: Mode, now: str, due: str) -> None:
    assert planned(mode, at(now), at("2026-10-14 13:15"), SCHOOL) == at(due)


def test_on_a_day_without_lessons_the_card_comes_at_once() -> None:
    now = at("2026-10-18 10:00")
    assert planned(Mode.AFTER_LESSONS, now, None, SCHOOL) == now
