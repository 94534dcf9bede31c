"""What was done to the journal, read by those who may: a lesson, a mark, a student, the school's day."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from handlers.audit.callbacks import HistoryCb, Of, SchoolHistoryCb
from notifications.jobs import JOBS
from notifications.scheduler import Scheduler
from storage.unit_of_work import SqlStore
from tests.scenarios.test_period_marks import mark_everybody, open_list
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, student_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)


async def fill_and_correct(anna: Persona) -> None:
    """A register with its correction, a mark with its own."""
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    await anna.press("Исправить")
    await anna.sees("Перекличка проведена")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    await anna.press("К уроку")
    await anna.sees("Осталось внести")
    await anna.press("Оценки")
    await anna.sees("Выберите оценку")
    await anna.press("3")
    await anna.press("Козлова")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")
    await anna.press("Ещё оценки")
    await anna.press("Исправить")
    await anna.sees("Какую оценку исправить?")
    await anna.press("Козлова")
    await anna.sees("Какая оценка")
    await anna.press("4")
    await anna.press("описка")
    await anna.sees("Исправление сохранено")


@pytest.mark.requirement("R-125", "R-050")
async def test_a_mark_tells_who_changed_it_when_from_where_and_why(anna: Persona) -> None:
    await fill_and_correct(anna)
    await anna.press("Козлова")
    await anna.sees("Какая оценка")
    await anna.press("История")
    shown = (await anna.sees("История: 7Б, алгебра, 2-й урок")).text
    assert "Анна Сергеевна Кузнецова · 14.10 10:05 · в чате" in shown
    assert "оценка исправлена: Козлова Вера 3 → 4" in shown
    assert "Причина: описка" in shown
    assert "оценки: Козлова Вера 3" in shown
    assert "Иванова" not in shown


@pytest.mark.requirement("R-125")
async def test_a_lessons_history_stands_on_its_card_the_newest_first(anna: Persona) -> None:
    await fill_and_correct(anna)
    await anna.say("/now")
    await anna.sees(with_button("История"))
    await anna.press("История")
    shown = (await anna.sees("История")).text
    told = [
        "оценка исправлена: Козлова Вера 3 → 4",
        "оценки: Козлова Вера 3",
        "перекличка исправлена: Иванова Аня нет → опоздание",
        "перекличка: Иванова Аня нет",
    ]
    assert [shown.index(line) for line in told] == sorted(shown.index(line) for line in told)
    await anna.press("К уроку")
    await anna.sees("7Б, алгебра")


@pytest.mark.requirement("R-125")
async def test_the_class_teacher_reads_what_was_written_of_a_student_of_the_own_class(
    anna: Persona, maria: Persona
) -> None:
    await fill_and_correct(anna)
    await maria.say("оценки Козловой")
    await maria.sees("Козлова Вера")
    await maria.press("История")
    shown = (await maria.sees("История: Козлова Вера, 7Б")).text
    assert "14.10: оценка исправлена: Козлова Вера 3 → 4" in shown
    assert "Иванова" not in shown


@pytest.mark.requirement("R-121")
async def test_the_deputy_head_goes_from_the_journal_to_a_student_and_what_was_written_of_her(
    anna: Persona, pavel: Persona
) -> None:
    await fill_and_correct(anna)
    await pavel.say("/journals")
    await pavel.sees("Какой класс?")
    await pavel.press("7Б")
    await pavel.sees("7Б, среда, 14 октября")
    await pavel.press("Ученики")
    await pavel.sees("7Б: ученики")
    await pavel.press("Козлова")
    shown = (await pavel.sees("Козлова Вера, 7Б")).text
    assert "алгебра: 4" in shown.lower()
    await pavel.press("История")
    await pavel.sees("История: Козлова Вера, 7Б")


@pytest.mark.requirement("R-125", "R-121")
async def test_the_deputy_head_reads_the_schools_day_and_one_persons_changes(
    anna: Persona, maria: Persona, pavel: Persona
) -> None:
    await fill_and_correct(anna)
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Изменения")
    shown = (await pavel.sees("Изменения: среда, 14 октября")).text
    assert "7Б, алгебра 14.10, 2-й урок: перекличка: Иванова Аня нет" in shown
    await pavel.press("Кузнецова А. С.")
    await pavel.sees("Изменения: среда, 14 октября. Кузнецова А. С.")
    await pavel.press("Изменения всех")
    await pavel.sees("Изменения: среда, 14 октября")
    await pavel.press("‹ вт 13.10")
    await pavel.sees("Изменений пока нет.")


@pytest.mark.requirement("R-016")
async def test_nobody_reads_the_history_of_what_is_not_open_to_them(
    stage: Stage, anna: Persona, nikolai: Persona, olga: Persona, svetlana: Persona
) -> None:
    await fill_and_correct(anna)
    forged = (
        HistoryCb(of=Of.LESSON, id=LESSON),
        HistoryCb(of=Of.MARK, id=1),
        HistoryCb(of=Of.STUDENT, id=student_id("anya")),
        HistoryCb(of=Of.NOTICE, id=1),
        HistoryCb(of=Of.RESULTS, id=unit_id("7Б"), sub=21),
        SchoolHistoryCb(),
    )
    for who in (nikolai, svetlana, olga):
        await who.say("/menu")
        home = await who.sees("")
        for data in forged:
            await who.press_data(home, data.pack())
            seen = who.phone.last.text
            assert "Козлова" not in seen
            assert "Иванова Аня нет" not in seen


@pytest.mark.requirement("R-125")
async def test_the_administrator_hears_that_the_memory_was_changed_from_outside(
    stage: Stage, anna: Persona, admin: Persona, pavel: Persona
) -> None:
    await fill_and_correct(anna)
    async with stage.house.store.connection(writing=True) as db:
        if db.dialect == "postgresql":
            await db.run(text("SET LOCAL session_replication_role = replica"))
        else:
            await db.run(text("DROP TRIGGER audit_keeps_its_entries"))
        await db.run(text("UPDATE audit SET reason = 'appeal' WHERE action = 'mark.correct'"))
        await db.connection.commit()
    scheduler = Scheduler(stage.house, [job for job in JOBS if job.name == "memory"])
    await scheduler.tick()
    stage.clock.move(timedelta(days=1))
    await scheduler.tick()
    told = await admin.sees("История журнала изменена в обход журнала.")
    assert "unit:11, запись 4: изменены значения в записи" in told.text
    await pavel.sees_nothing("в обход журнала")


@pytest.mark.requirement("R-125")
async def test_period_marks_tell_their_history_on_their_page_and_under_the_student(
    anna: Persona, maria: Persona, store: SqlStore
) -> None:
    await mark_everybody(store)
    await open_list(anna)
    await anna.press("Принять все предложенные (6)")
    await anna.sees(with_button("Проверить и сохранить (6)"))
    await anna.press("Проверить и сохранить (6)")
    await anna.sees("Будет выставлено")
    await anna.press("Сохранить (6)")
    await anna.sees("Сохранено: 6.")
    await open_list(anna)
    await anna.press("История")
    shown = (await anna.sees("История: 7Б: оценки за периоды и год")).text
    assert "оценки за период: " in shown
    assert "Иванова Аня 5" in shown
    await maria.say("оценки Ивановой")
    await maria.sees("Иванова Аня")
    await maria.press("История")
    told = (await maria.sees("История: Иванова Аня, 7Б")).text
    assert "оценки за период: Иванова Аня 5" in told
    assert "Сидоров" not in told
