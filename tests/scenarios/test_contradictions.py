"""«Не сходится»: entries that contradict each other, from the morning card to the one tap that mends them."""

from datetime import timedelta

import pytest

from notifications.scheduler import Scheduler
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id

SECOND = lesson_id("7Б", TODAY, 2)


async def contradict(stage: Stage, anna: Persona, maria: Persona, tatyana: Persona) -> None:
    """Egor stands as present, though his family's note says that he is ill; the checks have run."""
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Все на месте")
    await anna.sees("Сохран")
    if any("Сохранить" in button.text for row in anna.screen.buttons for button in row):
        await anna.press("Сохранить")
        await anna.sees("Сохранено")
    await tatyana.say("/absent")
    await tatyana.sees("Егор, отсутствие")
    await tatyana.press("Болеет")
    await tatyana.sees("Спасибо")
    await maria.say("/class")
    await maria.sees(with_button("Принять: Сидоров Е."))
    await maria.press("Принять: Сидоров Е.")
    await maria.sees("Принято")
    scheduler = Scheduler(stage.house)
    await scheduler.tick()
    stage.clock.move(timedelta(minutes=20))
    await scheduler.tick()


async def test_the_teacher_mends_it_with_one_tap(
    stage: Stage, anna: Persona, maria: Persona, tatyana: Persona
) -> None:
    await contradict(stage, anna, maria, tatyana)
    await anna.say("/menu")
    await anna.sees("Не сходится записей: 1.")
    anna.rest()
    await anna.press("Не сходится")
    shown = await anna.sees("по заявлению нет, а стоит на уроках: 2")
    assert "7Б, 14.10, Сидоров Егор" in shown.text
    await anna.press("1. Сидоров Е.")
    await anna.sees("Как было на самом деле?")
    await anna.press("Нет на месте: 2-й урок, алгебра")
    await anna.sees("Вопрос решён.")
    assert anna.taps == 3
    await anna.press("Остальные")
    await anna.sees("Всё сходится")


async def test_the_deputy_head_sees_the_count_in_the_morning_and_opens_the_lesson(
    stage: Stage, anna: Persona, maria: Persona, tatyana: Persona, pavel: Persona
) -> None:
    await contradict(stage, anna, maria, tatyana)
    await pavel.say("/morning")
    await pavel.sees(with_button("Не сходится (1)"))
    await pavel.press("Не сходится (1)")
    await pavel.sees("Сидоров Егор")
    await pavel.press("1. Сидоров Е.")
    shown = await pavel.sees("Как было на самом деле?")
    labels = [button.text for row in shown.buttons for button in row]
    assert not any(label.startswith("Нет на месте") for label in labels)
    await pavel.press("Попросить учителя")
    await pavel.sees("Учителя сегодня уже попросили.")
    asked = await anna.sees("Орлов П. О.: просьба проверить")
    assert "по заявлению нет, а стоит на уроках: 2" in asked.text
    await anna.press("Открыть и исправить")
    await anna.sees(with_button("Нет на месте: 2-й урок, алгебра"))
    await pavel.press("Открыть: 2-й урок, алгебра")
    await pavel.sees("Только просмотр")


@pytest.mark.requirement("R-125")
async def test_it_was_so_is_one_tap_or_a_word_and_is_never_asked_again(
    stage: Stage, anna: Persona, maria: Persona, tatyana: Persona, pavel: Persona
) -> None:
    await contradict(stage, anna, maria, tatyana)
    await maria.say("/menu")
    await maria.sees(with_button("Не сходится"))
    await maria.press("Не сходится")
    await maria.sees("Сидоров Егор")
    await maria.press("1. Сидоров Е.")
    await maria.sees("Как было на самом деле?")
    await maria.press("Своими словами")
    await maria.sees("Напишите в двух словах")
    await maria.say("пришёл ко второму уроку")
    await maria.sees("Всё сходится")
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Изменения")
    shown = await pavel.sees("не сходится: так и было")
    assert "Причина: пришёл ко второму уроку" in shown.text
