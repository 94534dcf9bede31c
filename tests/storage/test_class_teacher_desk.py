"""The class teacher's lists cost as many statements for a whole class in trouble as for one student."""

import pytest
from sqlalchemy import update

from journal import at_risk, control
from journal.absences import statuses
from journal.model.span import Span
from journal.model.statuses import StatusKind
from storage.tables.marks import marks
from storage.unit_of_work import SqlStore
from tests.storage.test_forecast import ANYA, EGOR
from tests.support.given import give
from tests.support.school import TODAY, CtxOf, student_id, unit_id

CLASS = unit_id("7Б")
ALL = [student_id(name) for name in ("anya", "boris", "vera", "gleb", "dina", "egor")]


async def test_the_list_of_those_who_need_help_asks_as_much_of_six_as_of_one(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    await give(store, EGOR, "2", "2")
    statements.clear()
    assert len((await at_risk.of_class(ctx_of("maria"), CLASS)).students) == 1
    one = len(statements)
    for student in ALL:
        if student != EGOR:
            await give(store, student, "2", "2")
    statements.clear()
    assert len((await at_risk.of_class(ctx_of("maria"), CLASS)).students) == 6
    assert len(statements) == one <= 14


async def test_the_statuses_of_a_class_are_one_question(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    for student in ALL:
        await statuses.say(ctx_of("maria"), student, StatusKind.HOME, Span(TODAY, TODAY))
    statements.clear()
    assert len((await statuses.statuses(ctx_of("maria"), CLASS)).statuses) == 6
    assert len(statements) <= 4


@pytest.mark.requirement("R-120")
async def test_late_marks_of_the_week_are_counted_by_teacher_and_subject(
    ctx_of: CtxOf, store: SqlStore, statements: list[str]
) -> None:
    await give(store, ANYA, "4", "5")
    async with store.connection(writing=True) as db:
        await db.run(update(marks).values(late=True, date=TODAY))
        await db.connection.commit()
    statements.clear()
    found = await control.class_week(ctx_of("maria"), CLASS)
    assert len(statements) <= 30
    assert [(item.subject, item.count) for item in found.late] == [("Алгебра", 2)]
    assert found.breaches
