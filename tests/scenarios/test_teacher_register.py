"""The first minute of a lesson: Anna takes the register of 7Б."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from journal.model.subscriptions import Mode, Topic
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.outbox import subscriptions
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_marks import enrol
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import NOW, TODAY, person_id, student_id


@pytest.mark.requirement("R-055", "R-061")
async def test_a_register_with_two_absent_takes_four_taps_from_an_open_chat(anna: Persona) -> None:
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    anna.rest()
    await anna.press("Урок сейчас")
    shown = await anna.sees("7Б, алгебра, 2-й урок")
    assert "Отметьте, кого нет" in shown.text
    await anna.press("Иванова")
    await anna.sees(with_button("✗ Иванова"))
    await anna.press("Сидоров")
    await anna.press("Сохранить (нет: 2)")
    saved = await anna.sees("Сохранено. Нет: 2.")
    assert "Семьи узнают в 10:10" in saved.text
    assert (anna.taps, anna.typed) == (4, 0)


@pytest.mark.requirement("R-055")
async def test_everyone_present_takes_two_taps(anna: Persona) -> None:
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    anna.rest()
    await anna.press("Урок сейчас")
    await anna.press("Все на месте")
    await anna.sees("Сохранено. Все на месте.")
    assert anna.taps == 2


async def test_a_tap_cycles_through_absent_and_late_back_to_present(anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    for sign in ("✗ Иванова А. · нет", "◔ Иванова А. · опоздание", "✓ Иванова А."):
        await anna.press("Иванова")
        await anna.sees(with_button(sign))
    await anna.press("Все на месте")


async def test_undo_brings_the_taps_back_and_a_late_undo_explains_itself(anna: Persona, stage: Stage) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    assert "не сообщали" in await anna.press("Отменить")
    shown = await anna.sees(with_button("✗ Иванова"))
    await anna.press("Сохранить", shown)
    saved = await anna.sees("Сохранено")
    stage.clock.move(timedelta(minutes=5))
    assert "уже" in await anna.press("Отменить", saved)
    told = await anna.sees("Семьи узнали в 10:10")
    assert not with_button("Отменить")(told)


async def test_undoing_a_correction_says_so_and_leaves_nothing_to_be_saved(
    anna: Persona, stage: Stage
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    stage.clock.move(timedelta(minutes=6))
    await anna.press("Исправить")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Опоздали: 1")
    assert await anna.press("Отменить") == "Исправление отменено."
    shown = await anna.sees(with_button("✗ Иванова А. · нет"))
    assert "не сохранены" not in shown.text


async def test_taps_left_unsaved_are_named_on_the_card(anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Назад")
    await anna.sees("Перекличка не сохранена, отмечено: 1")


async def test_a_save_pressed_twice_is_harmless(anna: Persona) -> None:
    await anna.say("/now")
    shown = await anna.sees("Отметьте, кого нет")
    save = next(b.data for row in shown.buttons for b in row if "Все на месте" in b.text)
    await anna.press("Все на месте")
    saved = await anna.sees("Сохранено. Все на месте.")
    await anna.press_data(saved, save)
    assert "Сохранено. Все на месте." in anna.phone.last.text


async def test_after_the_register_now_shows_the_lesson_and_what_is_missing(anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Все на месте")
    await anna.press("К уроку")
    card = await anna.sees("Осталось внести")
    assert "тема, задание. Срок 17:00" in card.text
    await anna.press("7А")
    await anna.sees("7А, алгебра, 3-й урок")
    await anna.press("Все уроки")
    await anna.sees("среда, 14 октября")


@pytest.mark.requirement("R-016", "R-017")
async def test_a_guardian_with_forged_buttons_gets_nothing_of_a_register(
    olga: Persona, anna: Persona
) -> None:
    await anna.say("/now")
    shown = await anna.sees("Отметьте, кого нет")
    await olga.say("/menu")
    mine = await olga.sees()
    for row in shown.buttons:
        for button in row:
            answer = await olga.press_data(mine, button.data or "")
            assert "Иванова" not in answer
            assert "7Б, алгебра" not in olga.phone.last.text


async def test_who_left_early_and_by_how_many_minutes_stands_in_the_register(
    anna: Persona, store: SqlStore
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Ушли раньше")
    await anna.sees("Кто ушёл до конца урока?")
    await anna.press("Сидоров")
    await anna.press("Сохранить (нет: 0, опоздали: 0, ушли: 1)")
    saved = await anna.sees("Ушли раньше: Сидоров Е.")
    assert "Все на месте" not in saved.text
    await anna.press("На сколько минут")
    await anna.press("→ Сидоров Е. · ? мин")
    await anna.press("→ Сидоров Е. · 5 мин")
    await anna.sees(with_button("→ Сидоров Е. · 10 мин"))
    async with store.connection() as db:
        row = await db.first(select(attendance))
        assert row is not None
        assert (row.status, row.minutes) == ("left_early", 10)


async def test_somebody_present_despite_an_accepted_note_is_asked_about_once(
    anna: Persona, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            absence_notes,
            student_id=student_id("egor"),
            account_id=person_id("tatyana"),
            starts_on=TODAY,
            ends_on=TODAY,
            reason="ill",
            status="accepted",
            created_at=NOW,
        )
        await db.connection.commit()
    await anna.say("/now")
    await anna.sees(with_button("✗ Сидоров"))
    await anna.press("Сидоров")
    await anna.press("Сидоров")
    await anna.press("Все на месте")
    asked = await anna.sees("Они точно на уроке?")
    assert "Сидоров Егор: семья предупредила" in asked.text
    async with store.connection() as db:
        assert await db.all(select(registers)) == []
    await anna.press("Да, на уроке")
    await anna.sees("Сохранено. Все на месте.")


@pytest.mark.requirement("R-055")
async def test_a_class_of_forty_is_one_screen_and_no_tap_is_lost_on_the_way_about(
    anna: Persona, store: SqlStore
) -> None:
    for number in range(34):
        await enrol(store, 7000 + number, f"Яшин{number:02}", "Ян")
    await anna.say("/now")
    shown = await anna.sees("Отметьте, кого нет")
    assert sum(len(row) for row in shown.buttons) <= 100
    assert all(len(row) <= 8 for row in shown.buttons)
    anna.rest()
    await anna.press("Иванова")
    await anna.press("Яшин33")
    assert anna.taps == 2
    # Away to the marks and back: the taps wait in the draft.
    await anna.press("Назад")
    await anna.sees("не сохранена, отмечено: 2")
    await anna.press("Оценки")
    marks = await anna.sees("Выберите оценку")
    assert sum(len(row) for row in marks.buttons) <= 100
    await anna.press("5")
    await anna.press("Яшин32")
    await anna.press("К уроку")
    await anna.sees("не сохранена, отмечено: 2")
    await anna.press("Перекличка")
    await anna.press("Сохранить (нет: 2)")
    saved = await anna.sees("Нет: 2")
    assert "Яшин33" in saved.text
    await anna.press("К уроку")
    await anna.press("Оценки")
    await anna.sees(with_button("Яшин32 Я. · + 5"))
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")


@pytest.mark.requirement("R-055")
async def test_a_save_names_the_absent_whose_family_is_not_connected_and_promises_them_nothing(
    anna: Persona,
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Ёлкин")
    await anna.sees(with_button("✗ Ёлкин"))
    await anna.press("Сохранить")
    saved = await anna.sees("Сохранено. Нет: 1.")
    assert "Семья не подключена: Ёлкин Б." in saved.text
    assert "Семьи узнают" not in saved.text
    await anna.press("Исправить")
    await anna.press("Сидоров", await anna.sees(with_button("Сидоров")))
    await anna.sees(with_button("✗ Сидоров"))
    await anna.press("Сохранить")
    more = await anna.sees("Сохранено. Нет: 2.")
    assert "Семья не подключена: Ёлкин Б." in more.text
    assert "Семьи узнают в 10:10" in more.text


async def test_lateness_is_promised_to_families_that_hear_of_it_at_once_alone(
    anna: Persona, stage: Stage
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.insert(
            subscriptions,
            account_id=person_id("tatyana"),
            student_id=student_id("egor"),
            kind=Topic.LATENESS,
            mode=Mode.AT_ONCE,
            changed_at=NOW,
        )
        await db.connection.commit()
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    for sign in ("✗ Иванова", "◔ Иванова"):
        await anna.press("Иванова")
        await anna.sees(with_button(sign))
    await anna.press("Сохранить (опоздали: 1)")
    saved = await anna.sees("Сохранено. Опоздали: 1.")
    assert "Семьи узнают" not in saved.text
    await anna.press("Отменить", saved)
    await anna.sees(with_button("◔ Иванова"))
    for sign in ("✗ Сидоров", "◔ Сидоров"):
        await anna.press("Сидоров")
        await anna.sees(with_button(sign))
    await anna.press("Сохранить")
    assert "Семьи узнают в 10:10" in (await anna.sees("Сохранено. Опоздали: 2.")).text
