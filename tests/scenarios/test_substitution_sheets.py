"""«Лист замен» of any day, the month's tally of hours, on paper and as a workbook."""

import io
from datetime import timedelta

import openpyxl
import pytest

from handlers.deputy.callbacks import CoverSheetCb
from journal import covering
from journal.model.covering import Outcome
from tests.scenarios.test_covering import LESSON, TOMORROW
from tests.support.persona import Persona, with_button
from tests.support.school import TODAY, CtxOf, lesson_id, person_id


@pytest.fixture
async def decided(ctx_of: CtxOf) -> None:
    """Tomorrow Maria gives Russian for Anna's algebra; today Nikolai gives Anna's other lesson."""
    pavel = ctx_of("pavel")
    await covering.report(ctx_of("anna"), 2)
    await covering.decide(pavel, LESSON, Outcome.OTHER_SUBJECT, person_id("maria"))
    await covering.decide(pavel, lesson_id("7А", TODAY, 3), Outcome.CANCELLED)


@pytest.mark.requirement("R-070")
async def test_the_sheet_of_any_day_is_a_tap_away_and_the_month_counts_every_hour(
    decided: None, pavel: Persona
) -> None:
    await pavel.say("/morning")
    await pavel.press("Замены", await pavel.sees("День школы"))
    shown = await pavel.sees("7А, алгебра, Кузнецова А. С. → отменён")
    await pavel.press("Лист замен", shown)
    shown = await pavel.sees("Лист замен: среда, 14 октября")
    await pavel.press("чт 15.10 · 1", shown)
    shown = await pavel.sees("Лист замен: четверг, 15 октября")
    assert "1. 7Б, алгебра, Кузнецова А. С. → русский язык, Белова М. И." in shown.text
    await pavel.press("Печать (PDF)", shown)
    printed = await pavel.sees(lambda message: message.document is not None)
    assert printed.document is not None
    assert printed.document.data.startswith(b"%PDF")
    await pavel.press("Часы за месяц", shown)
    shown = await pavel.sees("Часы замен: октябрь 2026")
    assert "Белова Мария Ивановна: 1" in shown.text
    assert "Отменено уроков: 1." in shown.text
    await pavel.press("Таблица (XLSX)", shown)
    made = await pavel.sees(lambda message: bool(message.document) and message.document.data[:2] == b"PK")
    assert made.document is not None
    hours, lines = openpyxl.load_workbook(io.BytesIO(made.document.data)).worksheets
    assert [cell.value for cell in hours[2]] == ["Белова Мария Ивановна", 1]
    assert [row[0].value for row in lines.iter_rows(min_row=2)] == ["14.10", "15.10"]
    await pavel.press("‹ Сентябрь", shown)
    await pavel.sees("Дано уроков за коллег: 0.")


async def test_a_day_without_substitutions_says_so_and_a_day_of_no_calendar_means_today(
    pavel: Persona, anna: Persona
) -> None:
    await pavel.say("/menu")
    home = await pavel.sees()
    await pavel.press_data(home, CoverSheetCb(day=(TODAY + timedelta(days=9)).toordinal()).pack())
    shown = await pavel.sees("В этот день замен нет.")
    assert not with_button("Печать (PDF)")(shown)
    for ordinal in (1, 766_644):
        await pavel.press_data(shown, CoverSheetCb(day=ordinal).pack())
        await pavel.sees("Лист замен: среда, 14 октября")
        await pavel.press("‹ Неделя раньше")
        await pavel.sees("Лист замен: среда, 7 октября")
    await anna.say("/menu")
    assert "другой сотрудник" in await anna.press_data(await anna.sees(), CoverSheetCb().pack())


async def test_a_lesson_that_moved_into_a_cancelled_ones_place_is_nobodys_hour(
    ctx_of: CtxOf, pavel: Persona
) -> None:
    await covering.report(ctx_of("anna"), 2)
    await covering.decide(ctx_of("pavel"), LESSON, Outcome.SHIFTED)
    await pavel.say("/menu")
    home = await pavel.sees()
    await pavel.press_data(home, CoverSheetCb(day=TOMORROW.toordinal()).pack())
    assert "алгебра, Кузнецова А. С. → русский язык" in (await pavel.sees("Лист замен: четверг")).text
    await pavel.press("Часы за месяц")
    await pavel.sees("Дано уроков за коллег: 0.")
