"""Notes of absence on both engines: what families say, what is decided, what stands in the register."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from journal import absences, attendance
from journal.absences import Said
from journal.clock import FrozenClock
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError
from journal.model.attendance import AbsenceNote, NoteStatus, Presence, Reason
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, student_id, unit_id

ALGEBRA = lesson_id("7Б", TODAY, 2)
ANYA = student_id("anya")


async def mark_absent(ctx: Ctx, *names: str, lesson: int = ALGEBRA) -> None:
    sheet = await attendance.open_register(ctx, lesson)
    for name in names:
        sheet = await attendance.tap(ctx, lesson, student_id(name), Presence.ABSENT, sheet.draft.revision)
    await attendance.save_register(ctx, lesson, sheet.draft.posted)


async def told(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        return list(await db.scalars(select(events.c.kind).order_by(events.c.id)))


async def reasons(ctx: Ctx) -> list[Reason | None]:
    async with ctx.reading() as work:
        return await work.absences.reasons(ANYA, TODAY)


async def note_on(ctx: Ctx, day: date) -> AbsenceNote:
    async with ctx.reading() as work:
        return (await work.absences.notes_on(ANYA, day, day))[0]


async def test_a_reason_reaches_the_register_only_when_the_class_teacher_accepts_it(ctx_of: CtxOf) -> None:
    await mark_absent(ctx_of("anna"), "anya")
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    assert await reasons(ctx_of("maria")) == [None]
    found = await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    assert found.done
    assert found.author is not None
    assert found.author.first_name == "Ольга"
    assert await reasons(ctx_of("maria")) == [Reason.ILL]


async def test_the_class_teacher_may_know_another_reason(ctx_of: CtxOf) -> None:
    await mark_absent(ctx_of("anna"), "anya")
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    note, maria = said.note, ctx_of("maria")
    with pytest.raises(InvalidError):
        await absences.decide(maria, note.id, note.revision, accept=True, instead=Said.MISSING)
    found = await absences.decide(maria, note.id, note.revision, accept=True, instead=Said.FAMILY)
    assert (found.note.reason, found.note.status) == (Said.FAMILY, NoteStatus.ACCEPTED)
    assert await reasons(maria) == [Reason.FAMILY]


async def test_both_parents_saying_the_same_make_one_note(ctx_of: CtxOf, store: SqlStore) -> None:
    first = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    second = await absences.say(ctx_of("igor"), ANYA, TODAY, Said.ILL)
    assert first.note == second.note
    assert await told(store) == ["absence_note_sent"]


async def test_both_parents_answering_at_once_leave_one_note(ctx_of: CtxOf) -> None:
    both = await asyncio.gather(
        absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL),
        absences.say(ctx_of("igor"), ANYA, TODAY, Said.FAMILY),
    )
    assert len({item.note.id for item in both}) == 1


async def test_the_newest_word_of_a_family_holds(ctx_of: CtxOf) -> None:
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await absences.say(ctx_of("igor"), ANYA, TODAY, Said.FAMILY)
    found = await note_on(ctx_of("olga"), TODAY)
    assert found.reason == Said.FAMILY


@pytest.fixture
async def absent(ctx_of: CtxOf, clock: FrozenClock) -> None:
    """Аня is noted absent, and the family may know."""
    await mark_absent(ctx_of("anna"), "anya")
    clock.move(timedelta(minutes=6))


@pytest.mark.usefixtures("absent")
async def test_a_missing_child_alarms_at_once_and_is_found_once(ctx_of: CtxOf, store: SqlStore) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    for name in ("igor", "olga"):
        closed = await absences.found(ctx_of(name), said.note.id)
        assert closed.note.status is NoteStatus.CLOSED
    assert await told(store) == ["register_saved", "child_missing", "child_found"]


@pytest.mark.parametrize("said", [Said.MISSING, Said.MISTAKE])
@pytest.mark.parametrize("ahead", [-1, 0, 2])
async def test_nobody_raises_an_alarm_or_disputes_where_no_absence_was_noted(
    said: Said, ahead: int, ctx_of: CtxOf, store: SqlStore
) -> None:
    with pytest.raises(RefusedError, match="no_absence"):
        await absences.say(ctx_of("olga"), ANYA, TODAY + timedelta(days=ahead), said)
    assert await told(store) == []


@pytest.mark.usefixtures("absent")
async def test_an_absence_of_yesterday_or_an_accepted_one_is_no_alarm(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    with pytest.raises(RefusedError, match="no_absence_today"):
        await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    clock.move(timedelta(days=1))
    with pytest.raises(RefusedError, match="no_absence_today"):
        await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)


@pytest.mark.usefixtures("absent")
@pytest.mark.parametrize("name", ["maria", "pavel"])
async def test_whoever_searches_says_that_the_child_is_found(ctx_of: CtxOf, name: str) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    ended = await absences.seen(ctx_of(name), said.note.id)
    assert ended.note.found
    assert ended.note.decided_by == ctx_of(name).actor.person_id
    assert (await absences.read(ctx_of("igor"), said.note.id)).note.found


@pytest.mark.usefixtures("absent")
@pytest.mark.parametrize("name", ["anna", "svetlana", "tatyana"])
async def test_nobody_else_ends_an_alarm(ctx_of: CtxOf, name: str) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    with pytest.raises((NotFoundError, RefusedError)):
        await absences.seen(ctx_of(name), said.note.id)


async def test_a_note_is_taken_back_before_its_day_begins(
    ctx_of: CtxOf, clock: FrozenClock, store: SqlStore
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    made = await absences.announce(ctx_of("olga"), ANYA, tomorrow, tomorrow, Said.ILL)
    assert made.coming
    for _ in range(2):
        back = await absences.withdraw(ctx_of("igor"), made.note.id)
        assert back.note.withdrawn
    assert await told(store) == ["absence_note_sent"] * 2
    clock.move(timedelta(days=1))
    sheet = await attendance.open_register(ctx_of("anna"), lesson_id("7Б", tomorrow, 1))
    assert sheet.statuses[ANYA] is Presence.PRESENT


async def test_a_note_of_a_day_that_has_begun_stays(ctx_of: CtxOf) -> None:
    made = await absences.announce(ctx_of("olga"), ANYA, TODAY, TODAY, Said.ILL)
    assert not made.coming
    with pytest.raises(RefusedError, match="absence_has_begun"):
        await absences.withdraw(ctx_of("olga"), made.note.id)


async def test_a_newer_announcement_replaces_the_undecided_one_of_the_same_days(ctx_of: CtxOf) -> None:
    olga, day = ctx_of("olga"), TODAY + timedelta(days=1)
    made = [
        await absences.announce(olga, ANYA, day, day + timedelta(days=days), said, slot)
        for days, said, slot in ((0, Said.ILL, 0), (2, Said.FAMILY, 0), (0, Said.ILL, 2), (0, Said.LATE, 2))
    ]
    assert len({item.note.id for item in made}) == 1
    async with olga.reading() as work:
        (standing,) = await work.absences.notes_on(ANYA, day, day + timedelta(days=2))
    assert (standing.reason, standing.from_slot, standing.to_slot) == (Said.LATE, None, 1)
    assert standing.ends_on == day


async def test_an_announcement_over_two_notes_leaves_one_standing(ctx_of: CtxOf) -> None:
    olga, day = ctx_of("olga"), TODAY + timedelta(days=1)
    for first in (day, day + timedelta(days=1)):
        await absences.announce(olga, ANYA, first, first, Said.ILL)
    await absences.announce(olga, ANYA, day, day + timedelta(days=1), Said.FAMILY)
    async with olga.reading() as work:
        known = await work.absences.notes_on(ANYA, day, day + timedelta(days=1))
    assert sorted(note.status for note in known) == [NoteStatus.CLOSED, NoteStatus.SENT]


async def test_a_word_after_a_declined_note_speaks_of_the_same_lessons(ctx_of: CtxOf) -> None:
    olga, day = ctx_of("olga"), TODAY + timedelta(days=2)
    made = await absences.announce(olga, ANYA, day, day, Said.FAMILY, slot=3)
    await absences.decide(ctx_of("maria"), made.note.id, made.note.revision, accept=False)
    again = await absences.say(olga, ANYA, day, Said.ILL)
    assert (again.note.from_slot, again.note.to_slot) == (3, None)


@pytest.mark.usefixtures("absent")
async def test_naming_a_reason_after_the_alarm_ends_the_alarm(ctx_of: CtxOf, store: SqlStore) -> None:
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISSING)
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.LATE)
    assert (await told(store))[1:] == ["child_missing", "child_found", "absence_note_sent"]


async def test_an_announced_absence_covers_its_days_and_is_one_note_however_often_pressed(
    ctx_of: CtxOf,
) -> None:
    last = TODAY + timedelta(days=2)
    made = [await absences.announce(ctx_of("olga"), ANYA, TODAY, last, Said.ILL) for _ in range(2)]
    assert made[0].note == made[1].note
    assert await note_on(ctx_of("igor"), last) == made[0].note


async def test_a_child_who_comes_late_misses_the_lessons_before(ctx_of: CtxOf) -> None:
    made = await absences.announce(ctx_of("olga"), ANYA, TODAY, TODAY, Said.LATE, slot=3)
    assert [made.note.covers(TODAY, slot) for slot in (1, 2, 3)] == [True, True, False]


async def test_accepting_a_note_explains_only_the_lessons_it_covers(ctx_of: CtxOf) -> None:
    await mark_absent(ctx_of("maria"), "anya", lesson=lesson_id("7Б", TODAY, 1))
    await mark_absent(ctx_of("anna"), "anya")
    made = await absences.announce(ctx_of("olga"), ANYA, TODAY, TODAY, Said.FAMILY, slot=2)
    await absences.decide(ctx_of("maria"), made.note.id, made.note.revision, accept=True)
    assert await reasons(ctx_of("maria")) == [None, Reason.FAMILY]


async def test_more_days_ask_the_class_teacher_again(ctx_of: CtxOf, store: SqlStore) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    accepted = await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    longer = await absences.prolong(
        ctx_of("olga"), said.note.id, accepted.note.revision, TODAY + timedelta(days=2)
    )
    assert (longer.note.status, longer.note.ends_on) == (NoteStatus.SENT, TODAY + timedelta(days=2))
    assert await told(store) == ["absence_note_sent", "absence_note_decided", "absence_note_sent"]


async def test_a_stale_button_changes_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await absences.say(ctx_of("olga"), ANYA, TODAY, Said.FAMILY)
    late = await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    assert not late.done
    assert late.note.status is NoteStatus.SENT
    same = await absences.prolong(ctx_of("olga"), said.note.id, said.note.revision, TODAY + timedelta(days=1))
    assert same.note.ends_on == TODAY
    assert "absence_note_decided" not in await told(store)


async def test_a_note_is_decided_once(ctx_of: CtxOf) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    decided = [
        await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=accept)
        for accept in (True, False)
    ]
    assert [item.done for item in decided] == [True, False]
    assert decided[1].note.status is NoteStatus.ACCEPTED


@pytest.mark.requirement("R-016")
@pytest.mark.parametrize("name", ["tatyana", "anna", "svetlana", "egor"])
async def test_nobody_but_the_family_speaks_for_a_child(ctx_of: CtxOf, name: str) -> None:
    with pytest.raises((NotFoundError, RefusedError)):
        await absences.say(ctx_of(name), ANYA, TODAY, Said.ILL)


@pytest.mark.parametrize("name", ["olga", "tatyana", "anna", "svetlana", "pavel"])
async def test_nobody_but_the_class_teacher_decides(ctx_of: CtxOf, name: str) -> None:
    said = await absences.say(ctx_of("igor"), ANYA, TODAY, Said.ILL)
    with pytest.raises((NotFoundError, RefusedError)):
        await absences.decide(ctx_of(name), said.note.id, said.note.revision, accept=True)
    with pytest.raises((NotFoundError, RefusedError)):
        await absences.review(ctx_of(name), unit_id("7Б"))


async def test_a_day_out_of_reach_and_days_in_disorder_are_refused(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    for day in (TODAY - timedelta(days=15), TODAY + timedelta(days=61)):
        with pytest.raises(RefusedError, match="absence_day_out_of_reach"):
            await absences.say(olga, ANYA, day, Said.ILL)
    with pytest.raises(InvalidError, match="absence_days"):
        await absences.announce(olga, ANYA, TODAY, TODAY - timedelta(days=1), Said.ILL)
    with pytest.raises(InvalidError):
        await absences.announce(olga, ANYA, TODAY, TODAY, Said.MISSING)


@pytest.mark.requirement("R-058", "R-059")
async def test_the_review_shows_the_week_and_one_tap_excuses_with_an_audit_entry(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await mark_absent(ctx_of("anna"), "anya", "egor")
    maria = ctx_of("maria")
    before = await absences.review(maria, unit_id("7Б"))
    assert [item.student.first_name for item in before.absences] == ["Аня", "Егор"]
    assert before.unexplained == 2
    await absences.set_reason(maria, ANYA, TODAY, excused=True)
    await absences.set_reason(maria, student_id("egor"), TODAY, excused=False)
    after = await absences.review(maria, unit_id("7Б"))
    assert [item.valid for item in after.absences] == [True, False]
    assert after.unexplained == 0
    async with store.connection() as db:
        entries = await db.all(
            select(audit.c.before, audit.c.after).where(audit.c.action == "absence.reason")
        )
    assert [entry.after["reason"] for entry in entries] == ["excused", "unexcused"]
    assert entries[0].before == {"reasons": [None]}


async def test_excusing_keeps_the_familys_own_reason(ctx_of: CtxOf) -> None:
    await mark_absent(ctx_of("anna"), "anya")
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.ILL)
    await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    await absences.set_reason(ctx_of("maria"), ANYA, TODAY, excused=True)
    assert await reasons(ctx_of("maria")) == [Reason.ILL]


async def test_there_is_nothing_to_excuse_where_nobody_was_absent(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await absences.set_reason(ctx_of("maria"), ANYA, TODAY, excused=True)


async def test_a_class_teacher_without_the_right_to_edit_answers_the_family_but_writes_nothing(
    ctx_of: CtxOf,
) -> None:
    from journal.regulation import preset

    s2 = preset("s2")
    await mark_absent(ctx_of("anna"), "anya")
    said = await absences.say(ctx_of("olga", s2), ANYA, TODAY, Said.ILL)
    decided = await absences.decide(ctx_of("maria", s2), said.note.id, said.note.revision, accept=True)
    assert decided.note.status is NoteStatus.ACCEPTED
    assert await reasons(ctx_of("maria")) == [None]
    with pytest.raises(RefusedError):
        await absences.set_reason(ctx_of("maria", s2), ANYA, TODAY, excused=True)


@pytest.mark.usefixtures("absent")
async def test_an_accepted_dispute_proposes_no_absence(ctx_of: CtxOf) -> None:
    said = await absences.say(ctx_of("olga"), ANYA, TODAY, Said.MISTAKE)
    await absences.decide(ctx_of("maria"), said.note.id, said.note.revision, accept=True)
    sheet = await attendance.open_register(ctx_of("maria"), lesson_id("7Б", TODAY, 1))
    assert sheet.statuses[ANYA] is Presence.PRESENT
