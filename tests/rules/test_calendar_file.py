"""Calendar files open in whatever reads RFC 5545: our own strict grammar and another library's parser."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.calendar import Entry, calendar
from tests.support import rfc5545

NOW = datetime(2026, 10, 14, 10, 5, tzinfo=UTC)
MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
# Zones with every kind of change: two a year, none, half hours, one on another day, the other hemisphere.
ZONES = (
    "Europe/Moscow",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Kamchatka",
    "Africa/Casablanca",
    "America/Santiago",
)


def lesson(zone: ZoneInfo, day: date, title: str = "Алгебра") -> Entry:
    starts = datetime(day.year, day.month, day.day, 8, 30, tzinfo=zone)
    return Entry(f"lesson/{day}", title, starts, starts + timedelta(minutes=45), "каб. 214")


async def test_a_lesson_is_written_in_the_schools_zone_with_its_rules() -> None:
    made = rfc5545.read(await calendar("Аня: школа", [lesson(MOSCOW, date(2026, 10, 15))], MOSCOW, NOW))
    (event,) = made.all("VEVENT")
    assert event.properties["DTSTART"] == [(";TZID=Europe/Moscow", "20261015T083000")]
    assert event.properties["DTEND"] == [(";TZID=Europe/Moscow", "20261015T091500")]
    assert (event.value("SUMMARY"), event.value("LOCATION")) == ("Алгебра", "каб. 214")
    assert [zone.value("TZID") for zone in made.all("VTIMEZONE")] == ["Europe/Moscow"]
    assert made.value("X-WR-CALNAME") == "Аня: школа"


@pytest.mark.parametrize("key", ZONES)
async def test_a_year_of_lessons_stays_at_its_hour_on_both_sides_of_the_clocks_change(key: str) -> None:
    zone = ZoneInfo(key)
    days = [date(2026, 9, 1) + timedelta(days=9 * number) for number in range(36)]
    data = await calendar("Аня", [lesson(zone, day) for day in days], zone, NOW)
    rfc5545.read(data)
    read = vobject.readOne(data.decode())
    assert len(read.vevent_list) == len(days)
    for day, event in zip(days, read.vevent_list, strict=True):
        found = event.dtstart.value
        # The other reader knows the zone by the rules in the file alone.
        assert (found.date(), found.time()) == (day, time(8, 30))
        assert found.utcoffset() == lesson(zone, day).starts.utcoffset()  # type: ignore[union-attr]


async def test_whole_days_end_on_the_morning_after_and_leave_one_free() -> None:
    holidays = Entry("holidays", "Каникулы", date(2026, 10, 26), date(2026, 11, 3), busy=False)
    made = rfc5545.read(await calendar("Аня", [holidays], MOSCOW, NOW))
    (event,) = made.all("VEVENT")
    assert event.properties["DTSTART"] == [(";VALUE=DATE", "20261026")]
    assert event.properties["DTEND"] == [(";VALUE=DATE", "20261104")]
    assert event.value("TRANSP") == "TRANSPARENT"


async def test_a_cancelled_lesson_says_so_and_takes_no_time() -> None:
    gone = Entry("1", "Алгебра · отменён", datetime(2026, 10, 15, 8, 30, tzinfo=MOSCOW), cancelled=True)
    (event,) = rfc5545.read(await calendar("Аня", [gone], MOSCOW, NOW)).all("VEVENT")
    assert (event.value("STATUS"), event.value("TRANSP")) == ("CANCELLED", "TRANSPARENT")


async def test_an_entry_keeps_its_uid_when_its_time_and_words_change() -> None:
    def uid(data: bytes) -> str:
        return rfc5545.read(data).all("VEVENT")[0].value("UID")

    first = Entry("lesson/7", "Алгебра", datetime(2026, 10, 15, 8, 30, tzinfo=MOSCOW))
    moved = Entry("lesson/7", "Алгебра · замена", datetime(2026, 10, 16, 9, 25, tzinfo=MOSCOW))
    other = Entry("lesson/8", "Алгебра", datetime(2026, 10, 15, 8, 30, tzinfo=MOSCOW))
    files = [await calendar("Аня", [entry], MOSCOW, NOW) for entry in (first, moved, other)]
    assert uid(files[0]) == uid(files[1]) != uid(files[2])


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\r;,\\":«»ёЁ🙂'), max_size=90
)


@settings(max_examples=40)
@given(title=WORDS, place=WORDS, name=WORDS)
async def test_whatever_is_typed_in_a_school_the_file_keeps_the_grammar(
    title: str, place: str, name: str
) -> None:
    starts = datetime(2026, 10, 15, 8, 30, tzinfo=BERLIN)
    data = await calendar(name, [Entry("1", title, starts, starts, place)], BERLIN, NOW)
    rfc5545.read(data)
    vobject.readOne(data.decode())
