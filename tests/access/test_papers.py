"""Who reaches a class's data, as the papers list it."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.access import papers
from journal.errors import NotFoundError, RefusedError
from storage.tables.control import audit
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, unit_id
from tests.support.statements import count, heard


@pytest.mark.requirement("R-142")
async def test_the_list_names_everybody_near_the_class_and_nobody_else(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    found = await papers.papers(ctx_of("maria"), unit_id("7Б"))
    names = [person.last_name for person, _ in found.staff]
    assert {"Кузнецова", "Белова", "Громов", "Орлов", "Соколова", "Тихонов"} == set(names)
    assert len(found.students) == 6
    assert await count(store, audit, audit.c.action == "access.papers") == 1


async def test_other_colleagues_and_families_get_none(ctx_of: CtxOf) -> None:
    for name in ("anna", "svetlana", "pavel", "olga", "egor"):
        with pytest.raises((NotFoundError, RefusedError)):
            await papers.papers(ctx_of(name), unit_id("7Б"))


async def test_classes_of_any_size_take_the_same_number_of_statements(
    ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    counts = []
    for unit in ("7Б", "1А"):
        with heard(engine) as run:
            await papers.papers(ctx_of("admin"), unit_id(unit))
        counts.append(len(run))
    assert counts[0] == counts[1]
