"""The information letter with a child's own figures: as a file, or printed by the office that is asked to."""

import pytest

from tests.support.persona import Persona, with_button
from tests.support.school import UNITS, student_id

UNIT = UNITS["7Б"][0]


@pytest.mark.requirement("R-100")
async def test_a_letter_with_the_figures_of_the_child_is_a_file_in_five_taps(maria: Persona) -> None:
    await maria.say("/papers")
    await maria.sees("7Б: бумаги и отчёты")
    maria.rest()
    await maria.press("Письмо родителям")
    await maria.sees("О ком письмо?")
    await maria.press("Иванова Аня")
    shown = await maria.sees("7Б: письмо, Иванова Аня")
    assert "ребёнка в этом учебном периоде: Аня." in shown.text
    assert "[" not in shown.text.split("Чтобы")[0]
    await maria.press("Пропуски уроков")
    await maria.sees("Пропуски уроков в этом учебном периоде: Аня.")
    await maria.press("Получить файл")
    made = await maria.sees("Страниц: 1.")
    assert made.document is not None
    assert made.document.data.startswith(b"%PDF")
    assert maria.taps <= 5


@pytest.mark.requirement("R-100")
@pytest.mark.requirement("R-111")
async def test_the_office_prints_own_words_and_who_asked_hears_of_it(maria: Persona, admin: Persona) -> None:
    await maria.say("/papers")
    await maria.press_data(await maria.sees("бумаги и отчёты"), f"pai:{UNIT}")
    await maria.press("Иванова Аня", await maria.sees("О ком письмо?"))
    await maria.sees("письмо, Иванова Аня")
    await maria.say("Приглашаю на концерт! [имя] читает стихи.")
    await maria.sees("Приглашаю на концерт! Аня читает стихи.")
    await maria.press("Попросить напечатать")
    await maria.sees("Передано в канцелярию")
    told = await admin.sees("Просьба напечатать: письмо родителям, 7Б, Иванова Аня", within=10)
    await admin.press("Файл", told)
    made = await admin.sees("7Б: письмо, Иванова Аня")
    assert made.document is not None
    await admin.say("/papers")
    await admin.press("Напечатать: 1", await admin.sees(with_button("Напечатать: 1")))
    await admin.sees("Белова М. И.")
    await admin.press("Напечатано №")
    await admin.sees("Печатать нечего.")
    await maria.sees("Напечатано, можно забрать: письмо родителям, 7Б, Иванова Аня.", within=10)
    assert "больше не ждёт" in await admin.press("Напечатано", told)


async def test_what_is_not_needed_is_taken_back(maria: Persona, admin: Persona) -> None:
    await maria.say("/papers")
    await maria.press_data(await maria.sees("бумаги и отчёты"), f"pail:{UNIT}:0:m:p")
    await maria.sees("Передано в канцелярию")
    await maria.press("Мои просьбы")
    await maria.sees("ждёт")
    await maria.press("Не нужно: №")
    await maria.sees("отозвана")
    await admin.say("/papers")
    await admin.press("Напечатать: 0", await admin.sees(with_button("Напечатать: 0")))
    await admin.sees("Печатать нечего.")


async def test_only_the_office_has_a_queue_and_only_the_class_teacher_a_letter(
    maria: Persona, anna: Persona, olga: Persona
) -> None:
    letters = (f"pai:{UNIT}", f"pail:{UNIT}:{student_id('anya')}:r:v", f"pail:{UNIT}:0:r:p", f"paa:{UNIT}:1")
    for persona, answer in ((anna, "другой сотрудник"), (olga, "ничего нет")):
        await persona.say("/menu")
        shown = await persona.sees()
        for data in (*letters, "par:0", "parq:1:f", "parq:1:d", "parq:1:x"):
            assert answer in await persona.press_data(shown, data), data
    await maria.say("/papers")
    shown = await maria.sees("бумаги и отчёты")
    for data in ("par:0", "parq:1:f", "parq:1:d"):
        assert "другой сотрудник" in await maria.press_data(shown, data), data
    # A student of another class is none of hers.
    assert await maria.press_data(shown, f"pail:{UNIT}:{student_id('petya')}:r:p")
