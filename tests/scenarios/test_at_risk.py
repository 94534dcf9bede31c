"""Who needs help: seen by the class teacher and by subject, told to the family once a period."""

from datetime import timedelta

import pytest

from journal.regulation import preset
from tests.storage.test_forecast import EGOR
from tests.support.given import give
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage


@pytest.mark.requirement("R-098", "R-110")
async def test_the_class_teacher_sees_who_needs_help_and_tells_the_family_once(
    stage: Stage, maria: Persona, tatyana: Persona
) -> None:
    stage.house.regulation = preset("s4")
    await give(stage.house.store, EGOR, "2", "2", "3")
    maria.rest()
    await maria.say("/class")
    assert "Нужна помощь: Сидоров Е." in (await maria.sees("7Б")).text
    await maria.press("Кому нужна помощь")
    seen = await maria.sees("7Б: кому нужна помощь")
    assert "Сидоров Е.: алгебра: средний балл 2,33 (3 оценки)" in seen.text
    assert "Иванова" not in seen.text
    await maria.press("✉ Сидоров Е.")
    await maria.sees("За период сообщаем один раз.")
    await maria.press("Сообщить")
    await maria.sees("Семье сообщили 14.10")
    assert maria.taps == 3
    told = await tatyana.sees("Егор: нужна ваша помощь, 1-я четверть.", within=10)
    assert "• Алгебра: средний балл 2,33 (3 оценки)" in told.text
    await maria.press_data(maria.screen, f"art:11:0:{EGOR}:1")
    await tatyana.sees_nothing("нужна ваша помощь, 1-я четверть.\n• Алгебра: средний балл 2")


@pytest.mark.requirement("R-098")
async def test_a_subject_teacher_sees_and_tells_of_the_own_subject_alone(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await give(stage.house.store, EGOR, "2", "2")
    await give(stage.house.store, EGOR, "2", "2", subject="russian")
    await anna.say("/menu")
    await anna.sees("Школа № 5")
    await anna.press("Кому нужна помощь")
    await anna.sees("в каком классе?")
    await anna.press("7Б")
    seen = await anna.sees("7Б, алгебра: кому нужна помощь")
    assert "русский" not in seen.text
    await anna.press("✉ Сидоров Е.")
    await anna.sees("Сообщить семьям?")
    await anna.press("Сообщить")
    await anna.sees("Семье сообщили")
    told = await tatyana.sees("Егор: нужна ваша помощь", within=10)
    assert "лгебра" in told.text
    assert "русский" not in told.text.casefold()
    refused = await anna.press_data(anna.screen, "ar:11:22")
    assert "ничего нет" in refused
    assert "другой сотрудник" in await anna.press_data(anna.screen, "art:11:0:0:1")


async def test_a_family_is_not_told_of_what_was_put_right_meanwhile(
    stage: Stage, maria: Persona, tatyana: Persona
) -> None:
    stage.house.regulation = preset("s4")
    await give(stage.house.store, EGOR, "2", "2")
    stage.clock.move(timedelta(hours=12))
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("Кому нужна помощь")
    await maria.sees("Сидоров Е.")
    await maria.press("✉ Сидоров Е.")
    await maria.sees("Сообщить семьям?")
    await maria.press("Сообщить")
    await maria.sees("Семье сообщили")
    await give(stage.house.store, EGOR, "5", "5", "5")
    stage.clock.move(timedelta(hours=11))
    await tatyana.sees_nothing("нужна ваша помощь", during=2)


@pytest.mark.requirement("R-098")
async def test_where_the_rules_name_the_subject_teacher_the_class_teacher_tells_of_the_own_subject_alone(
    stage: Stage, maria: Persona
) -> None:
    await give(stage.house.store, EGOR, "2", "2")
    await give(stage.house.store, EGOR, "2", "2", subject="russian")
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("Кому нужна помощь")
    seen = await maria.sees("Семье сообщает учитель-предметник")
    assert not any("✉" in button.text for row in seen.buttons for button in row)
    for page, may in ((21, False), (22, True)):
        await maria.press_data(maria.screen, f"ar:11:{page}")
        shown = maria.phone.last
        assert any("✉ Сидоров Е." in button.text for row in shown.buttons for button in row) is may


async def test_where_all_is_well_the_list_says_so(maria: Persona) -> None:
    await maria.say("/class")
    await maria.sees("7Б")
    await maria.press("Кому нужна помощь")
    await maria.sees("Никому: с оценками и пропусками всё в порядке.")
    await maria.press("По предметам")
    await maria.sees(with_button("География"))


@pytest.mark.requirement("R-005", "R-140")
async def test_nobody_else_reaches_the_list(stage: Stage, svetlana: Persona, olga: Persona) -> None:
    await give(stage.house.store, EGOR, "2", "2")
    refusals = ("Здесь для вас ничего нет", "Этим занимается другой сотрудник")
    for person in (svetlana, olga):
        await person.say("/menu")
        seen = await person.sees()
        for data in ("ar:11:0", "ar:11:21", "ars:11", "art:11:0:0:0", f"art:11:0:{EGOR}:1", "art:11:21:0:1"):
            said = await person.press_data(seen, data)
            assert any(words in said for words in refusals), (data, said)
            assert "Сидоров" not in person.phone.last.text
