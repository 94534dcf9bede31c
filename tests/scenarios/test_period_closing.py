"""The closing of a period by the deputy head: who has not set what, reminders, pages opened again, orders."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables.control import audit
from storage.tables.marks import page_closures, result_orders, results
from storage.tables.school import periods
from storage.unit_of_work import SqlStore
from tests.scenarios.test_period_marks import ANYA, mark_everybody, open_list
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage


async def set_all(anna: Persona) -> None:
    await open_list(anna)
    await anna.press("Принять все предложенные")
    await anna.press("Проверить и сохранить")
    await anna.press("Сохранить (6)")
    await anna.sees("Сохранено: 6.")


@pytest.mark.requirement("R-064")
async def test_the_deputy_head_reminds_all_in_two_taps(
    stage: Stage, pavel: Persona, anna: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    stage.clock.move(timedelta(hours=5))
    await pavel.say("/menu")
    await pavel.sees("День школы")
    pavel.rest()
    await pavel.press("Закрытие периода")
    seen = (await pavel.sees("Итоговые по школе: 1-я четверть")).text
    assert "Кузнецова А. С.: 7А, алгебра · 0 из 2; 7Б, алгебра · 0 из 6" in seen
    await pavel.press("Напомнить всем")
    await pavel.sees("Напомнили учителям: 4.")
    assert pavel.taps == 2
    news = await anna.sees("Осталось выставить итоговые: 1-я четверть")
    await anna.press("7Б, алгебра · осталось: 6", news)
    await anna.sees("7Б, алгебра: 1-я четверть")
    await pavel.press("Кузнецова А. С.")
    await pavel.sees("Кузнецова А. С.: 1-я четверть")
    await pavel.press("7Б, алгебра")
    seen = (await pavel.sees("7Б, алгебра: 1-я четверть")).text
    assert "Иванова А.: 4,67 · оценок 3 (устн. 3) → 5?" in seen


@pytest.mark.requirement("R-051", "R-054")
async def test_a_closed_page_is_opened_with_a_reason_corrected_and_closed_again(
    stage: Stage, pavel: Persona, anna: Persona, olga: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await set_all(anna)
    stage.clock.move(timedelta(hours=6))
    told = await olga.sees("Аня: 1-я четверть")
    assert "Алгебра: 5" in told.text
    await anna.press("К списку")
    seen = (await anna.sees("страница закрыта")).text
    assert "Иванова А.: 4,67 · оценок 3 (устн. 3) → 5" in seen
    await anna.press("Попросить завуча")
    await anna.say("Описка у Ивановой")
    await anna.sees("Просьба записана")
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Просьбы")
    await pavel.press("1. Открыть")
    await anna.press("К списку")
    await anna.sees(with_button("Иванова А. · 5"))
    await anna.press("Иванова А. · 5")
    await anna.sees("Выставлено: 5.")
    await anna.press("4")
    await anna.sees("Было 5, будет 4.")
    await anna.press("Описка")
    await anna.press("Проверить и сохранить (1)")
    await anna.sees("Иванова Аня: 5 → 4, описка")
    await anna.press("Сохранить (1)")
    await anna.sees("страница закрыта")
    stage.clock.move(timedelta(minutes=30))
    await olga.sees("Алгебра: 4 (было 5)")
    async with store.connection() as db:
        row = await db.first(select(results).where(results.c.student_id == ANYA))
        assert row is not None
        assert (row.value, row.revision, row.reason) == ("4", 1, "slip")
        closed = await db.all(select(page_closures).order_by(page_closures.c.id))
        assert [(one.reopen_reason, one.reopened_at is None) for one in closed] == [
            ("Описка у Ивановой", False),
            (None, True),
        ]
        entry = await db.first(select(audit).where(audit.c.action == "result.correct"))
        assert entry is not None
        assert (entry.before, entry.after, entry.reason) == ({"value": "5"}, {"value": "4"}, "slip")


@pytest.mark.requirement("R-062", "R-064")
async def test_the_last_day_is_set_by_order(
    stage: Stage, pavel: Persona, anna: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await pavel.say("/closing")
    await pavel.sees("Итоговые по школе")
    await pavel.press("Сроки по приказу")
    await pavel.sees("1-я четверть: до 25 октября, приказа нет")
    await pavel.press("1-я четверть")
    await pavel.sees("Напишите последний день и номер приказа")
    await pavel.say("когда-нибудь")
    await pavel.sees("Не вижу даты")
    await pavel.say("13.10.2026 № 87-о")
    await pavel.sees("1-я четверть: до 13 октября, приказ № 87-о")
    async with store.connection() as db:
        row = await db.first(select(periods).where(periods.c.id == 1))
        assert row is not None
        assert row.order_number == "87-о"
    await open_list(anna)
    seen = anna.screen.text
    assert "Срок был до конца 13.10 (п. 4.5)" in seen
    await pavel.press("Экзамен")
    await pavel.sees("Напишите последний день")
    await pavel.say("9-11 классы 25.05.2027 № 12")
    await pavel.sees("Экзамен, 9–11 классы: до 25 мая, приказ № 12")
    async with store.connection() as db:
        (order,) = await db.all(select(result_orders))
        assert (order.kind, order.grade_from, order.grade_to) == ("exam", 9, 11)
