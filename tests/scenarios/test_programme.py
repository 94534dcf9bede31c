"""The deputy head looks how far plans are fulfilled, by subject and class, and takes it along as a file."""

import io

import openpyxl
import pytest

from handlers.deputy.callbacks import PROGRAMME, ProgrammeCb, View
from storage.tables.timetable import curriculum
from storage.unit_of_work import SqlStore
from tests.notifications.writing import add
from tests.storage.test_programme import PAST, load_plan, write
from tests.support.persona import Persona, with_button
from tests.support.school import subject_id, unit_id


@pytest.fixture
async def behind(store: SqlStore) -> None:
    """Algebra of 7Б: three lessons filled in, one cancelled, one forgotten."""
    await load_plan(store, "7Б", "algebra", ("Степени", 60, None), ("Корни", 42, None))
    await write(store, *PAST[:3], topic="Степени")
    await write(store, PAST[3], status="cancelled")


@pytest.mark.requirement("R-081")
async def test_the_deputy_head_finds_who_is_behind_by_subject_and_class(behind: None, pavel: Persona) -> None:
    await pavel.say("/programme")
    shown = await pavel.sees("Выполнение программ")
    assert (
        "7Б, алгебра: 3 из 5 ч, отстаёт на 2 часа (отменено 1, не заполнено 1). Кузнецова А. С." in shown.text
    )
    await pavel.press("По предметам")
    await pavel.press("Алгебра", await pavel.sees("Какой предмет?"))
    shown = await pavel.sees("7Б: 3 из 5 ч")
    assert "осталось 99" in shown.text
    assert "7А" in shown.text
    await pavel.press("Назад")
    await pavel.press("Все предметы и классы", await pavel.sees("Какой предмет?"))
    await pavel.press("По классам")
    await pavel.press("7Б", await pavel.sees("Какой класс?"))
    shown = await pavel.sees("Алгебра: 3 из 5 ч")
    assert "География" in shown.text


@pytest.mark.requirement("R-081")
async def test_what_is_on_the_screen_is_printed_or_taken_as_a_workbook(behind: None, pavel: Persona) -> None:
    await pavel.say("/programme")
    shown = await pavel.sees("Выполнение программ")
    await pavel.press_data(shown, ProgrammeCb(view=View.CLASS, of=unit_id("7Б")).pack())
    shown = await pavel.sees(with_button("Печать (PDF)"))
    await pavel.press("Печать (PDF)", shown)
    printed = await pavel.sees(lambda message: message.document is not None)
    assert printed.document is not None
    assert printed.document.data.startswith(b"%PDF")
    assert "Выполнение программ: 7Б" in printed.text
    await pavel.press("Таблица (XLSX)", shown)
    made = await pavel.sees(lambda message: bool(message.document) and message.document.data[:2] == b"PK")
    assert made.document is not None
    page = openpyxl.load_workbook(io.BytesIO(made.document.data)).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    assert {row[0] for row in rows} == {"7Б"}
    assert rows[0] == ["7Б", "Алгебра", "Кузнецова А. С.", 102, 5, 3, 1, 1, "−2", 99]


async def test_the_director_looks_too_and_a_teacher_or_family_finds_nothing(
    behind: None, irina: Persona, anna: Persona, olga: Persona
) -> None:
    await irina.say("/menu")
    await irina.press("Выполнение программ", await irina.sees(with_button("Выполнение программ")))
    await irina.press("По предметам", await irina.sees("отстают: "))
    shown = await irina.sees("Какой предмет?")
    gone = ProgrammeCb(view=View.SUBJECT, of=subject_id("algebra") + 500).pack()
    await irina.press_data(shown, gone)
    await irina.sees("отстают: ")
    for persona, answer in ((anna, "другой сотрудник"), (olga, "ничего нет")):
        await persona.say("/menu")
        assert answer in await persona.press_data(await persona.sees(), PROGRAMME)


@pytest.mark.requirement("R-079")
async def test_the_deputy_head_sees_who_has_no_plan_and_reminds_them_with_one_tap(
    behind: None, pavel: Persona, irina: Persona, nikolai: Persona, anna: Persona
) -> None:
    await pavel.say("/programme")
    await pavel.press("Без планирования (5)", await pavel.sees("Выполнение программ"))
    shown = await pavel.sees("Без планирования: 2026/27")
    assert "Планирование нужно было загрузить до 1 сентября включительно (п. 4.5)." in shown.text
    assert "Кузнецова А. С.: алгебра 7А" in shown.text
    assert "Громов Н. П.: география 7Б" in shown.text
    await pavel.press("Напомнить учителям (4)", shown)
    shown = await pavel.sees("Напомнили учителям: 4")
    assert "география 7Б (напомнили сегодня)" in shown.text
    assert "Нет планирования: география 7Б." in (await nikolai.sees("Загрузите планирование на 2026/27")).text
    told = await anna.sees("Загрузите планирование на 2026/27")
    assert "алгебра 7А." in told.text
    await anna.press("7А, алгебра", told)
    await anna.sees("7А, алгебра")
    await irina.say("/programme")
    await irina.press("Без планирования (5)", await irina.sees("Выполнение программ"))
    shown = await irina.sees("Без планирования: 2026/27")
    assert not with_button("Сегодня уже напомнили")(shown)


@pytest.mark.requirement("R-078")
async def test_other_hours_than_the_curriculum_has_are_named_with_the_clause(
    behind: None, store: SqlStore, pavel: Persona
) -> None:
    await add(store, curriculum, year_id=1, subject_id=subject_id("algebra"), grade=7, hours_year=136)
    await pavel.say("/programme")
    await pavel.press("Часы не сходятся (1)", await pavel.sees("Выполнение программ"))
    shown = await pavel.sees("Часы не по учебному плану")
    assert "7Б, алгебра: 102 ч в планировании, 136 ч в учебном плане" in shown.text
    assert "(п. 4.5)" in shown.text
