"""What setting marks of a period promises, on both engines."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import control
from journal import periods as use
from journal.clock import FrozenClock
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.events import ResultReminderDue
from journal.marks import correcting
from journal.model.marks import ResultKind
from journal.model.periods import AskFor, PageState, Place
from journal.model.results import ResultSheet
from journal.regulation import Regulation, preset
from storage.tables.control import audit
from storage.tables.marks import marks, page_closures, result_drafts, result_orders, results
from storage.tables.outbox import events
from storage.tables.people import enrolments, units
from storage.tables.school import periods
from storage.tables.timetable import workload
from storage.unit_of_work import SqlStore
from tests.storage.test_forecast import MATES
from tests.support.given import give
from tests.support.school import TERM, CtxOf, person_id, student_id, subject_id, unit_id
from tests.support.statements import count, heard

CLASS, ALGEBRA = unit_id("7Б"), subject_id("algebra")
ANYA, EGOR, DINA, BORIS = (student_id(name) for name in ("anya", "egor", "dina", "boris"))
QUARTER = Place(CLASS, ALGEBRA, ResultKind.PERIOD, 1)
YEAR = Place(CLASS, ALGEBRA, ResultKind.YEAR)
ALL = dict.fromkeys(MATES, "4")


async def mark_all(store: SqlStore, *but: int) -> None:
    for student in MATES:
        if student not in but:
            await give(store, student, "4", "4", "4")


async def fill(ctx_of: CtxOf, who: str = "anna", rules: Regulation | None = None) -> ResultSheet:
    """Take what is suggested and save it."""
    ctx = ctx_of(who, rules) if rules else ctx_of(who)
    found = await use.accept_all(ctx, QUARTER)
    return (await use.save(ctx, QUARTER, found.draft.posted)).sheet


async def standing(store: SqlStore, kind: str = "period") -> dict[int, str]:
    async with store.connection() as db:
        rows = await db.all(select(results).where(results.c.kind == kind))
        return {row.student_id: row.value for row in rows}


async def actions(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        return list(await db.scalars(select(audit.c.action).order_by(audit.c.id)))


# who may


async def test_only_the_teacher_of_the_page_sets_its_marks(ctx_of: CtxOf, store: SqlStore) -> None:
    await mark_all(store)
    for outsider in ("nikolai", "maria", "pavel", "irina", "admin"):
        with pytest.raises(RefusedError, match="not_permitted"):
            await use.sheet(ctx_of(outsider), QUARTER)
        with pytest.raises(RefusedError, match="not_permitted"):
            await use.choose(ctx_of(outsider), QUARTER, ANYA, "5")
        with pytest.raises(RefusedError, match="not_permitted"):
            await use.save(ctx_of(outsider), QUARTER, 0)
    for family in ("olga", "egor"):
        with pytest.raises(NotFoundError):
            await use.sheet(ctx_of(family), QUARTER)
        with pytest.raises(NotFoundError):
            await use.view(ctx_of(family), QUARTER)
    assert await standing(store) == {}


async def test_the_board_is_the_schools_for_the_deputy_head_and_the_own_class_for_its_teacher(
    ctx_of: CtxOf,
) -> None:
    whole, own = await use.board(ctx_of("pavel")), await use.board(ctx_of("maria"))
    assert whole is not None
    assert own is not None
    assert {item.page.unit_name for item in whole.shelf.pages} == {"7А", "7Б", "3А"}
    assert {item.page.unit_name for item in own.shelf.pages} == {"7Б"}
    assert (whole.managed, own.managed) == (True, False)
    with pytest.raises(RefusedError, match="not_permitted"):
        await use.board(ctx_of("anna"))
    with pytest.raises(RefusedError, match="not_permitted"):
        await use.remind(ctx_of("maria"), ResultKind.PERIOD, 1)
    with pytest.raises(RefusedError, match="not_permitted"):
        await use.reopen(ctx_of("maria"), QUARTER, "очень нужно")
    with pytest.raises(RefusedError, match="not_permitted"):
        await use.set_order(ctx_of("anna"), ResultKind.PERIOD, 1, "23.10.2026 № 1")


@pytest.mark.requirement("R-052")
async def test_first_graders_get_no_period_mark(ctx_of: CtxOf) -> None:
    place = Place(unit_id("1А"), subject_id("russian"), ResultKind.PERIOD, 1)
    with pytest.raises(RefusedError, match="marks_not_given") as refused:
        await use.sheet(ctx_of("svetlana"), place)
    assert refused.value.params["clause"].number == "3.10"
    shelf, _ = await use.shelf(ctx_of("svetlana"))
    assert shelf is not None
    assert [item.page.unit_name for item in shelf.pages] == ["3А"]


async def test_an_assessment_the_grade_does_not_have_is_missing(ctx_of: CtxOf) -> None:
    for place in (
        Place(CLASS, ALGEBRA, ResultKind.PERIOD, 99),
        Place(CLASS, ALGEBRA, ResultKind.EXAM),
        Place(CLASS, ALGEBRA, ResultKind.FINAL, 1),
    ):
        with pytest.raises(NotFoundError):
            await use.sheet(ctx_of("anna"), place)


# the draft and the Save


async def test_taps_are_a_draft_until_saved(ctx_of: CtxOf, store: SqlStore) -> None:
    await mark_all(store, DINA)
    anna = ctx_of("anna")
    found = await use.accept(anna, QUARTER, ANYA)
    assert [row.student.id for row in found.chosen] == [ANYA]
    # Without marks there is nothing to take.
    assert (await use.accept(anna, QUARTER, DINA)).of(DINA).value is None  # type: ignore[union-attr]
    assert (await use.accept(anna, QUARTER, ANYA)).chosen == ()
    assert len((await use.accept_all(anna, QUARTER)).chosen) == len(MATES) - 1
    assert await standing(store) == {}
    assert await count(store, events) == 0
    assert (await use.clear(anna, QUARTER)).chosen == ()
    with pytest.raises(InvalidError, match="empty"):
        await use.save(anna, QUARTER, 0)


@pytest.mark.requirement("R-051", "R-063")
async def test_a_partial_save_keeps_the_page_open_and_the_last_one_closes_it(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await mark_all(store, DINA)
    anna = ctx_of("anna")
    after = await fill(ctx_of)
    assert after.state is PageState.OPEN
    assert [row.student.id for row in after.missing] == [DINA]
    done = await use.choose(anna, QUARTER, DINA, "н/а")
    saved = await use.save(anna, QUARTER, done.sheet.draft.posted)
    assert saved.sheet.state is PageState.CLOSED
    assert await standing(store) == {**ALL, DINA: "н/а"}
    with pytest.raises(RefusedError, match="results_closed") as refused:
        await use.choose(anna, QUARTER, ANYA, "5", "описка")
    assert refused.value.params["clause"] == anna.regulation.clause("entry.edit_lock")
    assert await actions(store) == ["results.save", "results.save", "page.close"]


@pytest.mark.requirement("R-051")
async def test_a_closed_page_closes_the_marks_of_its_days(ctx_of: CtxOf, store: SqlStore) -> None:
    await mark_all(store)
    async with store.connection() as db:
        number = await db.scalar(select(func.min(marks.c.id)))
    anna = ctx_of("anna")
    assert (await correcting.open_mark(anna, number)).verdict.allowed
    await fill(ctx_of)
    page = await correcting.open_mark(anna, number)
    assert (page.verdict.allowed, page.verdict.code) == (False, "page_closed")
    await use.reopen(ctx_of("pavel"), QUARTER, "жалоба родителей")
    assert (await correcting.open_mark(anna, number)).verdict.allowed
    await use.close(ctx_of("pavel"), QUARTER)
    assert not (await correcting.open_mark(anna, number)).verdict.allowed


async def test_a_save_pressed_twice_sets_nothing_twice(ctx_of: CtxOf, store: SqlStore) -> None:
    await mark_all(store)
    anna = ctx_of("anna")
    posted = (await use.accept_all(anna, QUARTER)).draft.posted
    first, again = await use.save(anna, QUARTER, posted), await use.save(anna, QUARTER, posted)
    assert (first.changed, again.changed, again.count) == (True, False, len(MATES))
    assert await count(store, results) == len(MATES)


async def test_undo_inside_the_hold_takes_all_back_and_opens_the_page(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await mark_all(store)
    anna = ctx_of("anna")
    after = await fill(ctx_of)
    undone = await use.undo(anna, QUARTER, after.draft.posted)
    assert (undone.changed, undone.sheet.state) == (True, PageState.OPEN)
    assert len(undone.sheet.chosen) == len(MATES)
    assert (await standing(store), await count(store, page_closures)) == ({}, 0)
    with pytest.raises(StaleError):
        await use.undo(anna, QUARTER, after.draft.posted)
    saved = await use.save(anna, QUARTER, undone.sheet.draft.posted)
    clock.move(timedelta(minutes=10))
    late = await use.undo(ctx_of("anna"), QUARTER, saved.sheet.draft.posted)
    assert not late.changed
    assert await standing(store) == ALL


async def test_where_corrections_are_forbidden_nothing_is_undone_or_changed(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await mark_all(store, DINA)
    strict = preset("s0")
    after = await fill(ctx_of, rules=strict)
    with pytest.raises(RefusedError, match="result_correction_forbidden") as refused:
        await use.undo(ctx_of("anna", strict), QUARTER, after.draft.posted)
    assert refused.value.params["clause"].number == "4.2-T2"
    with pytest.raises(RefusedError, match="result_correction_forbidden"):
        await use.choose(ctx_of("anna", strict), QUARTER, ANYA, "5", "описка")


async def test_a_value_no_button_of_ours_gives_and_a_stranger_change_nothing(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await mark_all(store)
    with pytest.raises(StaleError):
        await use.choose(ctx_of("anna"), QUARTER, ANYA, "6")
    with pytest.raises(StaleError):
        await use.choose(ctx_of("anna"), QUARTER, student_id("lev"), "5")
    with pytest.raises(StaleError):
        await use.accept(ctx_of("anna"), QUARTER, student_id("petya"))
    with pytest.raises(InvalidError, match="too_long"):
        await use.choose(ctx_of("anna"), QUARTER, ANYA, "2", "о" * 301)
    assert await count(store, result_drafts) == 0


@pytest.mark.requirement("R-066")
async def test_a_mark_that_lies_far_from_the_average_by_now_wants_its_reason_at_save(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await mark_all(store)
    anna = ctx_of("anna")
    draft = (await use.accept(anna, QUARTER, ANYA)).draft
    await give(store, ANYA, "2", "2", "2", "2", "2", "2")
    with pytest.raises(InvalidError, match="reason_wanted"):
        await use.save(anna, QUARTER, draft.posted)
    asked = await use.choose(anna, QUARTER, ANYA, "4")
    assert asked.asks == "4"
    await use.choose(anna, QUARTER, ANYA, "4", "progress")
    await use.save(anna, QUARTER, draft.posted)
    async with store.connection() as db:
        (row,) = await db.all(select(results))
        assert (row.value, row.reason) == ("4", "progress")


async def test_a_student_who_left_meanwhile_is_not_set_and_keeps_nobody_waiting(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await mark_all(store)
    posted = (await use.accept_all(ctx_of("anna"), QUARTER)).draft.posted
    async with store.connection(writing=True) as db:
        await db.run(
            update(enrolments).where(enrolments.c.student_id == EGOR).values(until=date(2026, 10, 14))
        )
        await db.connection.commit()
    saved = await use.save(ctx_of("anna"), QUARTER, posted)
    assert saved.sheet.state is PageState.CLOSED
    assert await standing(store) == {student: "4" for student in MATES if student != EGOR}


# too few marks


@pytest.fixture
async def half_year(store: SqlStore, clock: FrozenClock) -> Regulation:
    """S1 in the last week of its half-year."""
    async with store.connection(writing=True) as db:
        await db.run(update(periods).values(kind="half_year"))
        await db.connection.commit()
    clock.move(timedelta(days=5))
    return preset("s1")


@pytest.mark.requirement("R-065")
async def test_too_few_marks_need_the_deputy_heads_leave(
    ctx_of: CtxOf, store: SqlStore, half_year: Regulation
) -> None:
    await mark_all(store, DINA)
    await give(store, DINA, "5")
    anna, pavel = ctx_of("anna", half_year), ctx_of("pavel", half_year)
    with pytest.raises(RefusedError, match="few_marks") as refused:
        await use.choose(anna, QUARTER, DINA, "5")
    params = refused.value.params
    assert (params["count"], params["least"], params["clause"].number) == (1, 3, "5.2")
    with pytest.raises(InvalidError, match="reason_missing"):
        await use.ask(anna, QUARTER, DINA, "  ")
    await use.ask(anna, QUARTER, DINA, "Болела")
    await use.ask(anna, QUARTER, DINA, "Болела долго")
    (request,) = await control.waiting(pavel)
    assert (request.kind, request.reason) == (AskFor.MARKS, "Болела")
    await control.decide(pavel, request.id, allow=False)
    with pytest.raises(RefusedError, match="few_marks"):
        await use.choose(anna, QUARTER, DINA, "5")
    await use.ask(anna, QUARTER, DINA, "Работа одна, но годовая")
    (second,) = await control.waiting(pavel)
    await control.decide(pavel, second.id, allow=True)
    # Decided once.
    assert (await control.decide(pavel, second.id, allow=False)).status == "granted"
    chosen = await use.choose(anna, QUARTER, DINA, "5")
    await use.save(anna, QUARTER, chosen.sheet.draft.posted)
    async with store.connection() as db:
        (row,) = await db.all(select(results))
        assert (row.student_id, row.allowed_by) == (DINA, person_id("pavel"))
    assert (await actions(store)).count("result.granted") == 1


@pytest.mark.requirement("R-064")
async def test_after_the_last_day_only_an_opened_page_takes_marks(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await mark_all(store)
    clock.move(timedelta(days=12))
    anna, pavel = ctx_of("anna"), ctx_of("pavel")
    with pytest.raises(RefusedError, match="results_too_late"):
        await use.accept_all(anna, QUARTER)
    await use.ask(anna, QUARTER, 0, "Была на больничном")
    (request,) = await control.waiting(pavel)
    await control.decide(pavel, request.id, allow=True)
    assert (await use.accept_all(anna, QUARTER)).verdict.late
    clock.move(timedelta(days=2))
    with pytest.raises(RefusedError, match="results_too_late"):
        await use.save(ctx_of("anna"), QUARTER, 0)


# two at once


async def test_two_teachers_saving_at_once_set_each_mark_once(ctx_of: CtxOf, store: SqlStore) -> None:
    await mark_all(store)
    async with store.connection(writing=True) as db:
        shared = {"year_id": 1, "subject_id": ALGEBRA, "unit_id": CLASS, "hours_week": 4}
        await db.insert(workload, teacher_id=person_id("nikolai"), **shared)
        await db.connection.commit()
    anna, nikolai = ctx_of("anna"), ctx_of("nikolai")
    await use.accept_all(anna, QUARTER)
    await use.choose(nikolai, QUARTER, ANYA, "5", "control")
    await use.choose(nikolai, QUARTER, EGOR, "4")
    one, other = await asyncio.gather(
        use.save(anna, QUARTER, 0), use.save(nikolai, QUARTER, 0), return_exceptions=True
    )
    assert await count(store, results) == len(MATES)
    found = [done for done in (one, other) if not isinstance(done, BaseException)]
    assert found
    refused = [done for done in (one, other) if isinstance(done, BaseException)]
    # Whoever came second is told whose mark stands, or that the page is closed.
    assert all(isinstance(error, RefusedError) and error.code == "results_closed" for error in refused)
    if not refused:
        assert {person.id for done in found for person in done.clashes} >= {ANYA}
    assert await count(store, page_closures) == 1


# year, exam, final


@pytest.mark.requirement("R-062", "R-063")
async def test_a_year_rests_on_its_periods_and_a_final_mark_on_year_and_exam(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await mark_all(store)
    await fill(ctx_of)
    year = await use.accept_all(ctx_of("anna"), YEAR)
    row = year.of(ANYA)
    assert row is not None
    assert (row.grounds.suggested, [value for _, value in row.grounds.parts]) == ("4", ["4"])
    saved = await use.save(ctx_of("anna"), YEAR, 0)
    assert saved.sheet.state is PageState.CLOSED
    # The year's page closes the year's marks, not the lessons of a period that runs.
    for kind in (ResultKind.EXAM, ResultKind.FINAL):
        await use.set_order(ctx_of("pavel"), kind, 0, "25.05.2027 № 12-о, 7 классы")
    exam, final = (Place(CLASS, ALGEBRA, kind) for kind in (ResultKind.EXAM, ResultKind.FINAL))
    assert (await use.sheet(ctx_of("anna"), exam)).acceptable == ()
    await use.choose(ctx_of("anna"), exam, ANYA, "5")
    await use.save(ctx_of("anna"), exam, 0)
    last = (await use.sheet(ctx_of("anna"), final)).of(ANYA)
    assert last is not None
    assert (last.grounds.suggested, str(last.grounds.basis)) == ("5", "4.5")
    assert await standing(store, "exam") == {ANYA: "5"}
    board = await use.board(ctx_of("pavel"), ResultKind.EXAM)
    assert board is not None
    # An exam is taken in few subjects: only pages with a mark are waited for.
    assert [item.page.subject for item in board.shelf.pages] == ["Алгебра"]
    assert await count(store, result_orders) == 2


# a page of one's own


@pytest.mark.requirement("R-074")
async def test_a_student_with_an_individual_plan_is_marked_on_a_page_of_the_own(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        own = await db.insert(
            units, year_id=1, kind="individual", name="Орлов Г.", grade=7, parent_id=CLASS, subject_id=ALGEBRA
        )
        await db.insert(enrolments, student_id=student_id("gleb"), unit_id=own, since=TERM)
        await db.insert(
            workload,
            year_id=1,
            teacher_id=person_id("anna"),
            subject_id=ALGEBRA,
            unit_id=own,
            hours_week=1,
        )
        await db.connection.commit()
    gleb = student_id("gleb")
    of_class = await use.sheet(ctx_of("anna"), QUARTER)
    assert gleb not in {row.student.id for row in of_class.rows}
    of_plan = await use.sheet(ctx_of("anna"), Place(own, ALGEBRA, ResultKind.PERIOD, 1))
    assert [row.student.id for row in of_plan.rows] == [gleb]
    shelf, _ = await use.shelf(ctx_of("anna"))
    assert shelf is not None
    sizes = {item.page.unit_name: item.students for item in shelf.pages}
    assert sizes == {"7А": 2, "7Б": len(MATES) - 1, "Орлов Г.": 1}


# reminders


async def test_nobody_is_reminded_twice_an_hour(ctx_of: CtxOf, store: SqlStore, clock: FrozenClock) -> None:
    await mark_all(store)
    first = await use.remind(ctx_of("pavel"), ResultKind.PERIOD, 1)
    assert (first.now, first.before) == (4, 0)
    again = await use.remind(ctx_of("pavel"), ResultKind.PERIOD, 1, person_id("anna"))
    assert (again.now, again.before) == (0, 1)
    clock.move(timedelta(hours=1))
    assert (await use.remind(ctx_of("pavel"), ResultKind.PERIOD, 1)).now == 4
    async with store.connection() as db:
        kinds = set(await db.scalars(select(events.c.kind)))
    assert kinds == {ResultReminderDue.kind}


# cost


async def test_a_full_class_takes_as_many_statements_as_an_empty_one(
    store: SqlStore, ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    async def asked() -> list[int]:
        found = []
        for who, read in (
            ("anna", lambda ctx: use.sheet(ctx, QUARTER)),
            ("anna", use.shelf),
            ("pavel", use.board),
        ):
            with heard(engine) as run:
                await read(ctx_of(who))
            found.append(len(run))
        return found

    few = await asked()
    await mark_all(store)
    await fill(ctx_of)
    assert await asked() == few
    assert max(few) <= 16


@pytest.mark.requirement("R-062")
async def test_a_period_the_regulation_does_not_have_is_named(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(update(periods).where(periods.c.id == 2).values(kind="half_year"))
        await db.connection.commit()
    book = await use.orders(ctx_of("pavel"))
    assert [one.name for one in book.periods] == ["1-я четверть"]
    assert [one.name for one in book.foreign] == ["2-я четверть"]
