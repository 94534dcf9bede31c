"""Words instead of marks: phrases of grade 1, remarks and thanks for one family."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.remarks.callbacks import GiveRemarkCb
from journal.model.remarks import RemarkKind
from storage.tables.marks import marks
from storage.tables.remarks import remarks
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_lesson import LESSON, open_card
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, student_id


async def standing(store: SqlStore) -> list[tuple[int, str]]:
    async with store.connection() as db:
        rows = await db.all(select(remarks).where(remarks.c.withdrawn_at.is_(None)))
        return [(row.student_id, row.said) for row in rows]


@pytest.mark.requirement("R-052")
async def test_grade_one_is_told_in_words_how_it_does_and_never_in_marks(
    svetlana: Persona, store: SqlStore
) -> None:
    await svetlana.say("/now")
    await svetlana.sees("Отметьте, кого нет")
    await svetlana.press("Назад")
    card = await svetlana.sees(with_button("Как справляются"))
    assert not with_button("Оценки")(card)
    await svetlana.press("Как справляются")
    await svetlana.sees("Оценок здесь не ставят")
    await svetlana.press("справляется с небольшой помощью")
    await svetlana.press("Белова М.")
    await svetlana.sees(with_button("✓ Белова М."))
    assert await standing(store) == [(student_id("masha"), "with_help")]
    async with store.connection() as db:
        assert await db.all(select(marks)) == []


@pytest.mark.requirement("R-052")
async def test_the_palette_is_the_teachers_own(svetlana: Persona, store: SqlStore) -> None:
    await svetlana.say("/now")
    await svetlana.sees("Отметьте, кого нет")
    await svetlana.press("Назад")
    await svetlana.press("Как справляются")
    await svetlana.say("Читает по слогам уверенно")
    await svetlana.sees("Как справляются: Читает по слогам уверенно")
    await svetlana.press("Белова М.")
    await svetlana.press("Другие слова")
    await svetlana.sees(with_button("Читает по слогам уверенно · 1"))
    await svetlana.press("Изменить слова")
    await svetlana.press("✕ пока учится")
    await svetlana.press("✕ Читает")
    await svetlana.press("Готово")
    shown = await svetlana.sees("Оценок здесь не ставят")
    assert not with_button("пока учится")(shown)
    assert not with_button("Читает")(shown)
    assert await standing(store) == [(student_id("masha"), "Читает по слогам уверенно")]


async def test_a_remark_takes_three_taps_and_its_family_alone_hears_of_it_after_the_hold(
    anna: Persona, olga: Persona, tatyana: Persona, stage: Stage, store: SqlStore
) -> None:
    await open_card(anna)
    anna.rest()
    await anna.press("Замечание")
    await anna.press("не готов(а) к уроку")
    await anna.press("Иванова А.")
    assert anna.taps == 3
    await anna.sees(with_button("✓ Иванова А."))
    stage.clock.move(timedelta(hours=6))
    await olga.sees("Аня: замечание: не готов(а) к уроку (алгебра, 14.10).")
    assert all("не готов(а)" not in message.text for message in tatyana.phone.messages)
    assert await standing(store) == [(student_id("anya"), "unready")]


async def test_a_remark_taken_back_within_the_hold_is_heard_by_nobody(
    anna: Persona, olga: Persona, tatyana: Persona, stage: Stage, store: SqlStore
) -> None:
    await open_card(anna)
    await anna.press("Благодарность")
    await anna.press("помог(ла) товарищам")
    await anna.press("Иванова А.")
    await anna.press("✓ Иванова А.")
    await anna.press("Сидоров Е.")
    await anna.sees(with_button("✓ Сидоров Е."))
    assert await standing(store) == [(student_id("egor"), "helped")]
    stage.clock.move(timedelta(hours=6))
    await tatyana.sees("Егор: благодарность: помог(ла) товарищам")
    assert all("товарищам" not in message.text for message in olga.phone.messages)


async def test_a_tap_sent_twice_says_it_once_and_a_forged_student_is_refused(
    anna: Persona, store: SqlStore
) -> None:
    await open_card(anna)
    await anna.press("Замечание")
    await anna.sees("Замечание — это факт")

    def tap(student: int, lesson: int = LESSON) -> str:
        return GiveRemarkCb(
            lesson=lesson, kind=RemarkKind.REMARK, code="unready", student=student, given=True
        ).pack()

    for _ in range(2):
        await anna.press_data(anna.screen, tap(student_id("anya")))
    await anna.press_data(anna.screen, tap(student_id("petya")))
    await anna.press_data(anna.screen, tap(student_id("masha"), lesson_id("1А", TODAY, 2)))
    assert await standing(store) == [(student_id("anya"), "unready")]
