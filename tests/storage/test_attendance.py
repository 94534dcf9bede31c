"""What taking a register promises, on both engines."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from journal import attendance
from journal.clock import FrozenClock
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.model.attendance import Presence
from journal.model.register import Sheet
from journal.regulation import preset
from storage.tables.attendance import absence_notes, registers, student_statuses
from storage.tables.attendance import attendance as exceptions
from storage.tables.control import audit
from storage.tables.lessons import lessons
from storage.tables.outbox import events
from storage.tables.people import enrolments
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id

LESSON = lesson_id("7Б", TODAY, 2)
ANYA, BORIS, EGOR = student_id("anya"), student_id("boris"), student_id("egor")
HOLD = timedelta(minutes=5)


def status_of(sheet: Sheet, student: int) -> Presence:
    return sheet.statuses[student]


async def tap(ctx_of: CtxOf, who: str, student: int, status: Presence) -> Sheet:
    """Look at the register and press the name once more or less."""
    seen = await attendance.open_register(ctx_of(who), LESSON)
    return await attendance.tap(ctx_of(who), LESSON, student, status, seen.draft.revision)


@pytest.mark.requirement("R-055")
async def test_everyone_is_present_until_somebody_is_tapped(ctx_of: CtxOf) -> None:
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    assert [row.student.last_name for row in sheet.rows] == [
        "Ёлкин",
        "Иванова",
        "Козлова",
        "Орлов",
        "Петрова",
        "Сидоров",
    ]
    assert set(sheet.statuses.values()) == {Presence.PRESENT}


@pytest.mark.requirement("R-061")
async def test_taps_are_a_draft_and_only_save_posts_and_alerts(ctx_of: CtxOf, store: SqlStore) -> None:
    sheet = await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    async with store.connection() as db:
        assert await db.all(select(exceptions)) == []
        assert await db.all(select(events)) == []
        assert await db.all(select(audit)) == []
    saved = await attendance.save_register(ctx_of("anna"), LESSON, sheet.draft.posted)
    assert saved.tell_at == ctx_of("anna").now + HOLD
    async with store.connection() as db:
        row = (await db.all(select(exceptions)))[0]
        assert (row.student_id, row.status, row.date, row.slot) == (ANYA, "absent", TODAY, 2)
        event = (await db.all(select(events)))[0]
        assert (event.kind, event.hold_until) == ("register_saved", saved.tell_at)
        entry = (await db.all(select(audit)))[0]
        assert (entry.action, entry.before, entry.after) == ("register.save", None, {str(ANYA): "absent"})


async def test_two_teachers_share_the_draft(ctx_of: CtxOf, store: SqlStore) -> None:
    await share_lesson(store)
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    seen = await tap(ctx_of, "nikolai", EGOR, Presence.LATE)
    assert (status_of(seen, ANYA), status_of(seen, EGOR)) == (Presence.ABSENT, Presence.LATE)


async def test_a_tap_sent_again_changes_nothing(ctx_of: CtxOf) -> None:
    first = await attendance.tap(ctx_of("anna"), LESSON, ANYA, Presence.ABSENT, 0)
    again = await attendance.tap(ctx_of("anna"), LESSON, ANYA, Presence.ABSENT, 0)
    assert again.draft == first.draft
    await attendance.tap(ctx_of("anna"), LESSON, ANYA, Presence.LATE, first.draft.revision)
    late = await attendance.tap(ctx_of("anna"), LESSON, ANYA, Presence.ABSENT, 0)
    assert status_of(late, ANYA) is Presence.LATE


async def test_saving_twice_posts_once_and_tells_once(ctx_of: CtxOf, store: SqlStore) -> None:
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    first = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    again = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    assert (first.changed, again.changed) == (True, False)
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(events)) == 1


async def test_two_teachers_saving_at_once_lose_no_tap_and_make_one_event(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await share_lesson(store)
    for _ in range(10):
        await asyncio.gather(
            attendance.tap(ctx_of("anna"), LESSON, ANYA, Presence.ABSENT, 0),
            attendance.tap(ctx_of("nikolai"), LESSON, EGOR, Presence.ABSENT, 0),
            attendance.tap(ctx_of("anna"), LESSON, BORIS, Presence.LATE, 0),
        )
    saved = await asyncio.gather(
        attendance.save_register(ctx_of("anna"), LESSON, 0),
        attendance.save_register(ctx_of("nikolai"), LESSON, 0),
    )
    assert sorted(one.changed for one in saved) == [False, True]
    async with store.connection() as db:
        rows = await db.all(select(exceptions.c.student_id, exceptions.c.status))
        assert {(row.student_id, row.status) for row in rows} == {
            (ANYA, "absent"),
            (EGOR, "absent"),
            (BORIS, "late"),
        }
        assert await db.scalar(select(func.count()).select_from(events)) == 1


async def test_a_save_drawn_before_a_colleagues_save_keeps_later_taps_in_the_draft(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await share_lesson(store)
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    await tap(ctx_of, "nikolai", EGOR, Presence.ABSENT)
    stale = await attendance.save_register(ctx_of("nikolai"), LESSON, 0)
    assert not stale.changed
    assert stale.sheet.unsaved
    assert status_of(stale.sheet, EGOR) is Presence.ABSENT


async def test_reopening_a_taken_register_never_resets_it(ctx_of: CtxOf) -> None:
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    again = await attendance.open_register(ctx_of("anna"), LESSON)
    assert status_of(again, ANYA) is Presence.ABSENT
    assert not again.unsaved


async def test_a_taken_register_keeps_who_was_expected(ctx_of: CtxOf, store: SqlStore) -> None:
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    async with store.connection(writing=True) as db:
        await db.run(enrolments.update().where(enrolments.c.student_id == ANYA).values(until=TODAY))
        await db.connection.commit()
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    assert ANYA in sheet.statuses


async def test_undo_within_the_hold_takes_the_register_back_and_keeps_its_taps(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    saved = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    clock.move(HOLD - timedelta(seconds=1))
    sheet = (await attendance.undo_register(ctx_of("anna"), LESSON, saved.sheet.draft.posted)).sheet
    assert not sheet.taken
    assert status_of(sheet, ANYA) is Presence.ABSENT
    async with store.connection() as db:
        assert await db.all(select(registers)) == []
        assert await db.all(select(exceptions)) == []
        states = await db.all(select(events.c.state).order_by(events.c.id))
        assert [row.state for row in states] == ["replaced", "waiting"]
        actions = await db.all(select(audit.c.action).order_by(audit.c.id))
        assert [row.action for row in actions] == ["register.save", "register.undo"]
    stale = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    assert not stale.changed, "the first Save's button must not work again"


async def test_undo_after_the_hold_does_nothing(ctx_of: CtxOf, clock: FrozenClock) -> None:
    saved = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    clock.move(HOLD)
    undone = await attendance.undo_register(ctx_of("anna"), LESSON, saved.sheet.draft.posted)
    assert (undone.done, undone.sheet.taken) == (False, True)


async def test_undo_of_a_correction_restores_what_stood_before(ctx_of: CtxOf) -> None:
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    sheet = await tap(ctx_of, "anna", EGOR, Presence.ABSENT)
    saved = await attendance.save_register(ctx_of("anna"), LESSON, sheet.draft.posted)
    assert status_of(saved.sheet, EGOR) is Presence.ABSENT
    back = (await attendance.undo_register(ctx_of("anna"), LESSON, saved.sheet.draft.posted)).sheet
    assert not back.unsaved, "an undone correction must not wait to be saved by chance"
    assert back.register is not None
    assert set(back.register.standings) == {ANYA}
    with pytest.raises(StaleError):
        await attendance.undo_register(ctx_of("anna"), LESSON, saved.sheet.draft.posted)


async def test_good_news_is_not_held(ctx_of: CtxOf, clock: FrozenClock, store: SqlStore) -> None:
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    clock.move(timedelta(minutes=10))
    sheet = await tap(ctx_of, "anna", ANYA, Presence.PRESENT)
    saved = await attendance.save_register(ctx_of("anna"), LESSON, sheet.draft.posted)
    assert saved.tell_at == clock.now()
    async with store.connection() as db:
        assert await db.all(select(exceptions)) == []


async def test_an_accepted_note_is_proposed_and_its_reason_saved(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        note = await db.insert(
            absence_notes,
            student_id=EGOR,
            starts_on=TODAY,
            ends_on=TODAY,
            reason="ill",
            status="accepted",
            account_id=person_id("tatyana"),
            created_at=ctx_of("anna").now,
        )
        await db.connection.commit()
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    assert [(row.status, row.proposal) for row in sheet.rows if row.student.id == EGOR] == [
        (Presence.ABSENT, "note")
    ]
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    async with store.connection() as db:
        row = (await db.all(select(exceptions)))[0]
        assert (row.student_id, row.reason, row.note_id) == (EGOR, "ill", note)


async def test_absence_in_the_previous_lesson_and_dated_statuses_are_proposed(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    first = lesson_id("7Б", TODAY, 1)
    seen = await attendance.tap(ctx_of("maria"), first, ANYA, Presence.ABSENT, 0)
    await attendance.save_register(ctx_of("maria"), first, seen.draft.posted)
    async with store.connection(writing=True) as db:
        await db.insert(
            student_statuses,
            student_id=BORIS,
            kind="order",
            starts_on=TODAY,
            ends_on=TODAY,
            entered_by=person_id("maria"),
            entered_at=ctx_of("anna").now,
        )
        await db.connection.commit()
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    proposed = {row.student.id: row.proposal for row in sheet.rows if row.proposal}
    assert proposed == {ANYA: "previous", BORIS: "status"}


@pytest.mark.requirement("R-037")
async def test_a_teacher_takes_no_register_of_a_colleagues_lesson(ctx_of: CtxOf) -> None:
    with pytest.raises(RefusedError, match="not_permitted"):
        await attendance.open_register(ctx_of("nikolai"), LESSON)
    with pytest.raises(NotFoundError):
        await attendance.tap(ctx_of("olga"), LESSON, ANYA, Presence.PRESENT, 0)


async def test_a_forged_student_of_another_class_is_not_taken_into_the_register(ctx_of: CtxOf) -> None:
    with pytest.raises(StaleError):
        await attendance.tap(ctx_of("anna"), LESSON, student_id("petya"), Presence.ABSENT, 0)


@pytest.mark.requirement("R-056", "R-038")
async def test_a_register_taken_after_its_deadline_is_flagged(ctx_of: CtxOf, clock: FrozenClock) -> None:
    clock.move(timedelta(hours=7))
    assert (await attendance.save_register(ctx_of("anna"), LESSON, 0)).late


async def test_where_late_entries_are_refused_the_draft_survives(ctx_of: CtxOf, clock: FrozenClock) -> None:
    from journal.regulation.values import LateEntry

    rules = preset("s3")
    strict = replace(rules, entry=replace(rules.entry, late_entry=LateEntry.REFUSED))
    await tap(ctx_of, "anna", ANYA, Presence.ABSENT)
    clock.move(timedelta(hours=7))
    with pytest.raises(RefusedError, match="too_late") as raised:
        await attendance.save_register(ctx_of("anna", strict), LESSON, 0)
    assert raised.value.params["clause"].number == "4.5-D2"
    kept = await attendance.open_register(ctx_of("anna"), LESSON)
    assert status_of(kept, ANYA) is Presence.ABSENT


async def share_lesson(store: SqlStore) -> None:
    """Nikolai keeps the lesson together with Anna."""
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(second_teacher_id=person_id("nikolai"))
        )
        await db.connection.commit()


async def test_what_was_proposed_survives_the_first_tap_and_may_be_tapped_away(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    first = lesson_id("7Б", TODAY, 1)
    for student in (ANYA, EGOR):
        seen = await attendance.open_register(ctx_of("maria"), first)
        await attendance.tap(ctx_of("maria"), first, student, Presence.ABSENT, seen.draft.revision)
    await attendance.save_register(ctx_of("maria"), first, 0)
    opened = await attendance.open_register(ctx_of("anna"), LESSON)
    drawn = opened.draft.revision
    await attendance.tap(ctx_of("anna"), LESSON, BORIS, Presence.ABSENT, drawn)
    sheet = await attendance.tap(ctx_of("anna"), LESSON, EGOR, Presence.PRESENT, drawn)
    assert [sheet.statuses[student] for student in (ANYA, BORIS, EGOR)] == [
        Presence.ABSENT,
        Presence.ABSENT,
        Presence.PRESENT,
    ]
    saved = await attendance.save_register(ctx_of("anna"), LESSON, 0)
    assert {person.id for person in saved.sheet.those(Presence.ABSENT)} == {ANYA, BORIS}
