"""The deputy head's morning: empty pages, one nudge for all, attendance, requests, any page to look at."""

from datetime import timedelta

import pytest

from handlers.lessons.callbacks import AskDeputyCb
from journal.entry import Record
from journal.lessons import substitution
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, CtxOf, lesson_id

AFTERNOON = timedelta(hours=4)


async def test_all_who_are_late_are_reminded_in_two_taps(
    pavel: Persona, anna: Persona, nikolai: Persona, stage: Stage
) -> None:
    stage.clock.move(AFTERNOON)
    await pavel.say("/menu")
    await pavel.sees(with_button("День школы"))
    pavel.rest()
    await pavel.press("День школы")
    shown = await pavel.sees("Ещё не внесено: 6, ближайший срок 17:00.")
    assert "Уроков прошло: 6. Учителей, у которых внесено не всё: 4." in shown.text
    assert "‼" not in shown.text
    assert "• Громов Н. П.: 7Б, 3-й урок (перекличка, тема, задание)" in shown.text
    assert "учителям: 4" in await pavel.press("Напомнить всем (4)")
    assert pavel.taps == 2
    await anna.sees("7А", within=10)
    await nikolai.sees("7Б", within=10)
    await pavel.sees("Напомнили учителям: 4.")
    stage.clock.move(timedelta(minutes=1))
    await pavel.say("/morning")
    await pavel.sees("Ещё не внесено")
    assert "меньше часа назад" in await pavel.press("Напомнили в 14:05")
    stage.clock.move(timedelta(hours=4))
    await pavel.say("/morning")
    late = await pavel.sees("Не заполнено в срок уроков: 6.")
    assert "Ещё не внесено" not in late.text
    assert "‼ срок прошёл" in late.text
    assert "учителям: 4" in await pavel.press("Напомнили в 14:05 · ещё раз")


async def test_a_teachers_row_opens_the_teachers_own_empty_pages(
    pavel: Persona, nikolai: Persona, stage: Stage
) -> None:
    stage.clock.move(AFTERNOON)
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Громов Н. П. · 1")
    await pavel.sees("• 7Б, 3-й урок (перекличка, тема, задание)")
    assert "учителям: 1" in await pavel.press("Напомнить")
    await pavel.sees(with_button("Напомнили в 14:05"))
    await nikolai.sees("7Б", within=10)
    await pavel.press("7Б, 3. география")
    await pavel.sees("Переклички ещё нет.")


async def test_a_class_with_many_ill_stands_out(
    pavel: Persona, anna: Persona, tatyana: Persona, olga: Persona
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    for name in ("Иванова", "Сидоров"):
        await anna.press(name)
    await anna.press("Сохранить")
    await tatyana.say("/absent")
    await tatyana.sees("Егор")
    await tatyana.press("Болеет")
    await olga.say("/absent")
    await olga.sees("Кого не будет")
    await olga.press("Аня")
    await olga.press("Болеет")
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Посещаемость")
    shown = await pavel.sees("По перекличкам: нет 2 из 6")
    assert "Переклички проведены в 1 из 3 классов." in shown.text
    assert "‼ 7Б: нет 2 из 6, болеют 2" in shown.text
    assert "Переклички ещё не было: 1А, 3А" in shown.text
    assert "Уроки ещё не начались: 7А" in shown.text
    assert "на месте" not in shown.text
    await pavel.press("7Б · 2")
    names = await pavel.sees("Переклички: 1, уроков началось: 2.")
    assert "• Иванова Аня, 2-й урок: причины нет" in names.text
    assert "• Сидоров Егор, 2-й урок: причины нет" in names.text


async def test_after_lessons_attendance_speaks_of_the_day_and_never_of_classes_without_a_register(
    pavel: Persona, anna: Persona, stage: Stage
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    stage.clock.move(timedelta(hours=6))
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Посещаемость")
    shown = await pavel.sees("Сегодня отсутствовали: 1 из 6")
    assert "Переклички проведены в 1 из 4 классов." in shown.text
    assert "Переклички не было: 1А, 3А, 7А" in shown.text
    assert "Все" not in shown.text


async def test_a_day_without_a_single_register_claims_nothing(pavel: Persona, stage: Stage) -> None:
    stage.clock.move(timedelta(hours=8))
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Посещаемость")
    shown = await pavel.sees("Сегодня переклички не проводились.")
    assert "из 10" not in shown.text
    assert "0 из 4 классов" in shown.text


@pytest.mark.requirement("R-038")
async def test_a_teacher_asks_and_the_deputy_head_opens_the_lesson(pavel: Persona, anna: Persona) -> None:
    await anna.say("/menu")
    asking = AskDeputyCb(lesson=lesson_id("7Б", TODAY - timedelta(days=7), 2), record=Record.LESSON)
    await anna.press_data(await anna.sees(), asking.pack())
    await anna.say("Болела, <тема> осталась")
    await anna.sees("Просьба записана")
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Просьбы (1)")
    shown = await pavel.sees("1. Кузнецова А. С.: 7Б, алгебра, 07.10, тема")
    assert "Болела, <тема> осталась" in shown.text
    assert "Открыто" in await pavel.press("1. Открыть")
    await pavel.sees("Просьб нет.")


@pytest.mark.requirement("R-121")
async def test_any_page_may_be_looked_at_and_none_touched(pavel: Persona, anna: Persona) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await pavel.say("/journals")
    await pavel.sees("Какой класс?")
    await pavel.press("7Б")
    await pavel.sees("2. 9:25 алгебра: перекличка есть")
    await pavel.press("2. алгебра")
    page = await pavel.sees("Нет: Иванова А.")
    labels = [button.text for row in page.buttons for button in row]
    assert labels == ["История", "День 7Б", "Главная"]


async def test_a_colleague_who_asks_for_a_childs_day_is_not_sent_for_a_slip(pavel: Persona) -> None:
    await pavel.say("/today")
    shown = await pavel.sees("вы вошли как сотрудник")
    assert "Талон" not in shown.text


@pytest.mark.requirement("R-070")
async def test_a_substitution_a_colleague_recorded_stands_on_the_deputy_heads_card(
    pavel: Persona, ctx_of: CtxOf
) -> None:
    await substitution.substitute(ctx_of("nikolai"), lesson_id("7Б", TODAY, 2))
    await pavel.say("/morning")
    shown = await pavel.sees("День школы")
    assert "↔ Громов Н. П.: 7Б, алгебра, 2-й урок" in shown.text
    assert "по расписанию Кузнецова А. С." in shown.text


async def test_the_first_screen_says_how_the_day_stands_and_its_buttons_may_be_typed(pavel: Persona) -> None:
    await pavel.say("/start")
    await pavel.sees("День школы: среда, 14 октября")
    await pavel.say("просьбы")
    await pavel.sees("Просьб нет")
    await pavel.say("кто не заполнил")
    await pavel.sees(with_button("Напомнить"))
