"""Marks painted, typed, checked at home, corrected."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables.marks import mark_revisions, marks, works
from storage.tables.outbox import events
from storage.tables.people import enrolments, people, students
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, TERM, TODAY, lesson_id, student_id, unit_id

LESSON = lesson_id("7Б", TODAY, 2)


async def open_marks(who: Persona) -> None:
    await who.say("/now")
    await who.sees("Отметьте, кого нет")
    await who.press("Назад")
    await who.sees("Осталось внести")
    await who.press("Оценки")
    await who.sees("Выберите оценку")


async def stored(store: SqlStore) -> list[tuple[int, int, str]]:
    async with store.connection() as db:
        rows = await db.all(
            select(marks.c.student_id, marks.c.place, marks.c.value)
            .where(marks.c.withdrawn_at.is_(None))
            .order_by(marks.c.student_id, marks.c.place)
        )
        return [(row.student_id, row.place, row.value) for row in rows]


@pytest.mark.requirement("R-047")
async def test_marks_are_painted_saved_told_after_the_hold_and_taken_back(
    anna: Persona, store: SqlStore
) -> None:
    await open_marks(anna)
    await anna.press("5")
    await anna.sees("Ставим 5")
    await anna.press("Иванова")
    await anna.press("Козлова")
    await anna.press("4")
    await anna.press("Козлова")
    await anna.sees(with_button("Козлова В. · + 5 4"))
    await anna.press("Сохранить (3)")
    saved = await anna.sees("Сохранено оценок: 3")
    assert "Семьи узнают в 10:10" in saved.text
    anya, vera = student_id("anya"), student_id("vera")
    assert await stored(store) == [(anya, 1, "5"), (vera, 1, "5"), (vera, 2, "4")]
    async with store.connection() as db:
        event = await db.first(select(events))
        assert event is not None
        assert (event.kind, event.payload["student_ids"]) == ("marks_saved", [anya, vera])
    await anna.press("Отменить")
    await anna.sees(with_button("Сохранить (3)"))
    assert await stored(store) == []


async def test_the_brushes_stand_below_the_names_beside_save(anna: Persona) -> None:
    await open_marks(anna)
    rows = [[button.text for button in row] for row in anna.screen.buttons]
    names = next(place for place, row in enumerate(rows) if any("Сидоров" in text for text in row))
    assert names < next(place for place, row in enumerate(rows) if "5" in row)


@pytest.mark.requirement("R-053")
async def test_a_comment_goes_with_the_painted_marks(anna: Persona, store: SqlStore) -> None:
    await open_marks(anna)
    await anna.press("5")
    await anna.press("Иванова")
    await anna.press("Комментарий")
    await anna.sees("Семья увидит его")
    await anna.say("Отличное доказательство")
    await anna.sees("Комментарий: Отличное доказательство")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")
    async with store.connection() as db:
        assert await db.scalar(select(marks.c.comment)) == "Отличное доказательство"


async def test_a_pair_brush_gives_two_marks_for_one_work_in_one_tap(anna: Persona, store: SqlStore) -> None:
    await open_marks(anna)
    await anna.press("Вид работы")
    await anna.press("диктант")
    await anna.sees("За что: диктант")
    await anna.press("пара")
    await anna.press("4/3")
    await anna.sees("Ставим 4/3")
    await anna.press("Иванова")
    await anna.press("Сохранить (2)")
    await anna.sees("Сохранено оценок: 2")
    assert await stored(store) == [(student_id("anya"), 1, "4"), (student_id("anya"), 2, "3")]


async def test_typed_marks_are_understood_doubtful_names_asked_and_the_absent_registered(
    anna: Persona, store: SqlStore, twins: None
) -> None:
    await open_marks(anna)
    await anna.say("Козлова 5, Орлов 4 3, нет: Сидоров, Хрюкин 2")
    shown = await anna.sees("Орлов: кто это?")
    assert "В классе нет такой фамилии: Хрюкин" in shown.text
    assert "Нет: Сидоров Е." in shown.text
    await anna.press("Орлов = Орлов Глеб")
    settled = await anna.sees(with_button("Сохранить (3)"))
    assert "В классе нет такой фамилии: Хрюкин" in settled.text
    await anna.press("Сохранить (3)")
    saved = await anna.sees("Сохранено оценок: 3")
    assert "Отмечено в перекличке, она ещё не сохранена.\nНет: Сидоров Е." in saved.text
    assert await stored(store) == [
        (student_id("vera"), 1, "5"),
        (student_id("gleb"), 1, "4"),
        (student_id("gleb"), 2, "3"),
    ]
    await anna.press("Перекличка")
    await anna.press("Сохранить (нет: 1)")
    await anna.press("К уроку")
    await anna.sees("Перекличка: нет Сидоров Е.")


async def test_marks_taken_back_take_the_typed_absences_back_too(anna: Persona, store: SqlStore) -> None:
    await open_marks(anna)
    await anna.say("Козлова 5, нет: Сидоров")
    await anna.sees("Нет: Сидоров Е.")
    await anna.press("Сохранить (1)")
    await anna.sees("Отмечено в перекличке")
    await anna.press("Отменить")
    await anna.sees(with_button("Козлова В. · + 5"))
    await anna.press("К уроку")
    card = await anna.sees("Осталось внести")
    assert "не сохранена" not in card.text, "the absence was taken back with the marks"


async def test_marks_undone_too_late_say_so_and_show_that_families_know(anna: Persona, stage: Stage) -> None:
    await open_marks(anna)
    await anna.say("Козлова 5")
    await anna.sees(with_button("Козлова В. · + 5"))
    await anna.press("Сохранить (1)")
    saved = await anna.sees("Семьи узнают в 10:10")
    stage.clock.move(timedelta(minutes=5))
    assert "Исправьте оценку" in await anna.press("Отменить", saved)
    told = await anna.sees("Семьи узнали в 10:10")
    assert not with_button("Отменить")(told)


async def test_a_mark_for_somebody_absent_asks_first(anna: Persona, store: SqlStore) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.press("К уроку")
    await anna.press("Оценки")
    await anna.press("5")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.sees("Работа сдана позже?")
    assert await stored(store) == []
    await anna.press("Да, сохранить")
    await anna.sees("Сохранено оценок: 1")


@pytest.mark.requirement("R-049")
async def test_a_written_work_stays_open_for_checking_and_its_marks_stand_under_its_own_day(
    anna: Persona, stage: Stage, store: SqlStore
) -> None:
    await open_marks(anna)
    await anna.press("Вид работы")
    await anna.press("контрольная")
    await anna.press("Работы собраны")
    await anna.sees("контрольная работа 14.10, до 21.10")
    stage.clock.move(timedelta(days=2))
    await anna.say("/now")
    await anna.sees(with_button("На проверке: 1"))
    await anna.press("На проверке: 1")
    await anna.press("7Б, алгебра")
    await anna.sees("контрольная работа 14.10, на проверке")
    await anna.press("4")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.sees("Сохранено оценок: 1")
    async with store.connection() as db:
        row = await db.first(select(marks.c.date, marks.c.late, works.c.kind).join(works))
        assert row is not None
        assert (row.date, row.late, row.kind) == (TODAY, False, "control")
    await anna.press("Проверка закончена")
    ended = await anna.sees("Проверка закончена.")
    assert "Без оценки: Ёлкин Б., " in ended.text
    await anna.press("Ещё проверяется")
    await anna.sees("контрольная работа 14.10, до 21.10")
    await anna.press("Внести оценки")
    await anna.sees(with_button("Проверка закончена"))
    await anna.press("Проверка закончена")
    await anna.sees("Проверка закончена.")
    await anna.press("К уроку")
    shown = await anna.sees(with_button("Перекличка"))
    assert not with_button("На проверке: 1")(shown)


@pytest.mark.requirement("R-050")
async def test_a_saved_mark_is_corrected_with_a_reason_that_is_kept(anna: Persona, store: SqlStore) -> None:
    await open_marks(anna)
    await anna.press("2")
    await anna.press("Иванова")
    await anna.press("Сохранить (1)")
    await anna.press("Ещё оценки")
    await anna.press("Исправить")
    await anna.press("Иванова А. · 2")
    await anna.sees("Какая оценка должна стоять?")
    await anna.press("4")
    await anna.sees("Новая оценка: 4")
    await anna.press("пересдача")
    shown = await anna.sees(with_button("Иванова А. · 4"))
    assert "Исправление сохранено" in shown.text
    async with store.connection() as db:
        rows = await db.all(select(mark_revisions).order_by(mark_revisions.c.revision))
        assert [(row.value_before, row.value_after, row.reason) for row in rows] == [
            (None, "2", None),
            ("2", "4", "retake"),
        ]


@pytest.mark.requirement("R-052", "R-060")
async def test_grade_one_has_a_register_and_no_mark_keyboard(svetlana: Persona, stage: Stage) -> None:
    await svetlana.say("/now")
    await svetlana.sees("1А, русский язык")
    await svetlana.press("Все на месте")
    await svetlana.press("К уроку")
    card = await svetlana.sees("Перекличка: все на месте")
    assert not with_button("Оценки")(card)
    assert "не ставятся" in await svetlana.press_data(card, f"mko:{lesson_id('1А', TODAY, 2)}")


async def test_twenty_five_marks_take_no_more_than_a_tap_each_and_the_brushes(
    anna: Persona, crowd: list[str], store: SqlStore
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Назад")
    anna.rest()
    await anna.press("Оценки")
    brushes = ("5", "4", "3", "2")
    for place, brush in enumerate(brushes):
        await anna.press(brush)
        for name in crowd[place::4]:
            await anna.press(name)
    await anna.press("Сохранить (25)")
    await anna.sees("Сохранено оценок: 25")
    assert len(await stored(store)) == 25
    assert anna.taps <= 25 + len(brushes) + 3


@pytest.fixture
async def crowd(store: SqlStore) -> list[str]:
    """Twenty-five more students in 7Б; their surnames."""
    names = [f"Ученик{chr(ord('а') + number)}" for number in range(25)]
    for number, name in enumerate(names):
        await enrol(store, 5000 + number, name, "Я")
    return names


@pytest.fixture
async def twins(store: SqlStore) -> None:
    """A second Orlov in 7Б."""
    await enrol(store, 5100, "Орлов", "Игорь")


async def enrol(store: SqlStore, number: int, last_name: str, first_name: str) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            people,
            id=number,
            last_name=last_name,
            first_name=first_name,
            search_name=last_name.lower(),
            created_at=LONG_AGO,
        )
        await db.insert(students, person_id=number)
        await db.insert(enrolments, student_id=number, unit_id=unit_id("7Б"), since=TERM)
        await db.connection.commit()
