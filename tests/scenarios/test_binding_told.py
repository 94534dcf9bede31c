"""A new adult does not stay unnoticed: family, class teacher and the person's own other phone are told."""

import pytest

from journal.access.issue import issue_guardian_code
from journal.context import Ctx, Origin
from journal.model.people import Capacity
from journal.regulation import preset
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import SCHOOL, SECRET, actor_of, student_id


@pytest.fixture
async def thief(stage: Stage, stranger: Persona) -> Persona:
    """Somebody who found Igor's slip for Anya and knew her birth date."""
    house = stage.house
    house.regulation = preset("s1")
    maria = Ctx(actor_of("maria"), house.store, stage.clock, SCHOOL, house.regulation, Origin("test"), SECRET)
    slip = await issue_guardian_code(maria, student_id("anya"), 302, Capacity.PARENT)
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    await stranger.sees("152-ФЗ")
    await stranger.press("Даю согласие")
    await stranger.sees("дату рождения")
    await stranger.say("05.03.2013")
    await stranger.sees("Готово: Аня")
    return stranger


async def test_the_other_parent_asks_the_class_teacher_who_looks_into_it(
    thief: Persona, olga: Persona, maria: Persona
) -> None:
    await olga.sees("один взрослый")
    await olga.press("Сообщить классному")
    await olga.sees("Спасибо")
    await maria.sees("не знает")
    await maria.press("Кто подключён")
    await maria.sees("Иванов Игорь Сергеевич")


@pytest.mark.requirement("R-006")
async def test_the_person_says_it_was_not_me_and_the_thief_is_out(
    thief: Persona, igor: Persona, maria: Persona, admin: Persona, olga: Persona
) -> None:
    await igor.sees("Под вашим именем")
    await igor.press("Это был не я")
    await igor.sees("Второй телефон отключён")
    await thief.say("/menu")
    shown = await thief.sees()
    assert "Аня" not in shown.text
    told = await maria.sees("чужой")
    assert "Новый код: Игорь Сергеевич" in str(told.buttons)
    await admin.sees("чужой")
    await olga.sees("снова отключён")
    await maria.press("Новый код: Игорь Сергеевич")
    assert (await maria.sees("Код:")).document is not None


async def test_a_locked_code_is_told_to_the_class_teacher(
    stage: Stage, nina: int, stranger: Persona, maria: Persona
) -> None:
    house = stage.house
    ctx = Ctx(actor_of("maria"), house.store, stage.clock, SCHOOL, house.regulation, Origin("test"), SECRET)
    slip = await issue_guardian_code(ctx, student_id("boris"), nina, Capacity.PARENT)
    await stranger.say(f"/start {slip.text}")
    await stranger.sees("не просим")
    await stranger.press("Продолжить")
    await stranger.sees("152-ФЗ")
    await stranger.press("Даю согласие")
    for day in range(1, 6):
        await stranger.sees("дату рождения")
        await stranger.say(f"0{day}.02.2013")
    await stranger.sees("Код не подошёл")
    await maria.sees("Ёлкина Нина Петровна")
