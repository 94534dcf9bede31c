"""Marks of a quarter by taps: suggested, taken at once, saved in one transaction, the page closed."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.tables.marks import page_closures, results
from storage.tables.people import enrolments, people, students
from storage.tables.school import periods
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_windows import work_by
from tests.storage.test_forecast import MATES
from tests.support.given import give
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, TERM, student_id, unit_id

ANYA, EGOR, DINA = student_id("anya"), student_id("egor"), student_id("dina")


async def mark_everybody(store: SqlStore, *but: int) -> None:
    """Fours for the class; Anya 5 5 4, Egor 2 2 3."""
    for student in MATES:
        if student not in but:
            own = {ANYA: "554", EGOR: "223"}.get(student, "444")
            await give(store, student, *own)


async def open_list(who: Persona) -> None:
    await who.say("/menu")
    await who.sees(with_button("Итоговые"))
    await who.press("Итоговые")
    await who.sees("Итоговые: 1-я четверть")
    await who.press("7Б, алгебра")
    await who.sees("7Б, алгебра: 1-я четверть")


@pytest.mark.requirement("R-051", "R-054", "R-063")
async def test_a_quarter_is_set_in_five_taps_and_its_page_is_closed(
    stage: Stage, anna: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    anna.rest()
    await open_list(anna)
    seen = anna.screen.text
    assert "Иванова А.: 4,67 · оценок 3 (устн. 3) → 5?" in seen
    assert "Сидоров Е.: 2,33 · оценок 3 (устн. 3) → 2?" in seen
    await anna.press("Принять все предложенные (6)")
    await anna.sees(with_button("Проверить и сохранить (6)"))
    await anna.press("Проверить и сохранить (6)")
    seen = (await anna.sees("Будет выставлено: 5 — 1, 4 — 4, 2 — 1")).text
    assert "страница закроется" in seen
    await anna.press("Сохранить (6)")
    seen = (await anna.sees("Сохранено: 6.")).text
    assert anna.taps == 5
    assert "Семьи узнают в 10:10" in seen
    assert "страница закрыта" in seen
    async with store.connection() as db:
        rows = await db.all(select(results).order_by(results.c.student_id))
        assert {(row.student_id, row.value, row.kind, row.period_id) for row in rows} >= {
            (ANYA, "5", "period", 1),
            (EGOR, "2", "period", 1),
        }
        assert len(rows) == 6
        closed = await db.all(select(page_closures))
        assert [(row.period_id, row.reopened_at) for row in closed] == [(1, None)]
    await anna.press("Отменить")
    await anna.sees("Отменено: 6")
    async with store.connection() as db:
        assert await db.all(select(results)) == []
        assert await db.all(select(page_closures)) == []


@pytest.mark.requirement("R-066")
async def test_a_mark_far_from_the_average_asks_for_a_reason(
    stage: Stage, anna: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await open_list(anna)
    await anna.press("Ёлкин Б. → 4")
    await anna.sees(with_button("✓ Ёлкин Б. · 4"))
    await anna.press("✓ Ёлкин Б. · 4")
    seen = (await anna.sees("Ёлкин Борис")).text
    assert "Средний: 4, оценок: 3." in seen
    assert "ответ на уроке 3" in seen
    await anna.press("3")
    await anna.sees("Средний 4, а оценка 3.")
    await anna.press("Контрольные работы весомее")
    await anna.sees(with_button("✓ Ёлкин Б. · 3"))
    await anna.press("✓ Ёлкин Б. · 3")
    await anna.sees("контрольные работы весомее")
    await anna.press("5")
    await anna.say("Победа на олимпиаде")
    await anna.sees(with_button("✓ Ёлкин Б. · 5"))
    await anna.press("Проверить и сохранить (1)")
    seen = (await anna.sees("Ёлкин Борис: 5, Победа на олимпиаде")).text
    assert "Ещё без оценки: Иванова А." in seen
    assert "Страница останется открытой" in seen
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено: 1.")
    async with store.connection() as db:
        (row,) = await db.all(select(results))
        assert (row.value, row.reason) == ("5", "Победа на олимпиаде")
        assert await db.all(select(page_closures)) == []


async def be_a_college(store: SqlStore) -> None:
    """S1: half-years, a window, at least three marks."""
    await work_by(store, "s1")
    async with store.connection(writing=True) as db:
        await db.run(update(periods).values(kind="half_year"))
        await db.connection.commit()


@pytest.fixture
async def college(store: SqlStore) -> None:
    await be_a_college(store)


@pytest.mark.requirement("R-062", "R-064")
async def test_the_window_opens_a_week_before_the_end_and_closes_two_days_before(
    college: None, stage: Stage, anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await open_list(anna)
    seen = anna.screen.text
    assert "Выставлять можно с 18 октября (п. 4.4.5)." in seen
    assert "в течение последней недели каждого учебного периода" in seen
    await anna.press("Попросить завуча")
    await anna.sees("что открыть и почему")
    await anna.say("Уезжаю на курсы")
    await anna.sees("Просьба записана")
    asked = await pavel.sees("Кузнецова А. С. просит открыть: 7Б, алгебра, оценки за период")
    await pavel.press("Отклонить", asked)
    await pavel.sees("Напишите коротко почему")
    await pavel.say("Замените на неделю позже")
    await pavel.sees("Отклонено.")
    told = await anna.sees("7Б, алгебра: ваша просьба")
    assert "Замените на неделю позже" in told.text


@pytest.mark.requirement("R-065")
async def test_too_few_marks_are_refused_and_the_deputy_head_may_allow_it(
    college: None, stage: Stage, anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    await mark_everybody(store, DINA)
    await give(store, DINA, "5", "5")
    stage.clock.move(timedelta(days=5))
    await open_list(anna)
    assert "Петрова Д.: 5 · оценок 2 (устн. 2) → 5? (оценок 2 из 3)" in anna.screen.text
    await anna.press("⚠ Петрова")
    seen = (await anna.sees("Для итоговой нужно оценок: 3, а есть: 2 (п. 5.2).")).text
    assert not any(button.text == "5" for row in anna.screen.buttons for button in row)
    assert any(button.text == "н/а" for row in anna.screen.buttons for button in row)
    assert "Петрова Дина" in seen
    await anna.press("Попросить завуча")
    await anna.sees("Напишите в нескольких словах")
    await anna.say("Болела три недели, обе работы на пять")
    await anna.sees("Просьба записана")
    asked = await pavel.sees("мало оценок: Петрова Дина")
    await pavel.press("Разрешить", asked)
    await pavel.sees("Просьб нет.")
    decided = await anna.sees("7Б, алгебра: ваша просьба")
    assert "Разрешено" in decided.text
    await anna.press("К списку", decided)
    await anna.sees("7Б, алгебра")
    await anna.press("⚠ Петрова")
    await anna.press("5")
    await anna.sees(with_button("✓ Петрова Д. · 5"))
    await anna.press("Проверить и сохранить (1)")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено: 1.")
    async with store.connection() as db:
        (row,) = await db.all(select(results))
        assert (row.student_id, row.value, row.allowed_by) == (DINA, "5", 104)


async def test_the_lesson_leads_to_the_marks_of_its_period(
    stage: Stage, anna: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Итоговые")
    await anna.sees("7Б, алгебра: 1-я четверть")
    await anna.press("Другие классы")
    await anna.sees("Итоговые: 1-я четверть")


async def test_a_class_of_forty_stands_on_two_pages(stage: Stage, anna: Persona, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        for number in range(34):
            name = {"last_name": f"Яшин{number:02}", "first_name": "Ян", "middle_name": ""}
            person = await db.insert(people, search_name="яшин", created_at=LONG_AGO, **name)
            await db.insert(students, person_id=person)
            await db.insert(enrolments, student_id=person, unit_id=unit_id("7Б"), since=TERM)
        await db.connection.commit()
    await mark_everybody(store)
    await open_list(anna)
    assert sum(len(row) for row in anna.screen.buttons) <= 100
    await anna.press("Принять все предложенные (6)")
    await anna.sees(with_button("Стр. 2 ›"))
    await anna.press("Стр. 2 ›")
    seen = await anna.sees("Яшин33")
    assert "Иванова" not in seen.text
    # What was taken on the first page is saved from the second.
    assert any("Проверить и сохранить (6)" in button.text for row in seen.buttons for button in row)
    await anna.press("⚠ Яшин33")
    await anna.press("н/а")
    await anna.sees(with_button("✓ Яшин33 Я. · н/а"))
