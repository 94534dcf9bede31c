"""What giving homework and filling a page promises, on both engines."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from journal.clock import FrozenClock
from journal.entry import Record
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.lessons import cards, homework, materials, page, requests, substitution
from journal.model.lessons import Attachment, AttachmentKind, LessonStatus
from journal.model.materials import MaterialKind
from journal.regulation import preset
from storage.tables.control import audit
from storage.tables.lessons import attachments, lessons
from storage.tables.lessons import homework as homework_table
from storage.tables.marks import entry_requests
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)
TOMORROW = date(2026, 10, 15)
PHOTO = Attachment(AttachmentKind.PHOTO, "photo-file-id", None, 1000)


async def test_homework_is_due_at_the_next_lesson_of_the_page_by_the_timetable(ctx_of: CtxOf) -> None:
    giving = await homework.add(ctx_of("anna"), LESSON, "№ 512", ())
    assert giving.target is not None
    assert giving.target.due.id == lesson_id("7Б", TOMORROW, 1)
    assert [target.given.unit_name for target in giving.parallels] == ["7А"]


async def test_a_cancelled_lesson_is_not_the_next_one(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update()
            .where(lessons.c.id == lesson_id("7Б", TOMORROW, 1))
            .values(status=LessonStatus.CANCELLED)
        )
        await db.connection.commit()
    giving = await homework.open_homework(ctx_of("anna"), LESSON)
    assert giving.target is not None
    assert giving.target.due.date == date(2026, 10, 16)


async def test_saving_gives_each_chosen_class_its_own_homework_with_the_files(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await homework.add(ctx_of("anna"), LESSON, "№ 512", (PHOTO,))
    giving = await homework.choose_unit(ctx_of("anna"), LESSON, unit_id("7А"), chosen=True)
    given = await homework.save_homework(ctx_of("anna"), LESSON, giving.draft.revision)
    assert [target.due.unit_name for target in given.targets] == ["7Б", "7А"]
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(homework_table)) == 2
        files = await db.all(select(attachments))
        assert [(file.kind, file.file_id) for file in files] == [("photo", "photo-file-id")] * 2
        assert set(await db.scalars(select(events.c.kind))) == {"homework_saved"}


async def test_saving_twice_at_once_gives_homework_once(ctx_of: CtxOf, store: SqlStore) -> None:
    giving = await homework.add(ctx_of("anna"), LESSON, "№ 512", ())
    seen = giving.draft.revision
    await asyncio.gather(*(homework.save_homework(ctx_of("anna"), LESSON, seen) for _ in range(3)))
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(homework_table)) == 1
        assert await db.scalar(select(func.count()).select_from(events)) == 1


async def test_more_text_changes_the_same_homework(ctx_of: CtxOf, store: SqlStore) -> None:
    giving = await homework.add(ctx_of("anna"), LESSON, "№ 512", ())
    await homework.save_homework(ctx_of("anna"), LESSON, giving.draft.revision)
    giving = await homework.add(ctx_of("anna"), LESSON, "и № 514", ())
    await homework.save_homework(ctx_of("anna"), LESSON, giving.draft.revision)
    async with store.connection() as db:
        rows = await db.all(select(homework_table))
        assert [(row.text, row.revision) for row in rows] == [("№ 512\nи № 514", 2)]
        actions = await db.scalars(select(audit.c.action).order_by(audit.c.id))
        assert list(actions) == ["homework.save", "homework.change"]


async def test_withdrawn_homework_is_gone_and_its_text_is_in_the_draft(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    giving = await homework.add(ctx_of("anna"), LESSON, "№ 512", (PHOTO,))
    await homework.choose_unit(ctx_of("anna"), LESSON, unit_id("7А"), chosen=True)
    await homework.save_homework(ctx_of("anna"), LESSON, giving.draft.revision)
    back = await homework.withdraw_homework(ctx_of("anna"), LESSON)
    assert (back.given, back.draft.text) == ((), "№ 512")
    async with store.connection() as db:
        rows = await db.all(select(homework_table.c.withdrawn_at))
        assert all(row.withdrawn_at is not None for row in rows)
        states = await db.scalars(select(events.c.state).order_by(events.c.id))
        assert list(states) == ["replaced", "replaced", "waiting", "waiting"]


@pytest.mark.requirement("R-041")
async def test_homework_may_be_set_in_advance_for_a_later_lesson_of_the_same_page_only(
    ctx_of: CtxOf,
) -> None:
    future = lesson_id("7Б", TOMORROW, 1)
    await homework.add(ctx_of("anna"), future, "Повторить главу", ())
    friday = lesson_id("7Б", date(2026, 10, 16), 3)
    chosen = await homework.choose_date(ctx_of("anna"), future, friday)
    given = await homework.save_homework(ctx_of("anna"), future, chosen.draft.revision)
    assert [target.due.id for target in given.targets] == [friday]
    for forged in (lesson_id("7А", TOMORROW, 3), lesson_id("7Б", TODAY, 1), 999_999_999):
        with pytest.raises(StaleError):
            await homework.choose_date(ctx_of("anna"), future, forged)


@pytest.mark.requirement("R-040")
async def test_homework_after_an_hour_from_the_classs_last_lesson_is_flagged(
    ctx_of: CtxOf, clock: FrozenClock, store: SqlStore
) -> None:
    """The last lesson of 7Б ends at 11:15 that day; the regulation of S4 gives an hour more."""
    rules = preset("s4")
    giving = await homework.add(ctx_of("anna", rules), LESSON, "№ 512", ())
    clock.move(timedelta(hours=2, minutes=10))
    given = await homework.save_homework(ctx_of("anna", rules), LESSON, giving.draft.revision)
    assert given.late
    async with store.connection() as db:
        assert await db.scalar(select(homework_table.c.late)) is True


async def test_homework_has_bounds(ctx_of: CtxOf) -> None:
    with pytest.raises(InvalidError, match="too_long"):
        await homework.add(ctx_of("anna"), LESSON, "щ" * (homework.LONGEST + 1), ())
    with pytest.raises(InvalidError, match="too_many_files"):
        await homework.add(ctx_of("anna"), LESSON, "", [PHOTO] * (homework.MOST_FILES + 1))
    with pytest.raises(InvalidError, match="empty"):
        await homework.save_homework(ctx_of("anna"), LESSON, 0)


@pytest.mark.requirement("R-037", "R-016")
async def test_nobody_gives_homework_for_a_foreign_lesson(ctx_of: CtxOf) -> None:
    with pytest.raises(RefusedError, match="not_permitted"):
        await homework.add(ctx_of("nikolai"), LESSON, "№ 1", ())
    with pytest.raises(NotFoundError):
        await homework.open_homework(ctx_of("olga"), LESSON)


async def test_nothing_set_is_an_answer_too_and_real_homework_takes_its_place(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await homework.no_homework(ctx_of("anna"), LESSON)
    await homework.no_homework(ctx_of("anna"), LESSON)
    async with store.connection() as db:
        assert [row.no_work for row in await db.all(select(homework_table))] == [True]
    giving = await homework.add(ctx_of("anna"), LESSON, "Всё же № 5", ())
    await homework.save_homework(ctx_of("anna"), LESSON, giving.draft.revision)
    card = await cards.card(ctx_of("anna"), LESSON)
    assert [(item.text, item.no_work) for item in card.homework] == [("Всё же № 5", False)]


@pytest.mark.requirement("R-036", "R-125")
async def test_an_entry_into_the_page_is_audited_and_an_unchanged_one_is_not(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    for _ in range(2):
        await page.write_topic(ctx_of("anna"), LESSON, "  Степень   числа ")
    async with store.connection() as db:
        entries = await db.all(select(audit))
        assert [(entry.action, entry.before["topic"], entry.after["topic"]) for entry in entries] == [
            ("lesson.fill", None, "Степень числа")
        ]


@pytest.mark.requirement("R-070")
async def test_one_colleague_substitutes_and_both_teachers_stay_on_the_page(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    found = await substitution.running_lessons(ctx_of("nikolai"))
    assert LESSON in {lesson.id for lesson in found}
    await substitution.substitute(ctx_of("nikolai"), LESSON)
    await substitution.substitute(ctx_of("nikolai"), LESSON)
    with pytest.raises(RefusedError, match="substituted_already"):
        await substitution.substitute(ctx_of("svetlana"), LESSON)
    with pytest.raises(RefusedError, match="not_permitted"):
        await substitution.substitute(ctx_of("pavel"), LESSON)
    async with store.connection() as db:
        row = (await db.all(select(lessons).where(lessons.c.id == LESSON)))[0]
        assert (row.teacher_id, row.substitute_id) == (person_id("anna"), person_id("nikolai"))
        told = list(await db.scalars(select(events.c.kind)))
    # Once each, though it was said twice: the family's news, and the colleagues' (R-070).
    assert sorted(told) == ["lesson_changed", "lesson_substituted"]


@pytest.mark.requirement("R-070")
async def test_where_the_substitute_fills_the_page_the_replaced_teacher_does_not(ctx_of: CtxOf) -> None:
    rules = preset("s0")
    await substitution.substitute(ctx_of("nikolai", rules), LESSON)
    with pytest.raises(RefusedError, match="substituted") as raised:
        await page.write_topic(ctx_of("anna", rules), LESSON, "Степень")
    assert raised.value.params["clause"].number == "4.2-T3"
    await page.write_topic(ctx_of("nikolai", rules), LESSON, "Степень")


@pytest.mark.requirement("R-070")
async def test_a_planned_substitution_is_noted_at_the_moment_of_entry(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(substitute_id=person_id("nikolai"))
        )
        await db.connection.commit()
    await page.write_topic(ctx_of("nikolai"), LESSON, "Степень")
    async with store.connection() as db:
        noted = await db.scalar(select(lessons.c.substituted_at).where(lessons.c.id == LESSON))
    assert noted == clock.now()


async def test_a_request_to_the_deputy_head_is_recorded_once(ctx_of: CtxOf, store: SqlStore) -> None:
    for _ in range(2):
        await requests.ask_deputy(ctx_of("anna"), LESSON, Record.LESSON_MARK, "была на больничном")
    with pytest.raises(StaleError):
        await requests.ask_deputy(ctx_of("anna"), LESSON, "everything", "можно?")
    for reason, code in ((" ", "reason_missing"), ("я" * 2_000, "too_long")):
        with pytest.raises(InvalidError, match=code):
            await requests.ask_deputy(ctx_of("anna"), LESSON, Record.HOMEWORK, reason)
    async with store.connection() as db:
        rows = await db.all(select(entry_requests))
        assert [(row.kind, row.reason, row.status) for row in rows] == [
            ("lesson_mark", "была на больничном", "waiting")
        ]


async def second_teacher(store: SqlStore) -> None:
    """Nikolai keeps the lesson together with Anna."""
    async with store.connection(writing=True) as db:
        here = lessons.update().where(lessons.c.id == LESSON)
        await db.run(here.values(second_teacher_id=person_id("nikolai")))
        await db.connection.commit()


async def standing(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        here = select(homework_table.c.text).where(homework_table.c.withdrawn_at.is_(None))
        return sorted(await db.scalars(here))


async def test_two_colleagues_who_set_homework_at_once_both_keep_theirs_and_are_told(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await second_teacher(store)
    seen = {
        who: (await homework.add(ctx_of(who), LESSON, text, ())).draft.revision
        for who, text in (("anna", "№ 512"), ("nikolai", "№ 600"))
    }
    given = await asyncio.gather(
        *(homework.save_homework(ctx_of(who), LESSON, seen[who]) for who in ("anna", "nikolai", "anna"))
    )
    assert await standing(store) == ["№ 512", "№ 600"]
    told = [item.text for one in given for item in one.beside]
    assert told in (["№ 512"], ["№ 600"]), "whoever came second is told of the first"
    # Taking it back touches one's own alone.
    await homework.withdraw_homework(ctx_of("nikolai"), LESSON)
    assert await standing(store) == ["№ 512"]


async def test_the_same_set_by_two_colleagues_is_set_once(ctx_of: CtxOf, store: SqlStore) -> None:
    await second_teacher(store)
    for who in ("anna", "nikolai"):
        giving = await homework.add(ctx_of(who), LESSON, "№ 512", (PHOTO,))
        await homework.save_homework(ctx_of(who), LESSON, giving.draft.revision)
    assert await standing(store) == ["№ 512"]
    await homework.withdraw_homework(ctx_of("nikolai"), LESSON)
    assert await standing(store) == ["№ 512"], "what he takes back was never his"


@pytest.mark.requirement("R-041", "R-045")
async def test_parallels_get_a_day_as_far_ahead_and_the_links_and_tests_of_the_lesson_once(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    anna = ctx_of("anna")
    _, added = await materials.add_material(anna, LESSON, "Тест https://example.org/7", [])
    await materials.name_kind(anna, LESSON, added, MaterialKind.TOPIC_TEST)
    await materials.add_material(anna, LESSON, "", [PHOTO])
    await homework.add(anna, LESSON, "№ 512", ())
    await homework.choose_date(anna, LESSON, lesson_id("7Б", date(2026, 10, 21), 2))
    giving = await homework.choose_unit(anna, LESSON, unit_id("7А"), chosen=True)
    assert [target.due.date.day for target in giving.chosen] == [21, 21]
    for _ in range(2):
        giving = await homework.open_homework(anna, LESSON)
        await homework.save_homework(anna, LESSON, giving.draft.revision)
    twin = giving.parallels[0].given.id
    there = (await materials.open_materials(anna, twin)).items
    assert [(one.kind, one.url, len(one.files)) for one in there] == [
        (MaterialKind.TOPIC_TEST, "https://example.org/7", 0),
        (MaterialKind.MATERIAL, None, 1),
    ]
    shared = await materials.share(anna, LESSON, unit_id("7А"), chosen=False)
    assert [one.shared for one in shared.twins] == [False]
    assert (await materials.open_materials(anna, twin)).items == ()
    with pytest.raises(StaleError):
        await materials.share(anna, LESSON, unit_id("3А"), chosen=True)


async def test_a_forged_class_that_is_not_taught_gets_no_homework(ctx_of: CtxOf, store: SqlStore) -> None:
    anna = ctx_of("anna")
    await homework.add(anna, LESSON, "№ 300", [])
    giving = await homework.choose_unit(anna, LESSON, unit_id("1А"), chosen=True)
    assert unit_id("1А") not in {target.given.unit_id for target in giving.chosen}
    given = await homework.save_homework(anna, LESSON, giving.draft.revision)
    assert {target.given.unit_id for target in given.targets} == {unit_id("7Б")}
