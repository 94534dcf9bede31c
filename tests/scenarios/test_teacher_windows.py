"""Where the regulation refuses: the clause in its own words, the draft safe, and a way on."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables.marks import entry_requests, marks
from storage.tables.school import school
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import person_id


@pytest.fixture
async def strict_school(store: SqlStore) -> None:
    """The little school works by S0, which forbids back-dating and correcting marks."""
    await work_by(store, "s0")


@pytest.fixture
async def forbearing_school(store: SqlStore) -> None:
    """The little school works by S1, which allows corrections until the period mark, and says so."""
    await work_by(store, "s1")


async def work_by(store: SqlStore, preset: str) -> None:
    async with store.connection(writing=True) as db:
        await db.run(school.update().values(regulation=f'preset = "{preset}"\n'))
        await db.connection.commit()


@pytest.mark.requirement("R-039", "R-050")
async def test_a_back_dated_mark_is_refused_with_its_clause_and_the_deputy_head_can_be_asked(
    strict_school: None, anna: Persona, stage: Stage, store: SqlStore
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Оценки")
    await anna.press("5")
    await anna.press("Иванова")
    draft = await anna.sees(with_button("Сохранить (1)"))
    stage.clock.move(timedelta(days=1))
    await anna.press("Сохранить (1)")
    refused = await anna.sees("За прошедший день оценки закрыты (п. 4.2)")
    assert "«задним числом» запрещено" in refused.text
    await anna.press("Попросить завуча", refused)
    await anna.sees("что открыть и почему")
    await anna.say("Не было связи, прошу открыть 7Б за 14.10")
    await anna.sees("Просьба записана. Черновик цел.")
    async with store.connection() as db:
        assert await db.all(select(marks)) == []
        row = (await db.all(select(entry_requests)))[0]
        assert (row.kind, row.requested_by, row.status) == ("lesson_mark", person_id("anna"), "waiting")
    assert any(button.text == "Сохранить (1)" for line in draft.buttons for button in line)


@pytest.mark.requirement("R-050")
async def test_where_nothing_is_corrected_a_saved_mark_shows_the_clause_and_no_undo(
    strict_school: None, anna: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Оценки")
    await anna.press("5")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    saved = await anna.sees("Сохранено оценок: 1")
    assert not with_button("Отменить")(saved)
    await anna.press("Ещё оценки")
    await anna.press("Исправить")
    await anna.press("Иванова А. · 5")
    shown = await anna.sees("После сохранения оценку изменить нельзя (п. 4.2)")
    assert "Исправление отметок" in shown.text
    assert with_button("Попросить завуча")(shown)


@pytest.mark.requirement("R-038")
async def test_a_late_entry_is_accepted_and_says_that_it_is_flagged(anna: Persona, stage: Stage) -> None:
    stage.clock.move(timedelta(hours=8))
    await anna.say("/now")
    await anna.sees("Уроки на сегодня закончились.")
    await anna.press("3. 7А")
    card = await anna.sees("7А, алгебра, 3-й урок")
    assert "Срок прошёл" in card.text
    await anna.press("Перекличка")
    await anna.press("Все на месте")
    await anna.sees("Внесено после срока: запись помечена (п. 4.5)")


async def test_a_late_correction_of_a_register_in_time_says_so_with_its_clause(
    anna: Persona, stage: Stage
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Все на месте")
    saved = await anna.sees("Сохранено")
    assert "после срока" not in saved.text
    stage.clock.move(timedelta(days=1))
    await anna.press("Исправить", saved)
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Исправлено после срока: время исправления записано (п. 4.5)")


async def test_late_marks_are_warned_of_and_flagged_with_the_clause(anna: Persona, stage: Stage) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    card = await anna.sees("7Б, алгебра")
    stage.clock.move(timedelta(days=1))
    await anna.press("Оценки", card)
    await anna.sees("Срок прошёл: оценки будут помечены как поздние (п.")
    await anna.press("5")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.sees("Внесено после срока: запись помечена (п.")


async def test_a_correction_names_the_clause_it_is_made_under(forbearing_school: None, anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    await anna.press("Оценки")
    await anna.press("2")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.press("Ещё оценки")
    await anna.press("Исправить")
    await anna.press("Иванова А. · 2")
    await anna.press("4")
    await anna.press("описка")
    await anna.sees("Исправление сохранено (п. 4.4.1)")
