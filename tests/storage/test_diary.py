"""The diary's reads on both engines: right for the child, as many statements for many rows as for few."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import diary
from journal.clock import FrozenClock
from journal.errors import NotFoundError
from journal.model.attendance import Presence, Reason
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import homework, lessons
from storage.tables.marks import marks, works
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)
AT = datetime(2026, 10, 14, 6, 30, tzinfo=UTC)


async def give_mark(store: SqlStore, value: str, student: int = ANYA, weight: str = "1") -> int:
    async with store.connection(writing=True) as db:
        work = await db.insert(
            works,
            lesson_id=lesson_id("7Б", TODAY, 1),
            unit_id=unit_id("7Б"),
            subject_id=subject_id("russian"),
            date=TODAY,
            kind="answer",
            weight=Decimal(weight),
            teacher_id=person_id("maria"),
            created_at=AT,
        )
        mark = await db.insert(
            marks,
            work_id=work,
            student_id=student,
            value=value,
            date=TODAY,
            subject_id=subject_id("russian"),
            author_id=person_id("maria"),
            entered_at=AT,
        )
        await db.connection.commit()
        return mark


async def set_homework(store: SqlStore, text: str, lesson: int = ALGEBRA_TOMORROW) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            homework,
            lesson_id=lesson,
            text=text,
            author_id=person_id("anna"),
            created_at=AT,
            updated_at=AT,
        )
        await db.connection.commit()


async def miss(store: SqlStore, slot: int, reason: Reason | None = None, student: int = ANYA) -> None:
    async with store.connection(writing=True) as db:
        lesson = lesson_id("7Б", TODAY, slot)
        await db.insert_new(
            registers,
            [{"lesson_id": lesson, "expected": [student], "taken_by": 101, "taken_at": AT, "revision": 1}],
        )
        await db.insert(
            attendance,
            lesson_id=lesson,
            student_id=student,
            date=TODAY,
            slot=slot,
            status=Presence.ABSENT,
            reason=reason,
            entered_by=101,
            entered_at=AT,
        )
        await db.connection.commit()


@pytest.mark.requirement("R-026", "R-027")
async def test_home_shows_today_and_what_to_do_for_tomorrow(ctx_of: CtxOf, store: SqlStore) -> None:
    await set_homework(store, "№ 215")
    found = await diary.home(ctx_of("olga"), ANYA)
    assert found.is_today
    assert [item.lesson.subject for item in found.day.lessons] == ["Русский язык", "Алгебра", "География"]
    assert found.tasks.date == TOMORROW
    assert [task.text for item in found.tasks.homework for task in item.homework] == ["№ 215"]


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
    child, found = await diary.mark(ctx_of("olga"), mark)
    assert (child.first_name, found.value, found.kind) == ("Аня", "5", "answer")


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
    assert (book.missed, book.excused, book.unexcused, book.unexplained) == (2, 1, 0, 1)
    assert [item.slot for item in book.absences] == [2, 1]


@pytest.mark.requirement("R-016")
async def test_another_familys_child_and_a_missing_one_look_the_same(ctx_of: CtxOf, store: SqlStore) -> None:
    foreign = await give_mark(store, "2", student=EGOR)
    for number in (EGOR, 999_999):
        with pytest.raises(NotFoundError):
            await diary.home(ctx_of("olga"), number)
    for number in (foreign, 999_999):
        with pytest.raises(NotFoundError):
            await diary.mark(ctx_of("olga"), number)


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


@pytest.fixture
def statements(engine: AsyncEngine) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def test_a_diary_takes_as_many_statements_for_many_rows_as_for_few(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    async def cost() -> list[int]:
        counts = []
        for page in (diary.home, diary.day, diary.week, diary.marks, diary.attendance):
            statements.clear()
            await page(ctx_of("olga"), ANYA)  # type: ignore[operator]
            counts.append(len(statements))
        return counts

    await give_mark(store, "4")
    few = await cost()
    for _ in range(12):
        await give_mark(store, "5")
        await set_homework(store, "ещё")
    await miss(store, 1)
    await miss(store, 2)
    assert await cost() == few


async def test_a_cancelled_lesson_stays_in_the_day_but_ends_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == lesson_id("7Б", TODAY, 3)).values(status="cancelled")
        )
        await db.connection.commit()
    found = await diary.day(ctx_of("olga"), ANYA)
    assert [item.lesson.status for item in found.day.lessons] == ["planned", "planned", "cancelled"]
