"""What giving marks promises, on both engines."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from journal import attendance
from journal.clock import FrozenClock
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.lessons import cards
from journal.marks import brush, correcting, painting, planning, saving, typing, works
from journal.model.attendance import Presence
from journal.model.painting import Painting
from journal.regulation import Regulation, from_toml, preset
from storage.tables.attendance import attendance as exceptions
from storage.tables.attendance import registers
from storage.tables.control import audit
from storage.tables.marks import mark_revisions, marks, page_closures
from storage.tables.marks import works as works_table
from storage.tables.outbox import events
from storage.tables.people import enrolments
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)
ANYA, VERA, EGOR = student_id("anya"), student_id("vera"), student_id("egor")
HOLD = timedelta(minutes=5)


async def paint(ctx_of: CtxOf, rules: Regulation | None = None, **values: str) -> Painting:
    """Open the marks and paint `anya="5"`."""
    ctx = ctx_of("anna", rules) if rules else ctx_of("anna")
    sheet = await painting.open_marks(ctx, LESSON)
    for name, value in values.items():
        code = brush.code(tuple(value.split()), ctx.regulation)
        sheet = await painting.paint(ctx, LESSON, student_id(name), code, sheet.draft.revision)
    return sheet


async def standing(store: SqlStore) -> list[tuple[int, int, str]]:
    async with store.connection() as db:
        rows = await db.all(
            select(marks.c.student_id, marks.c.place, marks.c.value)
            .where(marks.c.withdrawn_at.is_(None))
            .order_by(marks.c.student_id, marks.c.place)
        )
        return [(row.student_id, row.place, row.value) for row in rows]


async def test_painted_marks_are_a_draft_until_saved(ctx_of: CtxOf, store: SqlStore) -> None:
    sheet = await paint(ctx_of, anya="5", vera="4 3")
    assert sheet.count == 3
    assert await standing(store) == []
    async with store.connection() as db:
        assert await db.all(select(events)) == []
        assert await db.all(select(audit)) == []


@pytest.mark.requirement("R-047", "R-125")
async def test_save_writes_marks_revisions_audit_and_one_held_event(ctx_of: CtxOf, store: SqlStore) -> None:
    sheet = await paint(ctx_of, anya="5", vera="4 3")
    outcome = await saving.save_marks(ctx_of("anna"), LESSON, sheet.draft.posted)
    assert (outcome.count, outcome.late, outcome.undoable) == (3, False, True)
    assert await standing(store) == [(ANYA, 1, "5"), (VERA, 1, "4"), (VERA, 2, "3")]
    async with store.connection() as db:
        event = (await db.all(select(events)))[0]
        assert event.hold_until == NOW + HOLD
        assert event.payload["student_ids"] == [ANYA, VERA]
        assert len(await db.all(select(mark_revisions))) == 3
        entry = (await db.all(select(audit)))[0]
        assert (entry.action, entry.after) == ("marks.save", {str(ANYA): ["5"], str(VERA): ["4", "3"]})


async def test_saving_again_posts_nothing_twice(ctx_of: CtxOf, store: SqlStore) -> None:
    await paint(ctx_of, anya="5")
    first, second = await asyncio.gather(
        saving.save_marks(ctx_of("anna"), LESSON, 0), saving.save_marks(ctx_of("anna"), LESSON, 0)
    )
    assert sorted((first.changed, second.changed)) == [False, True]
    assert await standing(store) == [(ANYA, 1, "5")]


async def test_later_marks_of_the_same_work_stand_beside_the_earlier(ctx_of: CtxOf, store: SqlStore) -> None:
    await paint(ctx_of, anya="5")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    await paint(ctx_of, anya="4")
    await saving.save_marks(ctx_of("anna"), LESSON, 1)
    assert await standing(store) == [(ANYA, 1, "5"), (ANYA, 2, "4")]
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(works_table)) == 1


async def test_undo_inside_the_hold_returns_the_marks_to_the_draft(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await paint(ctx_of, anya="5", vera="4 3")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    clock.move(HOLD - timedelta(seconds=1))
    sheet = (await saving.undo_marks(ctx_of("anna"), LESSON, 1)).painting
    assert sheet.draft.marks == {ANYA: ("5",), VERA: ("4", "3")}
    assert await standing(store) == []
    async with store.connection() as db:
        states = await db.scalars(select(events.c.state).order_by(events.c.id))
        assert list(states) == ["replaced", "waiting"]
    with pytest.raises(StaleError):
        await saving.undo_marks(ctx_of("anna"), LESSON, 1)
    await saving.save_marks(ctx_of("anna"), LESSON, sheet.draft.posted)
    assert len(await standing(store)) == 3


async def test_undo_after_the_hold_does_nothing(ctx_of: CtxOf, store: SqlStore, clock: FrozenClock) -> None:
    await paint(ctx_of, anya="5")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    clock.move(HOLD)
    assert not (await saving.undo_marks(ctx_of("anna"), LESSON, 1)).changed
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(marks).where(marks.c.withdrawn_at.is_(None)))


@pytest.mark.requirement("R-050")
async def test_where_corrections_are_forbidden_a_saved_mark_is_neither_undone_nor_changed(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    rules = preset("s0")
    await paint(ctx_of, rules, anya="5")
    outcome = await saving.save_marks(ctx_of("anna", rules), LESSON, 0)
    assert not outcome.undoable
    with pytest.raises(RefusedError, match="correction_forbidden") as raised:
        await saving.undo_marks(ctx_of("anna", rules), LESSON, 1)
    assert raised.value.params["clause"].number == "4.2-T2"
    async with store.connection() as db:
        number = await db.scalar(select(marks.c.id))
    with pytest.raises(RefusedError, match="correction_forbidden"):
        await correcting.change_mark(ctx_of("anna", rules), number, "3", "typo")
    assert await standing(store) == [(ANYA, 1, "5")]


@pytest.mark.requirement("R-039")
async def test_marks_of_an_earlier_day_are_refused_and_the_draft_survives(
    ctx_of: CtxOf, clock: FrozenClock, store: SqlStore
) -> None:
    rules = preset("s0")
    await paint(ctx_of, rules, anya="5")
    clock.move(timedelta(days=1))
    with pytest.raises(RefusedError, match="backdated"):
        await saving.save_marks(ctx_of("anna", rules), LESSON, 0)
    again = await painting.open_marks(ctx_of("anna", rules), LESSON)
    assert again.draft.marks == {ANYA: ("5",)}
    assert await standing(store) == []


@pytest.mark.requirement("R-050")
async def test_a_correction_keeps_the_old_value_author_time_and_reason(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await paint(ctx_of, anya="2")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    clock.move(timedelta(hours=1))
    async with store.connection() as db:
        number = await db.scalar(select(marks.c.id))
    four = brush.code(("4",), preset("s3"))
    with pytest.raises(InvalidError, match="reason_missing"):
        await correcting.change_mark(ctx_of("anna"), number, four, "  ")
    await correcting.change_mark(ctx_of("anna"), number, four, "перепутала строки")
    async with store.connection() as db:
        row = (await db.all(select(mark_revisions).where(mark_revisions.c.revision == 1)))[0]
        assert (row.value_before, row.value_after, row.reason) == ("2", "4", "перепутала строки")
        assert (row.author_id, row.at) == (person_id("anna"), clock.now())
    assert await standing(store) == [(ANYA, 1, "4")]


async def test_a_failed_work_may_be_done_again_and_counts_as_the_regulation_says(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    rules = from_toml('preset = "s3"\n[marks]\nretake_counts = "both"\n')
    await paint(ctx_of, rules, anya="2")
    await saving.save_marks(ctx_of("anna", rules), LESSON, 0)
    async with store.connection() as db:
        row = (await db.all(select(marks)))[0]
        assert row.retake_until == TODAY + timedelta(days=rules.marks.retake_days)
    four = brush.code(("4",), rules)
    await correcting.change_mark(ctx_of("anna", rules), row.id, four, correcting.RETAKE)
    assert await standing(store) == [(ANYA, 1, "2"), (ANYA, 2, "4")]
    async with store.connection() as db:
        # Nothing is left to be done again.
        assert set(await db.scalars(select(marks.c.retake_until))) == {None}


@pytest.mark.requirement("R-051")
async def test_after_the_period_mark_the_page_takes_no_marks(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            page_closures,
            unit_id=unit_id("7Б"),
            subject_id=subject_id("algebra"),
            period_id=1,
            closed_by=person_id("anna"),
            closed_at=NOW,
        )
        await db.connection.commit()
    await paint(ctx_of, anya="5")
    with pytest.raises(RefusedError, match="page_closed"):
        await saving.save_marks(ctx_of("anna"), LESSON, 0)


@pytest.mark.requirement("R-049")
async def test_a_work_under_check_is_open_until_its_term_under_its_own_day(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    rules = preset("s0")
    ctx = ctx_of("anna", rules)
    await painting.open_marks(ctx, LESSON)
    await painting.choose_kind(ctx, LESSON, "control")
    work = await works.start_check(ctx, LESSON)
    assert (await works.start_check(ctx, LESSON)).id == work.id
    assert work.due_on == date(2026, 10, 21)
    clock.move(timedelta(days=6))
    sheet = await painting.open_marks(ctx, LESSON, work.id)
    five = brush.code(("5",), rules)
    await painting.paint(ctx, LESSON, ANYA, five, sheet.draft.revision)
    await saving.save_marks(ctx, LESSON, 0)
    async with store.connection() as db:
        row = (await db.all(select(marks)))[0]
        assert (row.date, row.work_id, row.late) == (TODAY, work.id, False)
    clock.move(timedelta(days=2))
    await painting.paint(ctx, LESSON, VERA, five, 1_000)
    with pytest.raises(RefusedError, match="too_late"):
        await saving.save_marks(ctx, LESSON, 1)


@pytest.mark.requirement("R-049")
async def test_where_marks_are_due_when_the_checking_ends_a_work_has_no_day_before(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    rules = preset("s2")
    await painting.open_marks(ctx_of("anna", rules), LESSON)
    await painting.choose_kind(ctx_of("anna", rules), LESSON, "control")
    work = await works.start_check(ctx_of("anna", rules), LESSON)
    assert work.due_on is None
    clock.move(timedelta(days=20))
    assert [one.id for one in await works.works_in_hand(ctx_of("anna", rules))] == [work.id]
    ended = await works.finish_check(ctx_of("anna", rules), work.id)
    assert (ended.verdict.late, len(ended.unmarked), ended.others, ended.resumable) == (False, 6, 0, True)
    assert await works.works_in_hand(ctx_of("anna", rules)) == []
    await works.resume_check(ctx_of("anna", rules), work.id)
    assert [one.id for one in await works.works_in_hand(ctx_of("anna", rules))] == [work.id]
    await works.finish_check(ctx_of("anna", rules), work.id)
    clock.move(timedelta(days=1))
    again = await works.finish_check(ctx_of("anna", rules), work.id)
    assert again.verdict.late, "the day was yesterday, whoever presses again"
    with pytest.raises(StaleError):
        await works.resume_check(ctx_of("anna", rules), work.id)


async def test_marks_painted_before_a_work_was_collected_go_with_it(ctx_of: CtxOf) -> None:
    sheet = await paint(ctx_of, anya="5")
    await painting.choose_kind(ctx_of("anna"), LESSON, "control")
    work = await works.start_check(ctx_of("anna"), LESSON)
    sheet = await painting.open_marks(ctx_of("anna"), LESSON, work.id)
    assert (sheet.draft.work_id, sheet.draft.marks) == (work.id, {ANYA: ("5",)})
    assert sheet.work is not None
    assert sheet.work.being_checked


@pytest.mark.requirement("R-049")
async def test_a_planned_work_that_was_collected_is_being_checked(ctx_of: CtxOf, clock: FrozenClock) -> None:
    ahead = lesson_id("7Б", date(2026, 10, 16), 3)
    await planning.plan(ctx_of("anna"), ahead, "control", sure=True)
    clock.move(timedelta(days=2, hours=2))
    await painting.choose_kind(ctx_of("anna"), ahead, "control")
    work = await works.start_check(ctx_of("anna"), ahead)
    assert [one.id for one in await works.works_in_hand(ctx_of("anna"))] == [work.id]
    assert work.due_on == date(2026, 10, 23)


async def test_unsaved_marks_are_not_lost_by_opening_another_work(ctx_of: CtxOf) -> None:
    await painting.open_marks(ctx_of("anna"), LESSON)
    await painting.choose_kind(ctx_of("anna"), LESSON, "control")
    work = await works.start_check(ctx_of("anna"), LESSON)
    await paint(ctx_of, anya="5")
    resumed = await painting.open_marks(ctx_of("anna"), LESSON, work.id)
    assert resumed.draft.marks == {ANYA: ("5",)}


async def test_typed_absences_are_saved_into_the_register_with_the_marks(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    done = await typing.type_marks(ctx_of("anna"), LESSON, "Иванова 5, нет: Сидоров")
    saved = await saving.save_marks(ctx_of("anna"), LESSON, done.draft.posted)
    assert (saved.registered, [person.id for person in saved.absent]) == (True, [EGOR])
    async with store.connection() as db:
        kinds = set(await db.scalars(select(events.c.kind)))
        assert kinds == {"register_saved", "marks_saved"}
    sheet = await painting.open_marks(ctx_of("anna"), LESSON)
    assert [row.student.id for row in sheet.rows if row.absent] == [EGOR]


async def test_typed_absences_leave_unsaved_taps_of_the_register_waiting(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    await attendance.tap(ctx_of("anna"), LESSON, VERA, Presence.LATE, 0)
    await typing.type_marks(ctx_of("anna"), LESSON, "Иванова 5, нет: Сидоров")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    async with store.connection() as db:
        rows = await db.all(select(exceptions.c.student_id, exceptions.c.status))
        assert [tuple(row) for row in rows] == [(EGOR, "absent")]
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    assert (sheet.statuses[VERA], sheet.unsaved) == (Presence.LATE, True)


async def test_an_absence_typed_into_yesterdays_register_is_told_to_be_late(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    clock.move(timedelta(days=1))
    await typing.type_marks(ctx_of("anna"), LESSON, "нет: Сидоров")
    saved = await saving.save_marks(ctx_of("anna"), LESSON, 0)
    assert saved.clause is not None
    assert (saved.count, saved.registered, saved.late, saved.clause.number) == (0, True, True, "4.5-D2")


async def test_typed_absences_never_take_a_register_nobody_has_looked_at(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await attendance.tap(ctx_of("anna"), LESSON, VERA, Presence.ABSENT, 0)
    await typing.type_marks(ctx_of("anna"), LESSON, "Иванова 5, нет: Сидоров")
    saved = await saving.save_marks(ctx_of("anna"), LESSON, 0)
    assert not saved.registered
    async with store.connection() as db:
        assert await db.all(select(exceptions)) == []
        assert await db.all(select(registers)) == []
    sheet = await attendance.open_register(ctx_of("anna"), LESSON)
    assert {student for student, one in sheet.statuses.items() if one is Presence.ABSENT} == {VERA, EGOR}
    assert (await cards.card(ctx_of("anna"), LESSON)).unsaved == 2


async def test_an_undone_correction_of_the_register_is_not_saved_with_typed_absences(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await attendance.tap(ctx_of("anna"), LESSON, VERA, Presence.ABSENT, 0)
    await attendance.save_register(ctx_of("anna"), LESSON, 0)
    clock.move(timedelta(minutes=10))
    await attendance.tap(ctx_of("anna"), LESSON, VERA, Presence.LATE, 1_000)
    saved = await attendance.save_register(ctx_of("anna"), LESSON, 1)
    undone = await attendance.undo_register(ctx_of("anna"), LESSON, saved.sheet.draft.posted)
    assert (undone.sheet.taken, undone.sheet.unsaved) == (True, False)
    await typing.type_marks(ctx_of("anna"), LESSON, "Иванова 5, нет: Сидоров")
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    async with store.connection() as db:
        rows = await db.all(select(exceptions.c.student_id, exceptions.c.status))
        assert {tuple(row) for row in rows} == {(VERA, "absent"), (EGOR, "absent")}


async def test_a_doubtful_name_blocks_save_until_it_is_settled(ctx_of: CtxOf, store: SqlStore) -> None:
    done = await typing.type_marks(ctx_of("anna"), LESSON, "Иванко 5")
    draft = done.draft
    assert [doubt.text for doubt in draft.doubts] == ["Иванко"]
    with pytest.raises(InvalidError, match="doubts_left"):
        await saving.save_marks(ctx_of("anna"), LESSON, 0)
    with pytest.raises(StaleError):
        await typing.settle_doubt(ctx_of("anna"), LESSON, 0, student_id("petya"), draft.revision)
    await typing.settle_doubt(ctx_of("anna"), LESSON, 0, ANYA, draft.revision)
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    assert await standing(store) == [(ANYA, 1, "5")]


async def test_doubtful_names_may_be_skipped_together_and_what_is_unclear_stays_on_the_sheet(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await typing.type_marks(ctx_of("anna"), LESSON, "Иванко 5, Сидоренко 4, Космодемьянский 3, Козлова 5")
    sheet = await typing.skip_doubts(ctx_of("anna"), LESSON)
    assert [doubt.text for doubt in sheet.draft.doubts] == ["Космодемьянский"]
    painted = await painting.choose_brush(ctx_of("anna"), LESSON, "5")
    assert [doubt.text for doubt in painted.draft.doubts] == ["Космодемьянский"]
    await saving.save_marks(ctx_of("anna"), LESSON, 0)
    assert await standing(store) == [(VERA, 1, "5")]
    assert (await painting.see(ctx_of("anna"), LESSON)).draft.doubts == ()


@pytest.mark.requirement("R-037", "R-016", "R-052")
async def test_nobody_paints_marks_of_a_foreign_lesson_or_of_grade_one(ctx_of: CtxOf) -> None:
    with pytest.raises(RefusedError, match="not_permitted"):
        await painting.open_marks(ctx_of("nikolai"), LESSON)
    with pytest.raises(NotFoundError):
        await painting.open_marks(ctx_of("olga"), LESSON)
    with pytest.raises(RefusedError, match="not_permitted"):
        await painting.open_marks(ctx_of("pavel"), LESSON)
    with pytest.raises(RefusedError, match="marks_not_given"):
        await painting.open_marks(ctx_of("svetlana"), lesson_id("1А", TODAY, 2))


async def test_marks_of_a_student_who_left_meanwhile_are_named_and_the_others_saved(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await paint(ctx_of, anya="5", vera="4")
    async with store.connection(writing=True) as db:
        left = (
            update(enrolments).where(enrolments.c.student_id == ANYA).values(until=TODAY - timedelta(days=1))
        )
        await db.run(left)
        await db.connection.commit()
    saved = await saving.save_marks(ctx_of("anna"), LESSON, 0)
    assert (saved.count, [person.id for person in saved.gone]) == (1, [ANYA])
    assert [mark[0] for mark in await standing(store)] == [VERA]
    assert (await painting.see(ctx_of("anna"), LESSON)).draft.empty


async def test_forged_marks_are_refused(ctx_of: CtxOf) -> None:
    sheet = await paint(ctx_of, anya="5")
    seen = sheet.draft.revision
    for student, code in ((student_id("petya"), "0"), (VERA, "99"), (VERA, "0.0.0.0"), (VERA, "x")):  # noqa: S104
        with pytest.raises(StaleError):
            await painting.paint(ctx_of("anna"), LESSON, student, code, seen)
    with pytest.raises(StaleError):
        await painting.choose_kind(ctx_of("anna"), LESSON, "bribe")
    with pytest.raises(StaleError):
        await painting.choose_brush(ctx_of("anna"), LESSON, "6")
    foreign = await works_of_nikolai(ctx_of)
    with pytest.raises(StaleError):
        await painting.open_marks(ctx_of("anna"), LESSON, foreign)
    with pytest.raises(RefusedError, match="not_permitted"):
        await works.finish_check(ctx_of("anna"), foreign)


async def works_of_nikolai(ctx_of: CtxOf) -> int:
    """A written work of a colleague, of yesterday's week."""
    lesson = lesson_id("7Б", date(2026, 10, 12), 2)
    await painting.open_marks(ctx_of("nikolai"), lesson)
    await painting.choose_kind(ctx_of("nikolai"), lesson, "control")
    return (await works.start_check(ctx_of("nikolai"), lesson)).id
