"""The report of a class: figures, files, and to each family the part of its own child."""

import io

import openpyxl
import pytest

from journal.papers.report import Success, success
from tests.support.persona import Persona, with_button
from tests.support.school import UNITS

UNIT = UNITS["7Б"][0]


@pytest.mark.requirement("R-101")
async def test_each_family_reads_the_part_of_its_own_child_and_the_author_counts_readers(
    maria: Persona, olga: Persona, tatyana: Persona
) -> None:
    await maria.say("/papers")
    await maria.press("Отчёт класса", await maria.sees("7Б: бумаги и отчёты"))
    await maria.press("Отправить семьям", await maria.sees("7Б: отчёт,"))
    shown = await maria.sees("Так увидит семья")
    assert "Аня:" in shown.text or "Егор:" in shown.text
    send = next(b.data or "" for row in shown.buttons for b in row if b.text == "Отправить всем")
    await maria.press("Отправить всем")
    await maria.sees("Отправлено. Получателей:")
    told = await olga.sees("Аня: ", within=10)
    assert "Егор" not in told.text
    assert "Аня" not in (await tatyana.sees("Егор: ", within=10)).text
    await maria.press("Сколько прочитали")
    counted = await maria.sees("Отправлено 14.10. Получателей:")
    assert not any(b.text == "Отправить всем" for row in counted.buttons for b in row)
    assert "сегодня отчёт семьям уже" in (await maria.press_data(told.id, send)).lower()
    await olga.sees_nothing("Аня: ")


@pytest.mark.requirement("R-101")
async def test_the_report_is_a_page_to_print_and_a_table_to_count_with(maria: Persona) -> None:
    await maria.say("/papers")
    await maria.press("Отчёт класса", await maria.sees("7Б: бумаги и отчёты"))
    shown = await maria.sees(with_button("Печать (PDF)"))
    await maria.press("Печать (PDF)", shown)
    printed = await maria.sees(lambda message: message.document is not None)
    assert printed.document is not None
    assert printed.document.data.startswith(b"%PDF")
    await maria.press("Таблица (XLSX)", shown)
    made = await maria.sees(lambda message: bool(message.document) and message.document.data[:2] == b"PK")
    assert made.document is not None
    page = openpyxl.load_workbook(io.BytesIO(made.document.data)).worksheets[0]
    assert [row[0].value for row in page.iter_rows(min_row=2)][:2] == ["Ёлкин Борис", "Иванова Аня"]


@pytest.mark.requirement("R-109")
async def test_a_report_of_incomplete_data_says_so(maria: Persona) -> None:
    await maria.say("/papers")
    await maria.press("Отчёт класса", await maria.sees("7Б: бумаги и отчёты"))
    assert "Данные неполные: уроков без отметки посещаемости" in (await maria.sees("7Б: отчёт,")).text


async def test_only_the_class_teacher_sends_and_the_deputy_head_reads(
    anna: Persona, pavel: Persona, olga: Persona, admin: Persona
) -> None:
    for persona, answer in ((anna, "другой сотрудник"), (olga, "ничего нет"), (admin, "другой сотрудник")):
        await persona.say("/menu")
        shown = await persona.sees()
        for act in "vptfs":
            assert answer in await persona.press_data(shown, f"pax:{UNIT}:0:{act}:0"), (persona.name, act)
    await pavel.say("/menu")
    home = await pavel.sees()
    assert not await pavel.press_data(home, f"pax:{UNIT}:0:v:0")
    shown = await pavel.sees("7Б: отчёт,")
    assert not any(b.text == "Отправить семьям" for row in shown.buttons for b in row)
    for act in "fs":
        assert "другой сотрудник" in await pavel.press_data(shown, f"pax:{UNIT}:0:{act}:0")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], Success.UNKNOWN),
        ([5, 5], Success.EXCELLENT),
        ([5, 4], Success.GOOD),
        ([5, 4, 3], Success.ONE_THREE),
        ([5, 3, 3], Success.SATISFACTORY),
        ([5, 2, 3], Success.FAILING),
    ],
)
def test_how_a_student_does_follows_from_the_marks(values: list[int], expected: Success) -> None:
    assert success(values) is expected
