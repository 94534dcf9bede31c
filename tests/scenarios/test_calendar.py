"""A parent takes the timetable into the calendar of the phone."""

from datetime import date, time, timedelta

from sqlalchemy import delete, update

from handlers.diary.callbacks import CalendarCb
from journal.timetable import plan_ahead
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.notices import class_events
from storage.tables.school import periods
from tests.support import rfc5545
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, CtxOf, person_id, student_id, subject_id, unit_id

WORK = "Алгебра: контрольная работа"


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
    # The quarter ends in two weeks: the next one comes along, though its lessons are not laid out yet.
    assert seen.text.startswith("Аня: календарь, 12 октября – 30 декабря")
    found = events(seen)
    assert found["Алгебра"].value("LOCATION").startswith("каб.")
    assert found["Родительское собрание"].value("DTSTART").endswith("T183000")
    assert found["Родительское собрание"].value("LOCATION") == "каб. 214"
    assert "Иванова" not in seen.document.data.decode()  # type: ignore[union-attr]
    await olga.press("Расписание")
    await olga.sees("Аня: расписание")


async def test_what_is_moved_and_renamed_keeps_its_uid_and_two_alike_have_their_own(
    stage: Stage, olga: Persona
) -> None:
    async def taken() -> list[tuple[str, str]]:
        await olga.say("/calendar")
        message = await olga.sees("Аня: календарь")
        found = rfc5545.read(message.document.data).all("VEVENT")  # type: ignore[union-attr]
        return [(event.value("SUMMARY"), event.value("UID")) for event in found]

    async with stage.house.store.connection(writing=True) as db:
        tomorrow = TODAY + timedelta(days=1)
        event = {"date": tomorrow, "title": "Музей", "author_id": person_id("maria")}
        held = [await db.insert(class_events, **event, created_at=stage.clock.now()) for _ in range(2)]
        plan = await db.insert(
            plans,
            year_id=1,
            subject_id=subject_id("algebra"),
            unit_id=unit_id("7Б"),
            loaded_at=stage.clock.now(),
            hours=102,
        )
        work = {"plan_id": plan, "topic": "Дроби", "work_kind": "control", "planned_on": tomorrow}
        rows = [await db.insert(plan_rows, **work, number=number) for number in (1, 2)]
        await db.connection.commit()
    before = await taken()
    alike = [[uid for said, uid in before if said == words] for words in ("Музей", WORK)]
    assert [len(set(uids)) for uids in alike] == [2, 2]
    async with stage.house.store.connection(writing=True) as db:
        later = TODAY + timedelta(days=5)
        await db.run(
            update(class_events).where(class_events.c.id == held[0]).values(date=later, title="Театр")
        )
        await db.run(update(plan_rows).where(plan_rows.c.id == rows[0]).values(planned_on=later))
        await db.connection.commit()
    after = await taken()
    assert {uid for _, uid in after} == {uid for _, uid in before}
    assert next(uid for said, uid in after if said == "Театр") in alike[0]


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


async def test_a_lesson_to_come_keeps_its_uid_when_it_is_laid_out(
    stage: Stage, olga: Persona, ctx_of: CtxOf
) -> None:
    async def taken() -> dict[str, str]:
        await olga.say("/calendar")
        message = await olga.sees("Аня: календарь")
        found = rfc5545.read(message.document.data).all("VEVENT")  # type: ignore[union-attr]
        return {event.value("UID"): event.value("DTSTART") for event in found}

    before = await taken()
    starts = sorted(before.values())
    assert any(start.startswith("202612") for start in starts)
    # Nobody is taught in the holidays.
    assert not [start for start in starts if "20261026T" <= start < "20261102"]
    added = await plan_ahead(ctx_of("pavel"), date(2026, 11, 2), date(2026, 11, 13))
    assert added > 0
    assert await taken() == before
