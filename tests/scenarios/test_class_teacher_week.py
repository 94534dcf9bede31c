"""The class teacher's week: what is not filled, who is reminded and told of it, Friday's review."""

from datetime import timedelta

import pytest

from tests.storage.test_forecast import EGOR
from tests.support.given import give
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY

HOLD = timedelta(minutes=6)
# From Wednesday 10:05 to Friday 15:31.
TO_FRIDAY = timedelta(days=2, hours=5, minutes=26)


async def open_pages(maria: Persona) -> None:
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("Пустые страницы")


@pytest.mark.requirement("R-044")
async def test_a_teacher_is_reminded_of_the_class_s_empty_pages_in_two_taps(
    stage: Stage, maria: Persona, anna: Persona
) -> None:
    stage.clock.move(timedelta(hours=1))
    maria.rest()
    await open_pages(maria)
    seen = await maria.sees("7Б, журнал 12–18 октября")
    assert "Кузнецова А. С.: вт 13.10 алгебра (перекличка, тема, задание ‼)" in seen.text
    await maria.press("Напомнить: Кузнецова А. С.")
    await maria.sees("Напомнили 1 учителю.")
    assert maria.taps == 2
    # She gives a lesson till a quarter past eleven, and is left in peace so long.
    await anna.sees_nothing("алгебра")
    stage.clock.move(timedelta(minutes=11))
    await anna.sees("алгебра", within=10)
    stage.clock.move(timedelta(minutes=30))
    await maria.press("Напомнить всем (3)")
    await maria.sees("Напомнили 2 учителям.")
    await maria.press("Напомнить: Кузнецова А. С.")
    await maria.sees("меньше часа назад")


@pytest.mark.requirement("R-120")
async def test_the_deputy_head_is_told_once_a_week_of_what_is_overdue(
    stage: Stage, maria: Persona, pavel: Persona
) -> None:
    await open_pages(maria)
    await maria.sees("‼ срок прошёл")
    stage.clock.move(timedelta(hours=2))
    await open_pages(maria)
    shown = (await maria.sees("ср 14.10")).text
    await maria.press("Сообщить завучу")
    preview = await maria.sees("Завуч прочитает:")
    # Today's pages are empty too, but may still be filled in time.
    assert "ср 14.10" in shown
    assert "14.10" not in preview.text
    await pavel.sees_nothing("журнал ведётся не вовремя", during=1)
    await maria.press("Отправить")
    seen = await maria.sees("Завучу сообщили 14.10.")
    assert not any("Сообщить завучу" in button.text for row in seen.buttons for button in row)
    told = await pavel.sees("7Б: журнал ведётся не вовремя, 12–18 октября", within=10)
    assert "Кузнецова А. С.: вт 13.10 алгебра" in told.text
    assert "14.10" not in told.text
    assert "Сообщает Белова М. И." in told.text
    await pavel.press("Журнал")
    await pavel.sees("7Б")
    await maria.press_data(maria.screen, f"ctr:11:{TODAY.toordinal()}:1")
    stage.clock.move(timedelta(minutes=1))
    await pavel.sees_nothing("журнал ведётся не вовремя", during=1)


@pytest.mark.requirement("R-059", "R-110")
async def test_on_friday_the_class_teacher_is_asked_to_review_the_week(
    stage: Stage, anna: Persona, maria: Persona, svetlana: Persona
) -> None:
    await give(stage.house.store, EGOR, "2", "2")
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    stage.clock.move(TO_FRIDAY)
    asked = await maria.sees("7Б: ваша неделя 12–18 октября", within=15)
    assert "Пропусков: 1, без причины: 1." in asked.text
    assert "Нужна помощь: Сидоров Е." in asked.text
    assert "Иванова" not in asked.text
    maria.rest()
    await maria.press("Пропуски за неделю", asked)
    await maria.sees(with_button("✓ Иванова А. ср"))
    await maria.press("✓ Иванова А. ср")
    await maria.sees("У каждого пропуска есть причина.")
    assert maria.taps == 2
    stage.clock.move(timedelta(days=7))
    later = await maria.sees("7Б: ваша неделя 19–25 октября", within=15)
    assert "Сидоров" not in later.text


@pytest.mark.requirement("R-005", "R-140")
async def test_nobody_else_reaches_the_week_of_a_class(svetlana: Persona, olga: Persona) -> None:
    refusals = ("Здесь для вас ничего нет", "Этим занимается другой сотрудник")
    for person in (svetlana, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in ("ctw:11:0", "ctn:11:739900:0", "ctr:11:739900:0", "ctr:11:739900:1"):
            said = await person.press_data(seen, data)
            assert any(words in said for words in refusals), (data, said)
