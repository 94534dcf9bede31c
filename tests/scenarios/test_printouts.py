"""Families without the bot: named in the class list, their week in one file, a tick when it is there."""

from datetime import timedelta

import pytest

from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, UNITS, student_id

UNIT = UNITS["7Б"][0]


@pytest.mark.requirement("R-099")
async def test_the_week_of_a_family_without_a_phone_is_printed_and_ticked(maria: Persona) -> None:
    await maria.say("/class")
    await maria.sees(with_button("Бумаги и отчёты"))
    await maria.press("Бумаги и отчёты")
    await maria.sees("7Б: бумаги и отчёты")
    await maria.press("Распечатки за неделю")
    await maria.sees("распечатки никому не нужны")
    await maria.press("Кому печатать")
    await maria.sees("7Б: кому печатать")
    await maria.press("☐ Иванова Аня")
    await maria.sees(with_button("☑ Иванова Аня"))
    await maria.press("Распечатки за неделю")
    await maria.sees("Передано семьям: 0 из 1.")
    await maria.press("Распечатать одним файлом")
    printed = await maria.sees("7Б: результаты недели")
    assert printed.document is not None
    assert printed.document.data.startswith(b"%PDF")
    assert "Иванова Аня" in printed.text
    await maria.say("/papers")
    await maria.sees("7Б: бумаги и отчёты")
    await maria.press("Распечатки за неделю")
    await maria.sees("☐ Иванова Аня")
    await maria.press("☐ Иванова Аня")
    handed = await maria.sees("Передано семьям: 1 из 1.")
    assert "передано 14.10, Белова М. И." in handed.text
    await maria.press("☑ Иванова Аня")
    await maria.sees("Передано семьям: 0 из 1.")


async def test_earlier_weeks_keep_what_was_handed_over(maria: Persona, stage: Stage) -> None:
    await maria.say("/papers")
    await maria.press_data(await maria.sees(), f"pal:{UNIT}:{student_id('anya')}:1")
    await maria.press_data(await maria.sees("кому печатать"), f"pal:{UNIT}:{student_id('egor')}:1")
    await maria.press("Распечатки за неделю")
    await maria.sees("Передано семьям: 0 из 2.")
    await maria.press("Все переданы")
    await maria.sees("Передано семьям: 2 из 2.")
    stage.clock.move(timedelta(days=7))
    await maria.say("/papers")
    await maria.sees("Передано семьям: 0 из 2.")
    await maria.press("Распечатки за неделю")
    shown = await maria.sees("7Б: распечатки, 19–25 октября")
    assert "12–18 октября: 2 из 2" in shown.text
    await maria.press("‹ Неделя раньше")
    await maria.sees("7Б: распечатки, 12–18 октября")
    await maria.press("Эта неделя")
    await maria.sees("7Б: распечатки, 19–25 октября")


async def test_a_child_without_a_paper_cannot_be_ticked(maria: Persona) -> None:
    await maria.say("/papers")
    shown = await maria.sees("бумаги и отчёты")
    day = TODAY.toordinal()
    assert await maria.press_data(shown, f"pah:{UNIT}:{day}:{student_id('anya')}:1")
    await maria.say("/papers")
    assert "Передано" not in (await maria.sees("бумаги и отчёты")).text


async def test_nobody_else_prints_or_ticks(anna: Persona, olga: Persona) -> None:
    day = TODAY.toordinal()
    for persona, answer in ((anna, "другой сотрудник"), (olga, "ничего нет")):
        await persona.say("/menu")
        shown = await persona.sees()
        for data in (f"pa:{UNIT}", f"paw:{UNIT}:0", f"pap:{UNIT}:{day}:0", f"pah:{UNIT}:{day}:0:1"):
            assert answer in await persona.press_data(shown, data), data
        assert answer in await persona.press_data(shown, f"pal:{UNIT}:{student_id('anya')}:1")
