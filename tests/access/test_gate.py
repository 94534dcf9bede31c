"""The gate against the present state of a real school: lessons, pages, classes, students."""

import pytest
from sqlalchemy import select, update

from journal import gate
from journal.errors import NotFoundError, RefusedError
from journal.policy import Permission, Scope
from storage.tables.access import refusals
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

ALGEBRA = lesson_id("7Б", TODAY, 2)
CLASS = unit_id("7Б")
P = Permission


async def may(ctx_of: CtxOf, name: str, permission: P, lesson: int = ALGEBRA) -> bool:
    async with ctx_of(name).reading() as work:
        try:
            await gate.lesson(work, lesson, permission)
        except (NotFoundError, RefusedError):
            return False
        return True


@pytest.mark.requirement("R-037")
async def test_a_teacher_keeps_the_own_lessons_only(ctx_of: CtxOf) -> None:
    assert await may(ctx_of, "anna", P.ENTER_MARKS)
    assert not await may(ctx_of, "nikolai", P.ENTER_MARKS)
    # Maria heads the class and teaches it another subject: she reads the page, she does not write it.
    assert await may(ctx_of, "maria", P.VIEW_JOURNAL)
    assert not await may(ctx_of, "maria", P.ENTER_MARKS)


@pytest.mark.requirement("R-121")
@pytest.mark.parametrize("name", ["pavel", "irina", "admin"])
async def test_the_management_reads_every_lesson_and_writes_none(ctx_of: CtxOf, name: str) -> None:
    assert await may(ctx_of, name, P.VIEW_JOURNAL)
    for permission in (P.ENTER_LESSON, P.ENTER_MARKS, P.CORRECT_MARKS, P.TAKE_ATTENDANCE):
        assert not await may(ctx_of, name, permission)


@pytest.mark.requirement("R-070")
async def test_a_substitute_keeps_the_lesson_beside_its_teacher(ctx_of: CtxOf, store: SqlStore) -> None:
    assert not await may(ctx_of, "svetlana", P.TAKE_ATTENDANCE)
    async with store.connection(writing=True) as db:
        taken_over = update(lessons).where(lessons.c.id == ALGEBRA)
        await db.run(taken_over.values(substitute_id=person_id("svetlana")))
        await db.connection.commit()
    assert await may(ctx_of, "svetlana", P.TAKE_ATTENDANCE)
    assert await may(ctx_of, "anna", P.TAKE_ATTENDANCE)


@pytest.mark.requirement("R-016")
async def test_a_missing_and_a_foreign_thing_look_the_same_to_a_family(ctx_of: CtxOf) -> None:
    said = []
    for student in (student_id("boris"), student_id("petya") + 1000):
        async with ctx_of("igor").reading() as work:
            with pytest.raises(NotFoundError) as refused:
                await gate.student(work, student, P.READ_DIARY)
        said.append((refused.value.code, refused.value.params))
    assert said[0] == said[1]


async def test_a_missing_and_a_foreign_thing_look_the_same_to_staff(ctx_of: CtxOf) -> None:
    said = []
    for lesson in (lesson_id("3А", TODAY, 1), 1):
        async with ctx_of("anna").reading() as work:
            with pytest.raises(RefusedError) as refused:
                await gate.lesson(work, lesson, P.ENTER_MARKS)
        # The way on names nothing but the id that was asked for.
        params = dict(refused.value.params)
        assert params.pop("lesson_id") == lesson
        said.append((refused.value.code, params))
    assert said[0] == said[1]


@pytest.mark.requirement("R-005")
async def test_every_refusal_is_logged_though_nothing_else_is_kept(ctx_of: CtxOf, store: SqlStore) -> None:
    async with ctx_of("olga").writing() as work:
        with pytest.raises(NotFoundError):
            await gate.student(work, student_id("boris"), P.READ_DIARY)
    async with store.connection() as db:
        row = await db.first(select(refusals))
    assert row is not None
    assert (row.account_id, row.permission, row.object_kind, row.object_id) == (
        person_id("olga"),
        "read_diary",
        "student",
        student_id("boris"),
    )


@pytest.mark.requirement("R-024")
async def test_a_student_reads_the_own_diary_only(ctx_of: CtxOf) -> None:
    async with ctx_of("egor").reading() as work:
        assert await gate.student(work, student_id("egor"), P.READ_DIARY)
        with pytest.raises(NotFoundError):
            await gate.student(work, student_id("anya"), P.READ_DIARY)


async def test_a_page_belongs_to_whoever_the_workload_names(ctx_of: CtxOf) -> None:
    async with ctx_of("anna").reading() as work:
        assert await gate.page(work, CLASS, subject_id("algebra"), P.ENTER_RESULTS)
        with pytest.raises(RefusedError):
            await gate.page(work, CLASS, subject_id("russian"), P.ENTER_RESULTS)
        with pytest.raises(RefusedError):
            await gate.page(work, unit_id("3А"), subject_id("algebra"), P.ENTER_RESULTS)


async def test_a_teacher_writes_to_students_of_taught_classes_only(ctx_of: CtxOf) -> None:
    async with ctx_of("anna").reading() as work:
        assert await gate.student(work, student_id("anya"), P.CORRESPOND)
        with pytest.raises(RefusedError):
            await gate.student(work, student_id("petya"), P.CORRESPOND)


async def test_the_scope_lists_what_the_gate_lets_through(ctx_of: CtxOf) -> None:
    async with ctx_of("maria").reading() as work:
        assert gate.scope(work, P.SEE_ACCESS) == Scope(class_ids=(CLASS,))
        assert [unit.name for unit in await work.people.classes(gate.scope(work, P.SEE_ACCESS))] == ["7Б"]
    async with ctx_of("admin").reading() as work:
        everything = gate.scope(work, P.SEE_ACCESS)
        assert [unit.name for unit in await work.people.classes(everything)] == ["1А", "3А", "7А", "7Б"]
    async with ctx_of("anna").reading() as work:
        with pytest.raises(RefusedError):
            gate.scope(work, P.SEE_ACCESS)
