"""Reading the history takes as many statements however much was done, and finds all of a thing."""

import ast
import re

import pytest

from handlers.audit import deeds
from journal.attendance import register
from journal.audit import history
from journal.model.attendance import Presence
from locales.texts import Texts
from storage.unit_of_work import SqlStore
from tests.architecture.sources import modules, tree
from tests.support.school import TODAY, CtxOf, lesson_id, student_id

LESSON = lesson_id("7Б", TODAY, 2)


async def save(ctx_of: CtxOf, student: str, status: Presence) -> None:
    ctx = ctx_of("anna")
    sheet = await register.open_register(ctx, LESSON)
    tapped = await register.tap(ctx, LESSON, student_id(student), status, sheet.draft.revision)
    await register.save_register(ctx, LESSON, tapped.draft.posted)


async def test_a_longer_history_is_read_in_as_many_statements(ctx_of: CtxOf, statements: list[str]) -> None:
    await save(ctx_of, "anya", Presence.ABSENT)
    counts = []
    for status in (Presence.LATE, Presence.ABSENT, Presence.LATE):
        await save(ctx_of, "anya", status)
        await save(ctx_of, "vera", status)
        statements.clear()
        await history.of_lesson(ctx_of("maria"), LESSON)
        await history.of_student(ctx_of("maria"), student_id("anya"))
        await history.of_school(ctx_of("pavel"))
        counts.append(len(statements))
    assert len(set(counts)) == 1, counts


async def test_a_students_history_leaves_out_what_names_only_others(ctx_of: CtxOf, store: SqlStore) -> None:
    await save(ctx_of, "anya", Presence.ABSENT)
    await save(ctx_of, "vera", Presence.ABSENT)
    await save(ctx_of, "anya", Presence.PRESENT)
    anya = await history.of_student(ctx_of("maria"), student_id("anya"))
    gleb = await history.of_student(ctx_of("maria"), student_id("gleb"))
    # The second Save repeats her among those who are absent; the third lets her go.
    assert [trace.action for trace in anya.history.traces] == ["register.correct"] * 2 + ["register.save"]
    assert gleb.history.traces == ()


async def test_pages_follow_each_other_without_a_gap(ctx_of: CtxOf) -> None:
    for status in (Presence.ABSENT, Presence.LATE) * 5:
        await save(ctx_of, "anya", status)
    pages = [(await history.of_lesson(ctx_of("maria"), LESSON, page)).history for page in range(3)]
    assert [len(page.traces) for page in pages] == [8, 2, 0]
    assert [page.more for page in pages] == [True, False, False]
    numbers = [trace.id for page in pages for trace in page.traces]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_deed_that_the_journal_writes_down_has_words(locale: str) -> None:
    t = Texts(locale)
    assert {action for action in actions() if deeds.name(action, t) == action} == set()


def actions() -> set[str]:
    """Every deed named in the sources: to `audit(…)`, to an import's `Entry(…)`, or chosen before."""
    found: set[str] = set()
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and node.args and _called(node.func) in ("audit", "Entry"):
                found |= _deeds(node)
            if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [
                "action"
            ]:
                found |= _deeds(node.value)
    return found


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def _deeds(node: ast.AST) -> set[str]:
    said = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {
        value for value in said if isinstance(value, str) and re.fullmatch(r"[a-z]+\.[a-z_]*[a-z]", value)
    }


def test_the_deeds_are_found_in_the_sources() -> None:
    assert {"register.save", "register.correct", "mark.withdraw", "import.add", "message.block"} <= actions()
