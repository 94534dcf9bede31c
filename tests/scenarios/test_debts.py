"""A parent sees what is owed: twos to retake, missed control works, what was put right, what lies ahead."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import debts
from journal.errors import NotFoundError
from journal.model.debts import DebtKind
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import plan_rows, plans
from storage.tables.marks import mark_revisions, marks, works
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_marks import open_marks
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id
from tests.support.statements import heard

ANYA, BORIS, EGOR = student_id("anya"), student_id("boris"), student_id("egor")
MONDAY = date(2026, 10, 12)


async def control_work(store: SqlStore, day: date, slot: int, given: dict[int, str], **more: object) -> int:
    """A control work of algebra on that day with the marks given; `more` goes into every mark."""
    async with store.connection(writing=True) as db:
        work = await db.insert(
            works,
            lesson_id=lesson_id("7Б", day, slot),
            unit_id=unit_id("7Б"),
            subject_id=subject_id("algebra"),
            date=day,
            kind="control",
            weight=Decimal(2),
            teacher_id=person_id("anna"),
            created_at=LONG_AGO,
        )
        made = [
            await db.insert(
                marks,
                work_id=work,
                student_id=student,
                value=value,
                date=day,
                subject_id=subject_id("algebra"),
                author_id=person_id("anna"),
                entered_at=LONG_AGO,
                **more,
            )
            for student, value in given.items()
        ]
        await db.connection.commit()
        return made[0]


async def miss(store: SqlStore, student: int, day: date, slot: int) -> None:
    async with store.connection(writing=True) as db:
        lesson = lesson_id("7Б", day, slot)
        await db.insert(
            registers, lesson_id=lesson, expected=[student], taken_by=101, taken_at=LONG_AGO, revision=1
        )
        await db.insert(
            attendance,
            lesson_id=lesson,
            student_id=student,
            date=day,
            slot=slot,
            status="absent",
            entered_by=101,
            entered_at=LONG_AGO,
        )
        await db.connection.commit()


async def plan_control(store: SqlStore, day: date) -> None:
    async with store.connection(writing=True) as db:
        plan = await db.insert(
            plans,
            year_id=1,
            subject_id=subject_id("russian"),
            unit_id=unit_id("7Б"),
            loaded_at=LONG_AGO,
            hours=30,
        )
        await db.insert(
            plan_rows, plan_id=plan, number=1, topic="Причастие", planned_on=day, work_kind="control"
        )
        await db.connection.commit()


async def test_the_first_screen_counts_debts_and_leads_to_them(stage: Stage, olga: Persona) -> None:
    store = stage.house.store
    await control_work(store, TODAY, 2, {ANYA: "2"}, retake_until=TODAY + timedelta(days=5))
    await miss(store, ANYA, MONDAY + timedelta(days=1), 2)
    await control_work(store, MONDAY + timedelta(days=1), 2, {BORIS: "4"})
    await plan_control(store, TODAY + timedelta(days=8))
    await olga.say("/menu")
    seen = await olga.sees("Аня, 7Б")
    assert "Долги: 2 (алгебра)" in seen.text
    olga.rest()
    await olga.press("Долги")
    seen = await olga.sees("Аня: долги")
    assert "Можно пересдать" in seen.text
    assert "Алгебра, контрольная работа 14.10: 2" in seen.text
    assert "до 19.10 · Анна Сергеевна Кузнецова · ближайший урок чт 15.10, 8:30" in seen.text
    assert "Пропущенные контрольные" in seen.text
    assert "Алгебра, контрольная работа 13.10" in seen.text
    assert "чт 22.10: русский язык, контрольная работа" in seen.text
    assert olga.taps == 1
    await olga.press("2 · Алгебра")
    await olga.sees("Пересдача до 19.10")


async def test_the_debts_of_all_children_stand_in_one_answer(stage: Stage, olga: Persona) -> None:
    await control_work(stage.house.store, TODAY, 2, {ANYA: "2"}, retake_until=TODAY + timedelta(days=5))
    await olga.say("какие долги у обоих")
    seen = await olga.sees("Аня: долги")
    assert "Алгебра, контрольная работа 14.10: 2" in seen.text
    assert "Петя: долги" in seen.text
    await olga.press("Петя")
    assert "Аня" not in (await olga.sees("Петя: долги")).text


async def test_the_cards_of_all_children_say_what_each_owes(stage: Stage, olga: Persona) -> None:
    await control_work(stage.house.store, TODAY, 2, {ANYA: "2"}, retake_until=TODAY + timedelta(days=5))
    await olga.say("все дети")
    seen = await olga.sees("Петя, 3А")
    assert "Долги: 1 (алгебра)" in seen.text.partition("Петя, 3А")[0]
    assert "Долги" not in seen.text.partition("Петя, 3А")[2]


async def test_a_child_without_debts_is_told_so_and_the_first_screen_stays_calm(
    stage: Stage, olga: Persona
) -> None:
    await olga.say("/menu")
    seen = await olga.sees("Аня, 7Б")
    assert "Долги:" not in seen.text
    await olga.press("Долги")
    seen = await olga.sees("Долгов нет.")
    assert "В ближайшие две недели не запланированы." in seen.text
    await olga.press("Петя")
    await olga.sees("Петя: долги")
    await olga.press("Главная")
    await olga.sees("Аня, 7Б")


async def test_a_retake_shows_both_marks_and_which_counts(stage: Stage, olga: Persona) -> None:
    store = stage.house.store
    mark = await control_work(store, TODAY, 2, {ANYA: "4"})
    async with store.connection(writing=True) as db:
        await db.insert(
            mark_revisions,
            mark_id=mark,
            revision=1,
            value_before="2",
            value_after="4",
            author_id=101,
            at=LONG_AGO,
            reason="retake",
        )
        await db.connection.commit()
    await olga.say("/debts")
    seen = await olga.sees("Аня: долги")
    assert "Алгебра, контрольная работа 14.10: 2 → 4" in seen.text
    assert "Считается новая оценка" in seen.text


@pytest.mark.requirement("R-035")
async def test_the_summary_says_where_help_is_needed_and_leads_to_debts_and_forecast(
    stage: Stage, olga: Persona
) -> None:
    store = stage.house.store
    await control_work(store, TODAY, 2, {ANYA: "3"})
    await miss(store, ANYA, MONDAY + timedelta(days=1), 2)
    await olga.say("/summary")
    seen = await olga.sees("Аня: сводка")
    assert "Нужна помощь\nалгебра 3: ещё 1 пятёрка — и средний 3,67" in seen.text
    assert "Пропущено за последние семь дней\nвт 13.10, нет на уроке: алгебра" in seen.text
    await olga.press("Долги")
    await olga.sees("Аня: долги")
    await olga.say("/summary")
    await olga.sees("Аня: сводка")
    await olga.press("Прогноз")
    await olga.sees("Аня: прогноз")


async def test_nobody_reads_the_debts_of_another_child(store: SqlStore, ctx_of: CtxOf) -> None:
    for who in ("igor", "tatyana"):
        with pytest.raises(NotFoundError):
            await debts.book(ctx_of(who), student_id("petya"))
    with pytest.raises(NotFoundError):
        await debts.debts_of(ctx_of("olga"), EGOR)


async def test_many_works_take_as_many_statements_as_none(
    store: SqlStore, ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    async def count() -> list[int]:
        found = []
        for read in (debts.book, debts.debts_of):
            with heard(engine) as run:
                await read(ctx_of("olga"), ANYA)
            found.append(len(run))
        return found

    few = await count()
    for number in range(6):
        await control_work(
            store,
            TODAY,
            2,
            {ANYA: "2", BORIS: "3", EGOR: "5"},
            retake_until=TODAY + timedelta(days=number),
        )
    (_, owed) = await debts.debts_of(ctx_of("olga"), ANYA)
    assert [debt.kind for debt in owed] == [DebtKind.RETAKE] * 6
    assert await count() == few
    assert few[0] <= 10
    assert few[1] <= 5


async def test_a_work_not_handed_in_is_a_debt_until_a_mark_settles_it(
    stage: Stage, anna: Persona, olga: Persona
) -> None:
    await open_marks(anna)
    await anna.press("•")
    await anna.sees("Нажмите на тех, кто работу не сдал")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")
    await olga.say("/debts")
    seen = await olga.sees("Аня: долги")
    assert "Не сдано\nАлгебра, ответ на уроке 14.10\nдо 21.10" in seen.text
    await olga.press("Алгебра")
    await olga.sees("Не сдано, сдать до 21.10.")
    stage.clock.move(timedelta(minutes=10))
    await anna.press("Ещё оценки")
    await anna.sees("Нажмите на тех, кто работу не сдал")
    await anna.press("4")
    await anna.sees("Ставим 4")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")
    await olga.say("/debts")
    seen = await olga.sees("Аня: долги")
    assert "Не сдано" not in seen.text
    assert "Алгебра, ответ на уроке 14.10: • → 4" in seen.text
    await anna.press("Отменить")
    await anna.sees(with_button("Сохранить (1)"))
    await olga.say("/debts")
    await olga.sees("Не сдано")
