"""The diary's days on both engines: right for the child, and for nobody else's."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from journal import diary
from journal.clock import FrozenClock
from journal.errors import NotFoundError
from journal.model.access import Hat
from journal.model.attendance import Reason
from journal.model.diary import Missed
from storage.tables.lessons import homework, homework_done, lessons
from storage.tables.people import enrolments, units
from storage.unit_of_work import SqlStore
from tests.support.given import AT, give_mark, miss, set_homework
from tests.support.school import TODAY, CtxOf, lesson_id, student_id, subject_id, unit_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)


@pytest.mark.requirement("R-026", "R-027")
async def test_home_shows_today_and_what_to_do_for_tomorrow(ctx_of: CtxOf, store: SqlStore) -> None:
    await set_homework(store, "№ 215")
    found = await diary.home(ctx_of("olga"), ANYA)
    assert found.is_today
    assert [item.lesson.subject for item in found.day.lessons] == ["Русский язык", "Алгебра", "География"]
    assert found.tasks.date == TOMORROW
    assert [task.text for task in found.tasks.tasks] == ["№ 215"]


async def test_after_the_last_lesson_today_turns_into_the_next_school_day(
    ctx_of: CtxOf, clock: FrozenClock
) -> None:
    clock.move(timedelta(hours=6))
    found = await diary.home(ctx_of("olga"), ANYA)
    assert not found.is_today
    assert found.day.date == TOMORROW


async def test_on_friday_evening_the_next_school_day_is_monday(ctx_of: CtxOf, clock: FrozenClock) -> None:
    clock.move(timedelta(days=2, hours=8))
    found = await diary.homework(ctx_of("olga"), ANYA)
    assert found.day.date == date(2026, 10, 19)


@pytest.mark.requirement("R-028", "R-032")
async def test_a_saved_mark_stands_in_the_diary_at_once(ctx_of: CtxOf, store: SqlStore) -> None:
    mark = await give_mark(store, "5")
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert [(item.subject, item.average) for item in book.subjects] == [("Русский язык", Decimal(5))]
    found = await diary.opened(ctx_of("olga"), mark)
    assert (found.child.first_name, found.mark.value, found.mark.kind) == ("Аня", "5", "answer")


async def test_a_heavier_work_weighs_more_in_the_average(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "5")
    await give_mark(store, "2", weight="2")
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert book.subjects[0].average == Decimal(3)


@pytest.mark.requirement("R-029")
async def test_absences_are_counted_by_their_reasons(ctx_of: CtxOf, store: SqlStore) -> None:
    await miss(store, 1, Reason.ILL)
    await miss(store, 2)
    book = await diary.attendance(ctx_of("olga"), ANYA)
    assert book.totals == Missed(lessons=2, excused=1, unexplained=1)
    assert [item.slot for item in book.absences] == [2, 1]


@pytest.mark.requirement("R-016")
async def test_another_familys_child_and_a_missing_one_look_the_same(ctx_of: CtxOf, store: SqlStore) -> None:
    foreign = await give_mark(store, "2", student=EGOR)
    for number in (EGOR, 999_999):
        with pytest.raises(NotFoundError):
            await diary.home(ctx_of("olga"), number)
    for number in (foreign, 999_999):
        with pytest.raises(NotFoundError):
            await diary.opened(ctx_of("olga"), number)


@pytest.mark.requirement("R-024")
async def test_a_student_reads_the_own_diary_only(ctx_of: CtxOf) -> None:
    assert (await diary.home(ctx_of("egor"), EGOR)).child.first_name == "Егор"
    with pytest.raises(NotFoundError):
        await diary.home(ctx_of("egor"), ANYA)


@pytest.mark.requirement("R-015")
async def test_a_guardian_looks_from_one_child_to_the_other(ctx_of: CtxOf) -> None:
    looking = await diary.look_at(ctx_of("olga"), PETYA)
    assert looking.actor.current_student_id == PETYA
    with pytest.raises(NotFoundError):
        await diary.look_at(ctx_of("olga"), EGOR)


async def test_files_of_another_classs_homework_are_as_good_as_missing(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "чужое", lesson_id("7А", TOMORROW, 3))
    async with store.connection() as db:
        number = await db.scalar(homework.select().with_only_columns(homework.c.id))
    with pytest.raises(NotFoundError):
        await diary.files(ctx_of("olga"), ANYA, number)


async def test_a_cancelled_lesson_stays_in_the_day_but_ends_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == lesson_id("7Б", TODAY, 3)).values(status="cancelled")
        )
        await db.connection.commit()
    found = await diary.day(ctx_of("olga"), ANYA)
    assert [item.lesson.status for item in found.day.lessons] == ["planned", "planned", "cancelled"]


@pytest.mark.requirement("R-027")
async def test_a_student_of_several_subgroups_has_the_lessons_of_each_and_of_no_other(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        common = {"year_id": 1, "kind": "subgroup", "grade": 7, "parent_id": unit_id("7Б")}
        for number, name in ((901, "гр. 1"), (902, "гр. 2"), (903, "проф.")):
            await db.insert(units, id=number, name=name, subject_id=subject_id("algebra"), **common)
        for number in (901, 903):
            await db.insert(enrolments, student_id=ANYA, unit_id=number, since=date(2026, 9, 1))
        for slot, unit in ((4, 901), (4, 902), (5, 903)):
            await db.insert(
                lessons,
                id=9_000_000 + unit,
                unit_id=unit,
                subject_id=subject_id("algebra"),
                date=TODAY,
                slot=slot,
                starts_at=AT + timedelta(hours=slot),
                ends_at=AT + timedelta(hours=slot, minutes=45),
                topic="Дроби",
            )
        await db.connection.commit()
    found = await diary.day(ctx_of("olga"), ANYA)
    assert [(item.lesson.slot, item.lesson.unit_name) for item in found.day.lessons] == [
        (1, "7Б"),
        (2, "7Б"),
        (3, "7Б"),
        (4, "гр. 1"),
        (5, "проф."),
    ]
    topics = await diary.topics_of(ctx_of("olga"), ANYA, subject_id("algebra"))
    assert [lesson.topic for lesson in topics.lessons] == ["Дроби", "Дроби"]
    with pytest.raises(NotFoundError):
        await diary.lesson(ctx_of("olga"), ANYA, 9_000_902)


@pytest.mark.requirement("R-027", "R-028")
async def test_a_lesson_opens_with_its_homework_and_its_marks(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "5")
    await miss(store, 1, Reason.ILL)
    found = await diary.lesson(ctx_of("olga"), ANYA, lesson_id("7Б", TODAY, 1))
    assert [mark.value for mark in found.item.marks] == ["5"]
    assert found.item.absence is not None
    assert [person.first_name for person in found.teachers] == ["Мария"]


async def test_a_lesson_of_another_class_is_as_good_as_missing(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await diary.lesson(ctx_of("olga"), ANYA, lesson_id("7А", TODAY, 3))


async def test_marks_are_new_until_the_marks_are_looked_at(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await give_mark(store, "5")
    olga = ctx_of("olga")
    assert [mark.value for mark in (await diary.home(olga, ANYA)).new_marks] == ["5"]
    assert [mark.value for mark in (await diary.home(olga, ANYA)).new_marks] == ["5"]
    await diary.marks(olga, ANYA)
    assert (await diary.home(ctx_of("olga"), ANYA)).new_marks == ()
    # What one parent has looked at is still new to the other.
    assert len((await diary.home(ctx_of("igor"), ANYA)).new_marks) == 1


async def test_homework_is_ticked_off_for_the_family_and_not_for_the_school(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await set_homework(store, "№ 215")
    task = (await diary.homework(ctx_of("olga"), ANYA)).day.tasks[0]
    for _ in range(2):
        await diary.tick(ctx_of("olga"), ANYA, task.id, done=True)
    assert (await diary.homework(ctx_of("igor"), ANYA)).day.done == {task.id}
    await diary.tick(ctx_of("igor"), ANYA, task.id, done=False)
    assert (await diary.homework(ctx_of("olga"), ANYA)).day.done == set()


async def test_nobody_ticks_off_another_familys_homework(ctx_of: CtxOf, store: SqlStore) -> None:
    await set_homework(store, "№ 215")
    task = (await diary.homework(ctx_of("olga"), ANYA)).day.tasks[0]
    for student in (EGOR, PETYA):
        with pytest.raises(NotFoundError):
            await diary.tick(ctx_of("olga"), student, task.id, done=True)
    async with store.connection() as db:
        assert await db.all(homework_done.select()) == []


@pytest.mark.requirement("R-015")
async def test_all_children_are_on_one_screen(ctx_of: CtxOf) -> None:
    cards = await diary.everybody(ctx_of("olga"))
    assert [card.child.first_name for card in cards] == ["Аня", "Петя"]
    assert [len(card.day.lessons) for card in cards] == [3, 1]


async def test_who_has_no_diary_any_more_hears_so(ctx_of: CtxOf) -> None:
    olga = ctx_of("olga")
    unbound = olga.as_actor(replace(olga.actor, children=(), current_student_id=None, hat=None))
    with pytest.raises(NotFoundError) as refused:
        await diary.day(unbound, ANYA)
    assert refused.value.code == "no_diary"
    assert olga.actor.hat is Hat.GUARDIAN
