"""«Я заболел(а)»: a teacher says it in two taps, the deputy head decides about every lesson."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.deputy.callbacks import DecideCoverCb
from journal.model.covering import Outcome
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona, with_button
from tests.support.school import TODAY, lesson_id, person_id

TOMORROW = TODAY + timedelta(days=1)
LESSON = lesson_id("7Б", TOMORROW, 1)


async def fall_ill(anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Все уроки")
    await anna.press("Я заболел(а)")
    await anna.sees("На сколько?")
    await anna.press("Завтра")
    await anna.sees("Выздоравливайте! Завуч уже знает.")


async def row_of(store: SqlStore, number: int) -> tuple[object, ...]:
    async with store.connection() as db:
        row = await db.first(select(lessons).where(lessons.c.id == number))
        assert row is not None
        return (row.status, row.substitute_id, row.slot)


@pytest.mark.requirement("R-070")
async def test_the_deputy_head_hears_at_once_and_names_a_substitute_with_three_taps(
    anna: Persona, pavel: Persona, maria: Persona, olga: Persona, store: SqlStore
) -> None:
    await fall_ill(anna)
    await pavel.sees("Кузнецова А. С.: отсутствует. Уроков ждут решения: 2.")
    pavel.rest()
    await pavel.press("Решить по урокам")
    await pavel.press("чт 15.10, 1. 7Б, алгебра")
    shown = await pavel.sees("Свободны в это время")
    assert "По расписанию: Кузнецова А. С." in shown.text
    await pavel.press("Белова М. И.: русский язык")
    await pavel.sees("ждут решения: 1")
    assert pavel.taps == 3
    assert await row_of(store, LESSON) == ("cancelled", None, 1)
    async with store.connection() as db:
        new = await db.first(
            select(lessons).where(
                lessons.c.date == TOMORROW,
                lessons.c.slot == 1,
                lessons.c.status == "planned",
                lessons.c.unit_id == 11,
            )
        )
        assert new is not None
        assert new.teacher_id == person_id("maria")
    await olga.sees("отменён")


async def test_a_lesson_may_be_cancelled_or_the_last_one_moved_into_its_place(
    anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    await fall_ill(anna)
    await pavel.sees("отсутствует")
    await pavel.press("Решить по урокам")
    await pavel.press("чт 15.10, 1. 7Б")
    await pavel.press("Перенести сюда: русский язык")
    await pavel.sees("Семьи и учителя узнают сразу.")
    await pavel.press("Перенести")
    await pavel.sees("ждут решения: 1")
    assert await row_of(store, LESSON) == ("cancelled", None, 1)
    assert (await row_of(store, lesson_id("7Б", TOMORROW, 2)))[2] == 1
    await pavel.press("чт 15.10, 3. 7А")
    await pavel.press("Отменить урок")
    await pavel.sees("Отменить этот урок?")
    assert (await row_of(store, lesson_id("7А", TOMORROW, 3)))[0] == "planned"
    await pavel.press("Отменить урок")
    await pavel.sees("по всем урокам решено")
    assert (await row_of(store, lesson_id("7А", TOMORROW, 3)))[0] == "cancelled"


async def test_a_second_decision_and_a_forged_one_change_nothing(
    anna: Persona, pavel: Persona, nikolai: Persona, store: SqlStore
) -> None:
    await fall_ill(anna)
    await pavel.sees("отсутствует")
    await pavel.press("Решить по урокам")
    await pavel.press("чт 15.10, 1. 7Б")
    shown = await pavel.sees(with_button("Отменить урок"))
    await pavel.press("Отменить урок")
    await pavel.sees("Отменить этот урок?")
    await pavel.press("Отменить урок")
    await pavel.sees("ждут решения: 1")
    again = DecideCoverCb(lesson=LESSON, outcome=Outcome.SAME_SUBJECT, person=person_id("nikolai")).pack()
    assert "уже решено" in await pavel.press_data(shown, again)
    other = lesson_id("7А", TOMORROW, 3)
    await nikolai.say("/now")
    mine = await nikolai.sees(with_button("Все уроки"))
    await nikolai.press_data(mine, DecideCoverCb(lesson=other, outcome=Outcome.CANCELLED, sure=True).pack())
    assert await row_of(store, other) == ("planned", None, 3)
