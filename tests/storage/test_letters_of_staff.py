"""What a colleague's letters ask of the database, on both engines."""

from datetime import date

from journal.messages import monthly, to_family
from storage.tables.school import calendar_days
from storage.timetable import TimetableQueries
from storage.unit_of_work import SqlStore
from tests.support.school import UNITS, CtxOf, person_id, student_id


async def test_a_teacher_sees_the_students_taught_and_the_class_teacher_the_whole_class(
    ctx_of: CtxOf,
) -> None:
    unit = UNITS["7Б"][0]
    whole = await to_family.pupils(ctx_of("maria"), unit)
    taught = await to_family.pupils(ctx_of("anna"), unit)
    assert {one.id for one in taught.students} <= {one.id for one in whole.students}
    assert student_id("anya") in {one.id for one in taught.students}


async def test_the_adults_of_a_family_come_before_the_student(ctx_of: CtxOf) -> None:
    found = await to_family.family(ctx_of("maria"), student_id("anya"))
    assert {person_id("olga"), person_id("igor")} <= {one.id for one in found.readers}
    own = [one.id for one in found.readers if one.id == student_id("anya")]
    assert [one.id for one in found.readers][len(found.readers) - len(own) :] == own


async def test_the_letter_of_the_month_takes_the_same_statements_for_any_class(
    ctx_of: CtxOf, statements: list[str]
) -> None:
    unit = UNITS["7Б"][0]
    statements.clear()
    found = await monthly.month(ctx_of("maria"), unit)
    whole = len(statements)
    assert len(found.families) > 3
    assert whole <= 16, statements


async def test_days_of_rest_are_days_off_of_the_whole_school_and_the_holidays(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        day = date(2026, 10, 14)
        kept = {"kind": "off", "name": "День города", "starts_on": day, "ends_on": day}
        await db.insert(calendar_days, **kept)
        later = {"kind": "off", "name": "Мороз", "grade_from": 1, "grade_to": 4}
        await db.insert(calendar_days, **later, starts_on=date(2026, 10, 15), ends_on=date(2026, 10, 15))
        await db.connection.commit()

    async with store.connection() as db:
        ask = TimetableQueries(db)
        first, last = date(2026, 10, 12), date(2026, 11, 3)
        off = await ask.days_of_rest(first, last, holidays=False)
        rest = await ask.days_of_rest(first, last, holidays=True)
    assert off == {day}
    assert rest == {day, *(date(2026, 10, 26 + ahead) for ahead in range(6)), date(2026, 11, 1)}
