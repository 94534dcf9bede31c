"""The file of what is held on a child: complete, for its adults alone, a few times a day."""

import io
import json
from datetime import timedelta

import openpyxl
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.access.dossier import files
from journal.access import dossier
from journal.clock import FrozenClock
from journal.errors import NotFoundError, RefusedError
from locales.texts import Texts
from storage.tables.access import access_events
from storage.tables.control import audit
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, student_id
from tests.support.statements import count, heard

ANYA = student_id("anya")


@pytest.mark.requirement("R-143")
async def test_both_files_hold_the_register_consents_and_classes(ctx_of: CtxOf, store: SqlStore) -> None:
    ctx = ctx_of("olga")
    found = await dossier.dossier(ctx, ANYA)
    readable, machine = files(found, ctx, Texts("ru", ctx.regulation.terms))
    book = openpyxl.load_workbook(io.BytesIO(readable.content))
    assert book.sheetnames[:4] == ["Данные в школе", "Взрослые ребёнка", "Классы и группы", "Мои согласия"]
    content = json.loads(machine.content)
    assert {"person": "Иванова Аня", "what": "birth_date", "value": "2013-03-05"} in content["register"]
    assert [row["name"] for row in content["adults"]] == [
        "Иванова Ольга Викторовна",
        "Иванов Игорь Сергеевич",
    ]
    assert content["classes"] == [{"unit": "7Б", "since": "2026-09-01", "until": None}]
    assert [row["consent"] for row in content["consents"]] == ["processing"]
    assert {len(content[part]) for part in ("marks", "results", "absences", "absence_notes")} == {0}
    assert await count(store, audit, audit.c.action == "access.export") == 1
    assert await count(store, access_events, access_events.c.kind == "exported") == 1


async def test_nothing_of_the_other_adult_but_the_name_is_in_it(ctx_of: CtxOf) -> None:
    ctx = ctx_of("olga")
    _, machine = files(await dossier.dossier(ctx, ANYA), ctx, Texts("ru", ctx.regulation.terms))
    content = json.loads(machine.content)
    assert {row["person"] for row in content["register"]} == {"Иванова Аня", "Иванова Ольга Викторовна"}
    assert len(content["phones"]) == 1


async def test_the_share_of_a_day_is_limited_and_comes_back(ctx_of: CtxOf, clock: FrozenClock) -> None:
    for _ in range(dossier.A_DAY):
        await dossier.dossier(ctx_of("olga"), ANYA)
    with pytest.raises(RefusedError, match="exports_limited"):
        await dossier.dossier(ctx_of("olga"), ANYA)
    assert await dossier.dossier(ctx_of("igor"), ANYA)
    clock.move(timedelta(days=1, minutes=1))
    assert await dossier.dossier(ctx_of("olga"), ANYA)


@pytest.mark.parametrize("name", ["tatyana", "anna", "maria", "pavel", "admin", "egor"])
async def test_nobody_else_gets_it(ctx_of: CtxOf, store: SqlStore, name: str) -> None:
    with pytest.raises((NotFoundError, RefusedError)):
        await dossier.dossier(ctx_of(name), ANYA)
    assert await count(store, access_events, access_events.c.kind == "exported") == 0


async def test_marks_and_absences_of_any_number_take_the_same_statements(
    ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    with heard(engine) as run:
        await dossier.dossier(ctx_of("olga"), ANYA)
    assert len(run) <= 25, run
