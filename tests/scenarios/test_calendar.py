"""A parent takes the timetable into the calendar of the phone."""

from datetime import time, timedelta

from sqlalchemy import delete, func, select, update

from handlers.diary.callbacks import CalendarCb
from storage.tables.lessons import lessons
from storage.tables.notices import class_events
from storage.tables.school import periods
from tests.support import rfc5545
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, person_id, student_id


def events(message: object) -> dict[str, rfc5545.Component]:
    """The events of the file in a message, by their words."""
    document = message.document  # type: ignore[attr-defined]
    assert document is not None
    assert document.name == "timetable.ics"
    return {event.value("SUMMARY"): event for event in rfc5545.read(document.data).all("VEVENT")}


async def test_a_parent_takes_the_timetable_with_rooms_events_and_holidays(
    stage: Stage, olga: Persona
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(
            class_events,
            date=TODAY + timedelta(days=9),
            title="Родительское собрание",
            starts=time(18, 30),
            place="каб. 214",
            author_id=person_id("maria"),
            created_at=stage.clock.now(),
        )
        await db.connection.commit()
    await olga.say("/timetable")
    await olga.sees("расписание")
    olga.rest()
    await olga.press("Календарь")
    seen = await olga.sees("Аня: календарь")
    assert olga.taps == 1
    async with stage.house.store.connection() as db:
        last = await db.scalar(select(func.max(lessons.c.date)))
    # What is promised is what is in it.
    assert seen.text.startswith(f"Аня: календарь, 12.10 – {last:%d.%m}")
    found = events(seen)
    assert found["Алгебра"].value("LOCATION").startswith("каб.")
    assert found["Родительское собрание"].value("DTSTART").endswith("T183000")
    assert found["Родительское собрание"].value("LOCATION") == "каб. 214"
    assert "Иванова" not in seen.document.data.decode()  # type: ignore[union-attr]
    await olga.press("Расписание")
    await olga.sees("Аня: расписание")


async def test_a_substitution_and_a_cancelled_lesson_are_in_the_file(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(update(lessons).where(lessons.c.date == TODAY).values(status="cancelled"))
        await db.connection.commit()
    await olga.say("/calendar")
    seen = events(await olga.sees("Аня: календарь"))
    gone = [event for said, event in seen.items() if said.endswith("· отменён")]
    assert gone
    assert {event.value("STATUS") for event in gone} == {"CANCELLED"}


async def test_a_school_without_lessons_says_where_they_will_appear(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(delete(lessons))
        await db.run(delete(periods))
        await db.connection.commit()
    await olga.say("/calendar")
    seen = await olga.sees("Аня: календарь")
    assert seen.document is None
    assert "Уроков и каникул пока нет" in seen.text


async def test_the_calendar_of_another_child_is_refused(stage: Stage, olga: Persona) -> None:
    await olga.say("/menu")
    seen = await olga.sees("Аня")
    await olga.press_data(seen, CalendarCb(student=student_id("egor")).pack())
    await olga.sees_nothing("календарь")
