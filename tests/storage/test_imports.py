"""Imports into the little school: previewed, applied exactly, audited, on both engines."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, event, func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.imports import loading
from journal.imports.loading import Preview
from journal.imports.problems import Code, ImportRefused
from journal.imports.rows import Kind
from reports.templates import workbook
from storage.tables import metadata
from storage.tables.attendance import registers
from storage.tables.control import audit, imports, movement
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.people import (
    contacts,
    enrolments,
    guardianships,
    people,
    role_assignments,
    students,
    units,
)
from storage.tables.timetable import curriculum, subjects, timetable, workload
from storage.unit_of_work import SqlStore
from tests.imports.support import FIXTURES
from tests.support.school import (
    TODAY,
    CtxOf,
    lesson_id,
    person_id,
    student_id,
    subject_id,
    unit_id,
)

ASC = (FIXTURES / "asc" / "two-classes.xml").read_bytes()
TOMORROW = TODAY + timedelta(days=1)
CLASS_7B = [
    {"school_class": "7Б", "last_name": last, "first_name": first, "birth_date": born}
    for last, first, born in (
        ("Иванова", "Аня", date(2013, 3, 5)),
        ("Ёлкин", "Борис", date(2013, 1, 12)),
        ("Козлова", "Вера", date(2013, 7, 30)),
        ("Орлов", "Глеб", date(2013, 2, 2)),
        ("Петрова", "Дина", date(2013, 11, 9)),
        ("Сидоров", "Егор", date(2013, 5, 21)),
    )
]
NEW = {
    "school_class": "7Б",
    "last_name": "Яшин",
    "first_name": "Ян",
    "birth_date": date(2013, 4, 4),
    "guardian_1": "Яшина Рита",
    "relation_1": "мать",
    "phone_1": "8 900 000-00-07",
}

Rows = list[dict[str, Any]]
Import = Callable[..., Awaitable[Preview]]


def sheets(**rows: Rows) -> bytes:
    return workbook(rows)


@pytest.fixture
def bring(ctx_of: CtxOf) -> Import:
    """Preview a workbook (or bytes) as the administrator and confirm it."""

    async def bring(data: bytes | None = None, **rows: Rows) -> Preview:
        ctx = ctx_of("admin")
        shown = await loading.preview(ctx, "школа.xlsx", data or sheets(**rows))
        await loading.confirm(ctx, shown.id)
        return shown

    return bring


@pytest.fixture
def rows_of(store: SqlStore) -> Callable[..., Awaitable[list[Any]]]:
    async def rows_of(statement: Any) -> list[Any]:
        async with store.connection() as db:
            return list(await db.all(statement))

    return rows_of


RowsOf = Callable[[Any], Awaitable[list[Any]]]


async def contents(store: SqlStore, *left_out: Table) -> dict[str, list[Any]]:
    """Everything in the database, to see that nothing changed."""
    async with store.connection() as db:
        return {
            table.name: [tuple(row) for row in await db.all(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
            if table not in left_out
        }


async def test_a_preview_saves_nothing_but_itself(ctx_of: CtxOf, store: SqlStore) -> None:
    before = await contents(store, imports)
    shown = await loading.preview(ctx_of("admin"), "t.xml", ASC)
    assert shown.change.added[Kind.LESSON]
    assert await contents(store, imports) == before


@pytest.mark.requirement("R-145", "R-146")
async def test_a_class_list_brings_a_new_student_with_the_family(bring: Import, rows_of: RowsOf) -> None:
    shown = await bring(students=[*CLASS_7B, NEW])
    assert shown.change.counts() == {
        Kind.STUDENT: (1, 0, 0),
        Kind.GUARDIAN: (1, 0, 0),
        Kind.KINSHIP: (1, 0, 0),
    }
    (found,) = await rows_of(
        select(people.c.id, people.c.search_name, enrolments.c.unit_id, enrolments.c.since)
        .join(enrolments, enrolments.c.student_id == people.c.id)
        .where(people.c.last_name == "Яшин")
    )
    assert (found.search_name, found.unit_id, found.since) == ("яшин ян", unit_id("7Б"), TODAY)
    (mother,) = await rows_of(
        select(guardianships.c.capacity, guardianships.c.relation, contacts.c.value)
        .join(contacts, contacts.c.person_id == guardianships.c.guardian_id)
        .where(guardianships.c.student_id == found.id)
    )
    assert tuple(mother) == ("parent", "мать", "+79000000007")
    (moved,) = await rows_of(select(movement))
    assert (moved.kind, moved.date, moved.to_unit_id) == ("arrival", TODAY, unit_id("7Б"))


async def test_a_second_import_of_the_same_file_changes_nothing(
    bring: Import, ctx_of: CtxOf, store: SqlStore
) -> None:
    for data in (sheets(students=[*CLASS_7B, NEW]), ASC):
        await bring(data)
        before = await contents(store, imports)
        again = await loading.preview(ctx_of("admin"), "файл", data)
        assert again.change.empty
        await loading.confirm(ctx_of("admin"), again.id)
        assert await contents(store, imports) == before


async def test_who_is_not_in_the_list_leaves_and_the_past_stays(bring: Import, rows_of: RowsOf) -> None:
    shown = await bring(students=CLASS_7B[:-1])
    assert [each.row.label for each in shown.change.gone[Kind.STUDENT]] == ["Сидоров Егор"]
    egor = student_id("egor")
    (student,) = await rows_of(select(students.c.left_on).where(students.c.person_id == egor))
    assert student.left_on == TODAY
    (place,) = await rows_of(select(enrolments).where(enrolments.c.student_id == egor))
    assert (place.since < TODAY, place.until) == (True, TODAY)
    (moved,) = await rows_of(select(movement))
    assert (moved.kind, moved.from_unit_id) == ("departure", unit_id("7Б"))


async def test_who_comes_back_is_the_same_person_in_the_class_again(bring: Import, rows_of: RowsOf) -> None:
    await bring(students=CLASS_7B[:-1])
    await bring(students=CLASS_7B)
    egor = student_id("egor")
    (student,) = await rows_of(select(students.c.left_on).where(students.c.person_id == egor))
    assert student.left_on is None
    places = await rows_of(
        select(enrolments.c.since, enrolments.c.until)
        .where(enrolments.c.student_id == egor)
        .order_by(enrolments.c.id)
    )
    assert [tuple(each) for each in places] == [(date(2026, 9, 1), TODAY), (TODAY, None)]


@pytest.mark.requirement("R-146")
async def test_a_transfer_keeps_its_day_and_order(bring: Import, rows_of: RowsOf) -> None:
    moved = {
        **CLASS_7B[0],
        "school_class": "7А",
        "since": date(2026, 10, 12),
        "order_number": "31-у",
    }
    lev = {"school_class": "7А", "last_name": "Абрамов", "first_name": "Лев", "birth_date": date(2013, 8, 8)}
    zoya = {
        "school_class": "7А",
        "last_name": "Яковлева",
        "first_name": "Зоя",
        "birth_date": date(2013, 9, 19),
    }
    await bring(students=[moved, lev, zoya, *CLASS_7B[1:]])
    (entry,) = await rows_of(select(movement))
    assert (entry.kind, entry.date, entry.order_number) == ("transfer", date(2026, 10, 12), "31-у")
    assert (entry.from_unit_id, entry.to_unit_id) == (unit_id("7Б"), unit_id("7А"))
    places = await rows_of(
        select(enrolments.c.unit_id, enrolments.c.until)
        .where(enrolments.c.student_id == student_id("anya"))
        .order_by(enrolments.c.id)
    )
    assert [tuple(each) for each in places] == [
        (unit_id("7Б"), date(2026, 10, 12)),
        (unit_id("7А"), None),
    ]


async def test_confirming_twice_applies_once(ctx_of: CtxOf, rows_of: RowsOf) -> None:
    ctx = ctx_of("admin")
    shown = await loading.preview(ctx, "список.xlsx", sheets(students=[*CLASS_7B, NEW]))
    await loading.confirm(ctx, shown.id)
    with pytest.raises(NotFoundError):
        await loading.confirm(ctx, shown.id)
    assert len(await rows_of(select(people).where(people.c.last_name == "Яшин"))) == 1


async def test_data_that_changed_since_the_preview_refuses_the_confirmation(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    ctx = ctx_of("admin")
    shown = await loading.preview(ctx, "список.xlsx", sheets(students=CLASS_7B[:-1]))
    async with store.connection(writing=True) as db:
        await db.run(update(people).where(people.c.id == student_id("egor")).values(first_name="Егорка"))
        await db.connection.commit()
    before = await contents(store)
    with pytest.raises(StaleError) as stale:
        await loading.confirm(ctx, shown.id)
    assert stale.value.code == "import_changed"
    assert await contents(store) == before


async def test_a_refused_or_failing_import_leaves_nothing_behind(
    ctx_of: CtxOf, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx = ctx_of("admin")
    before = await contents(store)
    with pytest.raises(ImportRefused):
        await loading.preview(ctx, "t.xml", ASC[: len(ASC) // 2])
    shown = await loading.preview(ctx, "t.xml", ASC)

    async def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("storage.imports.apply.lessons.withdraw_coming", fail)
    with pytest.raises(RuntimeError):
        await loading.confirm(ctx, shown.id)
    after = await contents(store, imports)
    before.pop("imports")
    assert after == before


@pytest.mark.requirement("R-067")
async def test_a_new_timetable_holds_from_tomorrow_and_the_past_stays(bring: Import, rows_of: RowsOf) -> None:
    shown = await bring(ASC)
    assert len(shown.change.gone[Kind.LESSON]) == 12
    of_classes = timetable.c.unit_id.in_((unit_id("7А"), unit_id("7Б")))
    old = await rows_of(select(timetable).where(of_classes, timetable.c.source.is_(None)))
    assert {row.until for row in old} == {TOMORROW}
    new = await rows_of(select(timetable).where(timetable.c.source == "asc"))
    assert len(new) == 9
    assert {row.since for row in new if row.unit_id in (unit_id("7А"), unit_id("7Б"))} == {TOMORROW}


@pytest.mark.requirement("R-067")
async def test_coming_lessons_follow_the_new_timetable_and_what_was_entered_stays(
    bring: Import, rows_of: RowsOf, store: SqlStore
) -> None:
    friday = TODAY + timedelta(days=2)
    kept = lesson_id("7Б", friday, 3)
    async with store.connection(writing=True) as db:
        await db.run(update(lessons).where(lessons.c.id == kept).values(topic="Дроби"))
        await db.connection.commit()
    await bring(ASC)
    of_7b = lessons.c.unit_id == unit_id("7Б")
    today = await rows_of(select(lessons.c.slot).where(of_7b, lessons.c.date == TODAY))
    assert {row.slot for row in today} == {1, 2, 3}
    later = await rows_of(
        select(lessons.c.id, lessons.c.slot, lessons.c.topic).where(of_7b, lessons.c.date == friday)
    )
    assert {(row.slot, row.topic) for row in later} == {(3, "Дроби"), (7, None), (8, None)}


async def test_a_lesson_with_a_register_is_never_withdrawn(
    bring: Import, rows_of: RowsOf, store: SqlStore, clock: FrozenClock
) -> None:
    thursday = lesson_id("7Б", TOMORROW, 1)
    async with store.connection(writing=True) as db:
        await db.insert(
            registers, lesson_id=thursday, expected=[], taken_by=101, taken_at=clock.now(), revision=1
        )
        await db.connection.commit()
    await bring(ASC)
    assert await rows_of(select(lessons).where(lessons.c.id == thursday))


async def test_a_timetable_brings_its_catalogues_and_finds_what_is_there(
    bring: Import, rows_of: RowsOf
) -> None:
    await bring(ASC)
    named = await rows_of(select(subjects.c.name).order_by(subjects.c.id))
    assert [row.name for row in named].count("Алгебра") == 1
    assert len(await rows_of(select(units).where(units.c.name == "7Б"))) == 1
    groups = await rows_of(select(units).where(units.c.kind == "subgroup"))
    assert {(row.name, row.parent_id, row.grade) for row in groups} == {
        ("1 группа", unit_id("7А"), 7),
        ("2 группа", unit_id("7А"), 7),
    }


@pytest.mark.requirement("R-150")
async def test_staff_get_their_roles_by_order_and_a_class_its_teacher(bring: Import, rows_of: RowsOf) -> None:
    await bring(
        staff=[
            {
                "last_name": "Новикова",
                "first_name": "Нина",
                "roles": "учитель, секретарь",
                "head_of": "7А",
                "order_number": "77-к",
                "order_date": date(2026, 10, 12),
            }
        ]
    )
    held = await rows_of(
        select(role_assignments)
        .join(people, people.c.id == role_assignments.c.person_id)
        .where(people.c.last_name == "Новикова")
    )
    assert {(row.role, row.unit_id, row.order_number) for row in held} == {
        ("teacher", None, "77-к"),
        ("secretary", None, "77-к"),
        ("class_teacher", unit_id("7А"), None),
    }


async def test_another_class_teacher_takes_over_from_the_one_before(bring: Import, rows_of: RowsOf) -> None:
    await bring(
        staff=[
            {
                "last_name": "Громов",
                "first_name": "Николай",
                "middle_name": "Петрович",
                "roles": "учитель",
                "head_of": "7Б",
            }
        ]
    )
    heads = await rows_of(
        select(role_assignments.c.person_id, role_assignments.c.until)
        .where(role_assignments.c.role == "class_teacher", role_assignments.c.unit_id == unit_id("7Б"))
        .order_by(role_assignments.c.id)
    )
    assert [tuple(row) for row in heads] == [(person_id("maria"), TODAY), (person_id("nikolai"), None)]


@pytest.mark.requirement("R-076")
async def test_workload_and_curriculum_are_written_and_replaced(bring: Import, rows_of: RowsOf) -> None:
    anna = "Кузнецова А. С."
    await bring(
        workload=[
            {"teacher": anna, "subject": "Алгебра", "school_class": "7Б", "hours_week": 5},
            {"teacher": anna, "subject": "Геометрия", "school_class": "7Б", "hours_week": 2},
        ],
        curriculum=[{"grade": 7, "subject": "Алгебра", "hours_year": 170}],
    )
    pages = await rows_of(
        select(workload.c.teacher_id, workload.c.hours_week, workload.c.until).where(
            workload.c.unit_id == unit_id("7Б")
        )
    )
    mine = [row for row in pages if row.teacher_id == person_id("anna")]
    assert sorted((float(row.hours_week), row.until) for row in mine) == [(2.0, None), (5.0, None)]
    assert {row.until for row in pages if row not in mine} == {TODAY}
    (hours,) = await rows_of(select(curriculum.c.hours_year))
    assert hours.hours_year == 170
    await bring(curriculum=[{"grade": 7, "subject": "Геометрия", "hours_year": 68}])
    (left,) = await rows_of(select(curriculum.c.hours_year))
    assert left.hours_year == 68


@pytest.mark.requirement("R-077")
async def test_a_teacher_loads_the_plan_of_an_own_page_and_of_no_other(
    ctx_of: CtxOf, rows_of: RowsOf
) -> None:
    topics = [
        {"subject": "Алгебра", "school_class": "7Б", "topic": "Дроби", "hours": 2},
        {"subject": "Алгебра", "school_class": "7Б", "topic": "Степени"},
    ]
    anna = ctx_of("anna")
    shown = await loading.preview(anna, "ктп.xlsx", sheets(lesson_plan=topics))
    await loading.confirm(anna, shown.id)
    (plan,) = await rows_of(select(plans))
    assert (plan.unit_id, plan.subject_id, plan.hours, plan.author_id) == (
        unit_id("7Б"),
        subject_id("algebra"),
        3,
        person_id("anna"),
    )
    with pytest.raises(RefusedError):
        await loading.preview(
            ctx_of("nikolai"), "ктп.xlsx", sheets(lesson_plan=[{**topics[0], "topic": "Своё"}])
        )
    with pytest.raises(RefusedError):
        await loading.preview(anna, "список.xlsx", sheets(students=[*CLASS_7B, NEW]))


@pytest.mark.requirement("R-077")
async def test_a_shorter_plan_drops_its_last_rows_and_lessons_keep_their_topics(
    ctx_of: CtxOf, rows_of: RowsOf, store: SqlStore
) -> None:
    anna = ctx_of("anna")
    topics = [
        {"subject": "Алгебра", "school_class": "7Б", "topic": topic}
        for topic in ("Дроби", "Степени", "Корни")
    ]

    async def load(count: int) -> None:
        shown = await loading.preview(anna, "ктп.xlsx", sheets(lesson_plan=topics[:count]))
        await loading.confirm(anna, shown.id)

    await load(3)
    (last,) = await rows_of(select(plan_rows.c.id).where(plan_rows.c.number == 3))
    given = lesson_id("7Б", date(2026, 10, 13), 2)
    async with store.connection(writing=True) as db:
        await db.run(update(lessons).where(lessons.c.id == given).values(topic="Корни", plan_row_id=last.id))
        await db.connection.commit()
    await load(2)
    assert [row.number for row in await rows_of(select(plan_rows.c.number))] == [1, 2]
    (lesson,) = await rows_of(select(lessons.c.topic).where(lessons.c.id == given))
    assert lesson.topic == "Корни"


@pytest.mark.requirement("R-067")
async def test_a_deputy_head_brings_a_timetable_but_no_staff(ctx_of: CtxOf) -> None:
    pavel = ctx_of("pavel")
    lesson = {
        "school_class": "7Б",
        "weekday": "пн",
        "slot": 4,
        "subject": "Алгебра",
        "teacher": "Кузнецова А. С.",
    }
    shown = await loading.preview(pavel, "расписание.xlsx", sheets(timetable=[lesson]))
    await loading.confirm(pavel, shown.id)
    with pytest.raises(RefusedError):
        await loading.preview(pavel, "t.xml", ASC)


@pytest.mark.parametrize("name", ["olga", "egor"])
async def test_a_family_cannot_bring_any_file(name: str, ctx_of: CtxOf, store: SqlStore) -> None:
    with pytest.raises(NotFoundError):
        await loading.preview(ctx_of(name), "t.xml", ASC)
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(imports)) == 0


async def test_a_previewed_file_belongs_to_who_brought_it(ctx_of: CtxOf) -> None:
    shown = await loading.preview(ctx_of("admin"), "t.xml", ASC)
    for act in (loading.confirm, loading.discard, loading.preview_again):
        with pytest.raises(NotFoundError):
            await act(ctx_of("anna"), shown.id)


async def test_a_decided_file_is_forgotten_but_its_counts(ctx_of: CtxOf, rows_of: RowsOf) -> None:
    ctx = ctx_of("admin")
    first = await loading.preview(ctx, "a.xml", ASC)
    second = await loading.preview(ctx, "b.xml", ASC)
    await loading.discard(ctx, second.id)
    kept = await rows_of(select(imports.c.id, imports.c.status, imports.c.staged).order_by(imports.c.id))
    assert [tuple(row) for row in kept] == [(first.id, "discarded", {}), (second.id, "discarded", {})]


async def test_closing_can_be_turned_off_in_the_preview(ctx_of: CtxOf) -> None:
    ctx = ctx_of("admin")
    shown = await loading.preview(ctx, "список.xlsx", sheets(students=CLASS_7B[:-1]))
    assert shown.change.gone
    kept = await loading.preview_again(ctx, shown.id, closing=False)
    assert kept.change.empty
    assert (await loading.preview_again(ctx, kept.id)).closing is False


async def test_everything_is_audited_with_before_and_after(bring: Import, rows_of: RowsOf) -> None:
    renamed = {**CLASS_7B[0], "first_name": "Анна"}
    await bring(students=[renamed, *CLASS_7B[1:-1], NEW])
    entries = await rows_of(select(audit).order_by(audit.c.id))
    told = {(row.action, row.object_kind, row.chain) for row in entries}
    chain = f"unit:{unit_id('7Б')}"
    assert told == {
        ("import.add", "student", chain),
        ("import.add", "guardian", "school"),
        ("import.add", "kinship", "school"),
        ("import.change", "student", chain),
        ("import.close", "student", chain),
    }
    changed = next(row for row in entries if row.action == "import.change")
    assert (changed.object_id, changed.before, changed.after) == (
        student_id("anya"),
        {"first_name": "Аня"},
        {"first_name": "Анна"},
    )
    closed = next(row for row in entries if row.action == "import.close")
    assert closed.before["last_name"] == "Сидоров"


async def test_reading_the_state_takes_as_many_queries_for_a_hundred_students_as_for_ten(
    bring: Import, ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    def class_of(count: int) -> bytes:
        return sheets(
            students=[
                {
                    "school_class": "5В",
                    "last_name": f"Ученик{chr(1072 + number % 32)}{number}",
                    "first_name": "Ян",
                    "birth_date": date(2014, 1, 1),
                }
                for number in range(count)
            ]
        )

    counts = []
    for size in (10, 100):
        await bring(class_of(size))
        statements: list[str] = []

        def count(_c: object, _cur: object, statement: str, *_: object, seen: list[str] = statements) -> None:
            seen.append(statement)

        event.listen(engine.sync_engine, "before_cursor_execute", count)
        await loading.compare(ctx_of("admin"), loading.read_bytes("x", class_of(size)))
        event.remove(engine.sync_engine, "before_cursor_execute", count)
        counts.append(len(statements))
    assert counts[0] == counts[1]


async def test_a_list_without_a_year_assumes_the_customary_one(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        for table in reversed(metadata.sorted_tables):
            if table.name not in ("school", "accounts", "people", "audit"):
                await db.run(table.delete())
        await db.connection.commit()
    ctx = ctx_of("admin")
    shown = await loading.preview(ctx, "t.xml", ASC)
    assert [each.params["year"] for each in shown.change.problems if each.code is Code.YEAR_ASSUMED] == [
        "2026/27"
    ]
    await loading.confirm(ctx, shown.id)
    assert (await loading.preview(ctx, "t.xml", ASC)).change.empty
