"""The personal-data papers of a class: one file, for whoever answers for the class."""

import pytest

from tests.support.persona import Persona


@pytest.mark.requirement("R-142")
async def test_the_class_teacher_and_the_administrator_get_the_papers(maria: Persona, admin: Persona) -> None:
    await maria.say("/access")
    await maria.sees("7Б")
    await maria.press("Документы по ПДн")
    shown = await maria.sees("документы по персональным данным")
    assert shown.document is not None
    assert shown.document.data.startswith(b"%PDF")
    await admin.say("/access")
    await admin.sees("Выберите класс")
    await admin.press("7Б")
    await admin.sees("коды и доступ")
    await admin.press("Документы по ПДн")
    assert (await admin.sees("документы по персональным данным")).document is not None


@pytest.mark.requirement("R-142")
async def test_nobody_else_gets_them(anna: Persona, olga: Persona) -> None:
    for persona, answer in ((anna, "другой сотрудник"), (olga, "ничего нет")):
        await persona.say("/menu")
        shown = await persona.sees()
        assert answer in await persona.press_data(shown, "ac-pdoc:11")
