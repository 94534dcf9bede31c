"""Entries that contradict each other on both engines: found, mended by who may, set aside, asked once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from journal import absences, attendance
from journal.absences import Said
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.control.integrity import disputes, mending, reviewing
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.marks import brush, painting, saving
from journal.model.attendance import NoteStatus, Presence
from journal.model.integrity import Finding, Flaw
from journal.regulation import from_toml, preset
from storage.tables.control import audit, contradictions
from storage.tables.lessons import lessons
from storage.tables.outbox import events
from storage.tables.people import enrolments
from storage.tables.school import calendar_days
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, ZONE, CtxOf, lesson_id, student_id, unit_id

FIRST, SECOND, THIRD = (lesson_id("7Б", TODAY, slot) for slot in (1, 2, 3))
ANYA = student_id("anya")
ASKED = "contradiction_asked"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute, tzinfo=ZONE)


async def register(ctx: Ctx, lesson: int, **statuses: Presence) -> None:
    sheet = await attendance.open_register(ctx, lesson)
    for name, status in statuses.items():
        sheet = await attendance.tap(ctx, lesson, student_id(name), status, sheet.draft.revision)
    await attendance.save_register(ctx, lesson, sheet.draft.posted)


async def review(ctx: Ctx) -> int:
    async with ctx.writing() as work:
        found = await reviewing.review(work, TODAY - reviewing.BACK, TODAY + reviewing.AHEAD)
        await work.commit()
        return found


async def waiting(ctx: Ctx) -> list[tuple[Flaw, int | None]]:
    return [(one.found.flaw, one.found.student_id) for one in (await reviewing.waiting(ctx)).shown]


async def only(ctx: Ctx) -> Finding:
    (found,) = (await reviewing.waiting(ctx)).shown
    return found


@pytest.fixture
async def flicker(ctx_of: CtxOf, clock: FrozenClock) -> None:
    """Anya is there, not there, there again."""
    clock.move(at(11, 20))
    await register(ctx_of("maria"), FIRST)
    await register(ctx_of("anna"), SECOND, anya=Presence.ABSENT)
    await register(ctx_of("nikolai"), THIRD, anya=Presence.PRESENT)
    assert await review(ctx_of("pavel")) == 1


async def test_whoever_keeps_the_lesson_puts_it_right_with_one_tap(flicker: None, ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    found = await only(anna)
    page = await reviewing.finding(anna, found.id)
    assert [(way.lesson.id, way.presence) for way in page.ways] == [(SECOND, Presence.PRESENT)]
    assert (await mending.mend(anna, found.id, SECOND)).settled
    sheet = await attendance.open_register(anna, SECOND)
    assert sheet.statuses[ANYA] is Presence.PRESENT
    assert await waiting(ctx_of("pavel")) == []
    # Pressed again it does nothing.
    assert (await mending.mend(anna, found.id, SECOND)).settled


async def test_two_who_mend_at_once_correct_it_once(flicker: None, ctx_of: CtxOf, store: SqlStore) -> None:
    anna = ctx_of("anna")
    found = await only(anna)
    pages = await asyncio.gather(*(mending.mend(anna, found.id, SECOND) for _ in range(3)))
    assert all(page.settled for page in pages)
    async with store.connection() as db:
        corrected = select(func.count()).select_from(audit).where(audit.c.action == "register.correct")
        assert await db.scalar(corrected) == 1


async def test_a_student_expected_in_two_classes_at_once_is_asked_about_until_it_is_mended(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    other = lesson_id("7А", TODAY, 3)
    clock.move(at(11, 20))
    async with store.connection(writing=True) as db:
        await db.insert(enrolments, student_id=ANYA, unit_id=unit_id("7А"), since=TODAY)
        await db.connection.commit()
    await register(ctx_of("nikolai"), THIRD)
    await register(ctx_of("anna"), other)
    anna = ctx_of("anna")
    assert await review(anna) == 1
    found = await only(anna)
    page = await reviewing.finding(anna, found.id)
    assert [way.lesson.id for way in page.ways] == [other]
    assert (await mending.mend(anna, found.id, other)).settled


async def test_each_sees_what_concerns_the_own_class_and_lessons(flicker: None, ctx_of: CtxOf) -> None:
    asked = [(Flaw.FLICKER, ANYA)]
    # The class teacher, the teacher of the lesson, the deputy head, the director.
    assert [await waiting(ctx_of(name)) for name in ("maria", "anna", "pavel", "irina")] == [asked] * 4
    # Neither the teacher of another lesson of that day nor another class's.
    assert [await waiting(ctx_of(name)) for name in ("nikolai", "svetlana")] == [[], []]
    number = (await only(ctx_of("maria"))).id
    for name, error in (("nikolai", RefusedError), ("olga", NotFoundError), ("egor", NotFoundError)):
        with pytest.raises(error):
            await reviewing.finding(ctx_of(name), number)
        with pytest.raises(error):
            await mending.mend(ctx_of(name), number, SECOND)
        with pytest.raises(error):
            await mending.set_aside(ctx_of(name), number)


async def test_the_teacher_of_one_lesson_does_not_speak_for_the_others(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    agreed = await _dispute(ctx_of, clock)
    other = lesson_id("7Б", TODAY, 1)
    found = await only(ctx_of("anna"))
    async with store.connection(writing=True) as db:
        await db.run(
            contradictions.update()
            .where(contradictions.c.id == found.id)
            .values(lessons=f" {SECOND} {other} ")
        )
        await db.connection.commit()
    assert not (await reviewing.finding(ctx_of("anna"), found.id)).may_accept
    with pytest.raises(RefusedError):
        await mending.set_aside(ctx_of("anna"), found.id, "было так")
    with pytest.raises(RefusedError):
        await mending.ask_word(ctx_of("anna"), found.id)
    note = (await absences.read(ctx_of("olga"), agreed.decision.note.id)).note
    assert note.status is NoteStatus.ACCEPTED


async def test_whoever_may_look_and_not_enter_is_offered_no_tap(flicker: None, ctx_of: CtxOf) -> None:
    pavel = ctx_of("pavel")
    found = await only(pavel)
    assert (await reviewing.finding(pavel, found.id)).ways == ()
    with pytest.raises(RefusedError, match="not_permitted"):
        await mending.mend(pavel, found.id, SECOND)


async def test_what_was_so_is_remembered_with_its_word_and_never_asked_again(
    flicker: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    maria = ctx_of("maria")
    found = await only(maria)
    await mending.set_aside(maria, found.id, "  была у   врача ")
    assert await waiting(maria) == []
    assert await review(maria) == 0
    assert await waiting(maria) == []
    async with store.connection() as db:
        entry = await db.first(select(audit).where(audit.c.action == "contradiction.accept"))
        assert entry is not None
        assert (entry.actor_id, entry.reason, entry.chain) == (
            maria.actor.person_id,
            "была у врача",
            "unit:11",
        )


@pytest.mark.parametrize(("word", "code"), [("", "empty"), ("  ", "empty"), ("я" * 301, "too_long")])
async def test_a_word_that_is_none_is_refused(flicker: None, ctx_of: CtxOf, word: str, code: str) -> None:
    maria = ctx_of("maria")
    with pytest.raises(InvalidError, match=code):
        await mending.set_aside(maria, (await only(maria)).id, word)


async def test_a_forged_lesson_is_not_touched(flicker: None, ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    with pytest.raises(StaleError):
        await mending.mend(anna, (await only(anna)).id, lesson_id("7А", TODAY, 3))


async def test_a_closed_window_offers_no_tap_and_refuses_a_forged_one(
    flicker: None, ctx_of: CtxOf, clock: FrozenClock
) -> None:
    strict = from_toml('preset = "s3"\n[entry]\nlate_entry = "refused"\n')
    anna = ctx_of("anna", strict)
    clock.move(timedelta(days=2))
    found = await only(anna)
    page = await reviewing.finding(anna, found.id)
    assert page.ways == ()
    assert not page.settled
    with pytest.raises(RefusedError):
        await mending.mend(anna, found.id, SECOND)


async def test_what_somebody_mended_meanwhile_is_not_asked_any_more(flicker: None, ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    found = await only(anna)
    sheet = await attendance.open_register(anna, SECOND)
    tapped = await attendance.tap(anna, SECOND, ANYA, Presence.PRESENT, sheet.draft.revision)
    await attendance.save_register(anna, SECOND, tapped.draft.posted)
    assert (await reviewing.finding(anna, found.id)).settled
    await review(anna)
    assert await waiting(anna) == []


async def test_presence_despite_an_accepted_note_is_found_and_mended(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await register(ctx_of("anna"), SECOND)
    maria = ctx_of("maria")
    await absences.decide(maria, said.note.id, said.note.revision, accept=True)
    assert await review(maria) == 1
    anna = ctx_of("anna")
    found = await only(anna)
    page = await reviewing.finding(anna, found.id)
    assert page.note is not None
    assert (found.found.flaw, page.note.reason) == (Flaw.DESPITE_NOTE, "ill")
    await mending.mend(anna, found.id, SECOND)
    assert (await attendance.open_register(anna, SECOND)).statuses[ANYA] is Presence.ABSENT


async def paint(ctx: Ctx, value: str, *, later: bool) -> None:
    code = brush.code((value,), ctx.regulation)
    await painting.choose_brush(ctx, SECOND, value)
    sheet = await painting.see(ctx, SECOND)
    sheet = await painting.paint(ctx, SECOND, ANYA, code, sheet.draft.revision)
    await saving.save_marks(ctx, SECOND, sheet.draft.posted, handed_in_later=later)


async def test_a_mark_of_somebody_marked_absent_afterwards_is_found(ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    await register(anna, SECOND)
    await paint(anna, "4", later=False)
    assert await review(anna) == 0
    await register(anna, SECOND, anya=Presence.ABSENT)
    assert await review(anna) == 1
    page = await reviewing.finding(anna, (await only(anna)).id)
    assert (page.finding.found.flaw, page.mark) == (Flaw.MARK_WHILE_ABSENT, "4")
    assert page.mark_id is not None


async def test_a_mark_whose_teacher_said_that_the_work_came_later_is_not_asked_about(ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    await register(anna, SECOND, anya=Presence.ABSENT)
    await paint(anna, "4", later=True)
    assert await review(anna) == 0
    assert await waiting(anna) == []


async def day_off(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            calendar_days,
            starts_on=TODAY + timedelta(days=1),
            ends_on=TODAY + timedelta(days=1),
            kind="off",
            name="День здоровья",
            grade_from=7,
            grade_to=7,
        )
        await db.connection.commit()


async def test_a_lesson_on_a_day_off_is_cancelled_by_who_keeps_the_timetable(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await day_off(store)
    admin = ctx_of("admin")
    # Two lessons of 7Б and one of 7А; the third grade has school.
    assert await review(admin) == 3
    for found in (await reviewing.waiting(admin)).shown:
        (way,) = (await reviewing.finding(admin, found.id)).ways
        assert (await mending.mend(admin, found.id, way.lesson.id)).settled
    assert await waiting(admin) == []
    async with store.connection() as db:
        rows = await db.all(select(lessons.c.status).where(lessons.c.date == TODAY + timedelta(days=1)))
        assert {row.status for row in rows} == {"cancelled"}


async def test_two_lessons_at_once_are_found(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        own = await db.first(select(lessons).where(lessons.c.id == SECOND))
        assert own is not None
        twin = {**own._mapping, "id": 999_001, "subject_id": 22, "teacher_id": 102}
        await db.insert(lessons, **twin)
        await db.connection.commit()
    await register(ctx_of("anna"), SECOND, boris=Presence.ABSENT)
    await register(ctx_of("maria"), 999_001)
    # All but Boris are in both rooms.
    assert await review(ctx_of("pavel")) == 5


async def test_more_findings_take_no_more_statements(
    flicker: None, ctx_of: CtxOf, statements: list[str]
) -> None:
    pavel = ctx_of("pavel")
    counts = []
    for names in (("anya",), ("anya", "boris", "vera")):
        await register(ctx_of("anna"), SECOND, **dict.fromkeys(names, Presence.ABSENT))
        await register(ctx_of("nikolai"), THIRD, **dict.fromkeys(names, Presence.PRESENT))
        await review(pavel)
        statements.clear()
        await review(pavel)
        found = await reviewing.waiting(pavel)
        counts.append((found.total, len(statements)))
    assert counts[0][0] < counts[1][0]
    assert counts[0][1] == counts[1][1], counts


async def test_whoever_may_not_enter_it_asks_who_may_once_a_day(
    flicker: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    pavel = ctx_of("pavel")
    found = await only(pavel)
    assert (await reviewing.finding(pavel, found.id)).may_ask
    for _ in range(2):
        assert (await mending.ask_keepers(pavel, found.id)).asked
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(events).where(events.c.kind == ASKED)) == 1
    with pytest.raises(RefusedError):
        await mending.ask_keepers(ctx_of("anna"), found.id)


async def _dispute(ctx_of: CtxOf, clock: FrozenClock, rules: str = "s3") -> disputes.Agreed:
    """Anya stands as absent, her mother says that it is an error, and the class teacher agrees."""
    await register(ctx_of("anna", preset(rules)), SECOND, anya=Presence.ABSENT)
    clock.move(timedelta(minutes=10))
    said = await absences.say(ctx_of("olga", preset(rules)), ANYA, TODAY, Said.MISTAKE)
    return await disputes.decide(
        ctx_of("maria", preset(rules)), said.note.id, said.note.revision, accept=True
    )


async def test_an_absence_agreed_to_be_an_error_is_put_right_by_its_teacher_with_one_tap(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    agreed = await _dispute(ctx_of, clock)
    assert ([one.id for one in agreed.asked], agreed.corrected) == ([SECOND], ())
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(events).where(events.c.kind == ASKED)) == 1
    found = await only(ctx_of("anna"))
    assert found.found.flaw is Flaw.DISPUTED
    assert (await mending.mend(ctx_of("anna"), found.id, SECOND)).settled
    sheet = await attendance.open_register(ctx_of("anna"), SECOND)
    assert sheet.statuses[ANYA] is Presence.PRESENT
    assert await waiting(ctx_of("pavel")) == []


@pytest.mark.requirement("R-059", "R-125")
async def test_where_the_class_teacher_corrects_registers_the_error_is_corrected_at_once_and_logged(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    agreed = await _dispute(ctx_of, clock, "s4")
    assert ([one.id for one in agreed.corrected], agreed.asked) == ([SECOND], ())
    sheet = await attendance.open_register(ctx_of("anna"), SECOND)
    assert sheet.statuses[ANYA] is Presence.PRESENT
    async with store.connection() as db:
        actions = await db.scalars(select(audit.c.action).order_by(audit.c.id))
        assert "register.correct" in list(actions)
    # Pressed again, or by two at once, nothing is done twice.
    again = await disputes.decide(
        ctx_of("maria", preset("s4")), agreed.decision.note.id, agreed.decision.note.revision, accept=True
    )
    assert (again.decision.done, again.corrected) == (False, ())


async def test_a_teacher_who_is_sure_of_the_absence_says_so_and_the_family_hears_it(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    agreed = await _dispute(ctx_of, clock)
    found = await only(ctx_of("anna"))
    await mending.set_aside(ctx_of("anna"), found.id, "место Ани было пустым весь урок")
    note = (await absences.read(ctx_of("olga"), agreed.decision.note.id)).note
    assert (note.status, note.decision_comment) == (NoteStatus.DECLINED, "место Ани было пустым весь урок")
    assert await waiting(ctx_of("pavel")) == []
