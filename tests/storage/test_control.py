"""A class's day and the school's morning on both engines."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from handlers.control import screens
from journal import absences, attendance, control
from journal.absences import Said
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.entry import Record
from journal.errors import NotFoundError, RefusedError
from journal.lessons import requests, substitution
from journal.marks import brush, correcting, painting, saving
from journal.model.attendance import Presence
from locales.texts import Texts
from storage.tables.access import accounts
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.tables.people import contacts
from storage.unit_of_work import SqlStore
from tests.support.school import SCHOOL, TODAY, ZONE, CtxOf, lesson_id, person_id, student_id, unit_id

B7 = unit_id("7Б")


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


async def register(ctx: Ctx, lesson: int, **statuses: Presence) -> None:
    sheet = await attendance.open_register(ctx, lesson)
    for name, status in statuses.items():
        sheet = await attendance.tap(ctx, lesson, student_id(name), status, sheet.draft.revision)
    await attendance.save_register(ctx, lesson, sheet.draft.posted)


@pytest.mark.requirement("R-044")
async def test_the_class_day_shows_who_is_here_what_is_unexplained_and_which_pages_are_empty(
    ctx_of: CtxOf,
) -> None:
    await register(ctx_of("maria"), lesson_id("7Б", TODAY, 1), anya=Presence.ABSENT, egor=Presence.ABSENT)
    await register(
        ctx_of("anna"),
        lesson_id("7Б", TODAY, 2),
        anya=Presence.ABSENT,
        egor=Presence.LATE,
        boris=Presence.ABSENT,
    )
    await absences.say(ctx_of("olga"), student_id("anya"), TODAY, Said.ILL)
    day = await control.class_day(ctx_of("maria"), B7)
    assert (day.present, day.students, day.eating) == (4, 6, 4)
    assert [person.first_name for person in day.absent_now] == ["Борис", "Аня"]
    assert [item.student.first_name for item in day.unexplained] == ["Борис", "Егор"]
    assert [(item.student.first_name, item.slot) for item in day.late] == [("Егор", 2)]
    assert [student.first_name for _, student in day.waiting] == ["Аня"]
    # Only the first lesson is over; its topic and homework are missing.
    assert [(item.lesson.slot, [one.record for one in item.missing]) for item in day.unfilled] == [
        (1, [Record.LESSON, Record.HOMEWORK])
    ]
    assert [person.first_name for person in day.unconnected] == ["Борис", "Вера", "Глеб", "Дина"]


async def test_a_family_no_message_reaches_is_called_when_the_child_is_absent(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            update(accounts).where(accounts.c.id == person_id("tatyana")).values(unreachable_at=at(8))
        )
        await db.insert(contacts, person_id=person_id("tatyana"), kind="phone", value="+7 900 000-00-01")
        await db.connection.commit()
    await register(ctx_of("anna"), lesson_id("7Б", TODAY, 2), egor=Presence.ABSENT, boris=Presence.ABSENT)
    day = await control.class_day(ctx_of("maria"), B7)
    assert [(adult.first_name, child.first_name) for adult, child in day.deaf] == [("Татьяна", "Егор")]
    unit, calls = await control.calls(ctx_of("maria"), B7)
    assert unit.name == "7Б"
    assert [call.student.first_name for call in calls] == ["Борис", "Егор"]
    assert [(adult.first_name, number) for adult, number in calls[1].adults] == [
        ("Татьяна", "+7 900 000-00-01")
    ]


async def test_an_alarm_joins_the_list_to_call_after_half_an_hour_of_silence(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    await register(ctx_of("maria"), lesson_id("7Б", TODAY, 1), anya=Presence.ABSENT)
    clock.move(timedelta(minutes=6))
    await absences.say(ctx_of("olga"), student_id("anya"), TODAY, Said.MISSING)
    assert (await control.calls(ctx_of("maria"), B7))[1] == []
    clock.move(timedelta(minutes=30))
    (call,) = (await control.calls(ctx_of("maria"), B7))[1]
    assert (call.student.first_name, call.alarm) == ("Аня", True)


@pytest.mark.parametrize("name", ["anna", "svetlana", "olga", "pavel", "egor"])
async def test_only_its_class_teacher_has_the_class_day(ctx_of: CtxOf, name: str) -> None:
    for ask in (control.class_day, control.calls):
        with pytest.raises((NotFoundError, RefusedError)):
            await ask(ctx_of(name), B7)


async def test_the_morning_lists_empty_pages_by_teacher(ctx_of: CtxOf, clock: FrozenClock) -> None:
    await register(ctx_of("maria"), lesson_id("7Б", TODAY, 1))
    clock.move(at(18) - clock.now())
    found = await control.morning(ctx_of("pavel"))
    assert found.day == TODAY
    assert [(gap.teacher.last_name, len(gap.lessons)) for gap in found.gaps] == [
        ("Белова", 1),
        ("Громов", 1),
        ("Жукова", 2),
        ("Кузнецова", 2),
    ]
    assert (len(found.unfilled), len(found.pending), found.lessons) == (6, 0, 6)
    clock.move(at(16) - clock.now())
    in_time = await control.morning(ctx_of("pavel"))
    assert (len(in_time.unfilled), len(in_time.pending), in_time.until) == (6, 6, at(17))
    # Grade 1 is never chased for homework.
    first_grade = found.gaps[2].lessons[0]
    assert first_grade.lesson.unit_name == "1А"
    assert [item.record for item in first_grade.missing] == [Record.ATTENDANCE, Record.LESSON]


async def test_before_the_first_bell_the_morning_is_about_the_last_school_day(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    clock.move(at(8, day=date(2026, 10, 12)) - clock.now())
    found = await control.morning(ctx_of("pavel"))
    assert found.day == date(2026, 10, 9)
    assert (found.before, found.after) == (date(2026, 10, 8), date(2026, 10, 12))


async def test_all_teachers_are_reminded_at_once_and_nobody_twice_an_hour(
    ctx_of: CtxOf, clock: FrozenClock, store: SqlStore
) -> None:
    clock.move(at(18) - clock.now())
    pavel = ctx_of("pavel")
    assert (await control.nudge(pavel, TODAY)).now == 4
    assert await control.nudge(pavel, TODAY) == control.Nudged(0, 4)
    clock.move(timedelta(minutes=61))
    assert (await control.nudge(ctx_of("pavel"), TODAY, person_id("anna"))).now == 1
    async with store.connection() as db:
        told = await db.scalars(select(events.c.payload).where(events.c.kind == "entry_reminder_due"))
    assert [item["person_id"] for item in told].count(person_id("anna")) == 2


@pytest.mark.parametrize("name", ["anna", "maria", "olga", "egor"])
async def test_the_school_is_watched_over_by_its_management_only(ctx_of: CtxOf, name: str) -> None:
    ctx = ctx_of(name)
    for ask in (control.morning, control.attendance, control.waiting):
        with pytest.raises((NotFoundError, RefusedError)):
            await ask(ctx)
    with pytest.raises((NotFoundError, RefusedError)):
        await control.nudge(ctx, TODAY)


async def test_a_class_with_many_ill_stands_out(ctx_of: CtxOf) -> None:
    await register(
        ctx_of("anna"),
        lesson_id("7Б", TODAY, 2),
        anya=Presence.ABSENT,
        egor=Presence.ABSENT,
        vera=Presence.ABSENT,
    )
    await absences.say(ctx_of("olga"), student_id("anya"), TODAY, Said.ILL)
    await absences.say(ctx_of("tatyana"), student_id("egor"), TODAY, Said.ILL)
    found = await control.attendance(ctx_of("pavel"))
    assert [(line.unit.name, line.absent, line.ill, line.stands_out) for line in found.classes] == [
        ("7Б", 3, 2, True),
        ("1А", None, 0, False),
        ("3А", None, 0, False),
        ("7А", None, 0, False),
    ]
    assert (found.over, found.absent, found.expected, found.begun) == (False, 3, 6, 3)


@pytest.mark.parametrize("name", ["anna", "olga", "egor", "svetlana"])
async def test_the_absent_of_a_class_are_named_to_nobody_else(ctx_of: CtxOf, name: str) -> None:
    with pytest.raises((NotFoundError, RefusedError)):
        await control.class_presence(ctx_of(name), B7)


async def test_the_deputy_head_opens_a_lesson_once_and_it_is_recorded(ctx_of: CtxOf, store: SqlStore) -> None:
    lesson = lesson_id("7Б", TODAY - timedelta(days=7), 2)
    await requests.ask_deputy(ctx_of("anna"), lesson, Record.LESSON, "Болела")
    (asked,) = await control.waiting(ctx_of("pavel"))
    assert (asked.teacher.last_name, asked.record, asked.reason) == ("Кузнецова", Record.LESSON, "Болела")
    decided = [await control.decide(ctx_of("pavel"), asked.id, allow=allow) for allow in (True, False)]
    assert [item.status for item in decided] == ["granted", "granted"]
    assert await control.waiting(ctx_of("pavel")) == []
    async with ctx_of("anna").reading() as work:
        assert await work.lessons.opened_until(lesson, Record.LESSON) == at(0, day=date(2026, 10, 16))
    async with store.connection() as db:
        actions = await db.scalars(select(audit.c.action).where(audit.c.object_kind == "entry_request"))
    assert list(actions) == ["entry.ask", "entry.granted"]
    with pytest.raises(NotFoundError):
        await control.decide(ctx_of("pavel"), 999, allow=True)


@pytest.mark.requirement("R-121")
async def test_every_page_may_be_looked_at_by_management_and_the_own_class_by_its_teacher(
    ctx_of: CtxOf,
) -> None:
    await register(ctx_of("anna"), lesson_id("7Б", TODAY, 2), anya=Presence.ABSENT)
    for name in ("pavel", "irina", "maria"):
        page = await control.page(ctx_of(name), lesson_id("7Б", TODAY, 2))
        assert [person.first_name for person in page.absent] == ["Аня"]
        found = await control.day_of_class(ctx_of(name), B7)
        assert [lesson.subject for lesson in found.lessons] == ["Русский язык", "Алгебра", "География"]
    with pytest.raises(RefusedError):
        await control.page(ctx_of("maria"), lesson_id("3А", TODAY, 1))
    with pytest.raises(NotFoundError):
        await control.day_of_class(ctx_of("olga"), B7)


@pytest.mark.requirement("R-050", "R-121")
async def test_a_page_shows_what_a_mark_was_before_why_it_changed_and_who_wrote_it(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    lesson = lesson_id("7Б", TODAY, 2)
    anna = ctx_of("anna")
    sheet = await painting.open_marks(anna, lesson)
    for name, value in (("vera", "4"), ("boris", "2")):
        code = brush.code((value,), anna.regulation)
        sheet = await painting.paint(anna, lesson, student_id(name), code, sheet.draft.revision)
    await saving.save_marks(anna, lesson, sheet.draft.posted)
    async with anna.reading() as work:
        (page_work,) = await work.marks.works_of_lesson(lesson)
        given = {mark.student_id: mark.id for mark in await work.marks.of_works([page_work.id])}
    clock.move(timedelta(minutes=7))
    five = brush.code(("5",), anna.regulation)
    await correcting.change_mark(ctx_of("anna"), given[student_id("vera")], five, "typo")
    page = await control.page(ctx_of("pavel"), lesson)
    assert [
        (each.student.first_name, [[edit.after for edit in mark.edits] for mark in each.marks])
        for each in page.marks
    ] == [("Борис", [["2"]]), ("Вера", [["4", "5"]])]
    assert page.last_edit is not None
    assert (page.last_edit[0].last_name, page.last_edit[1]) == ("Кузнецова", clock.now())
    shown = str(screens.page(page, SCHOOL, Texts("ru")).text)
    assert "Ёлкин Б.: 2\nКозлова В.: 4 → 5 (описка)" in shown
    assert "запись оценок: Кузнецова А. С., 14.10, 10:12" in shown


async def test_a_page_names_both_the_substitute_and_whom_the_timetable_names(ctx_of: CtxOf) -> None:
    lesson = lesson_id("7Б", TODAY, 2)
    await substitution.substitute(ctx_of("nikolai"), lesson)
    page = await control.page(ctx_of("pavel"), lesson)
    assert page.keeper is not None
    assert page.replaced is not None
    assert (page.keeper.last_name, page.replaced.last_name) == ("Громов", "Кузнецова")


async def test_the_days_of_a_class_step_over_sundays_and_holidays(ctx_of: CtxOf) -> None:
    friday = await control.day_of_class(ctx_of("pavel"), B7, date(2026, 10, 9))
    assert (friday.before, friday.after) == (date(2026, 10, 8), date(2026, 10, 12))
    last = await control.day_of_class(ctx_of("pavel"), B7, date(2026, 10, 23))
    assert last.after is None
