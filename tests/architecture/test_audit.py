"""Every use case that writes leaves an entry in the audit, or it stands here why it need not."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from tests.architecture.sources import modules, name, tree

Function = ast.FunctionDef | ast.AsyncFunctionDef
# module → the names in it that are functions, modules or things of other modules of the journal
Known = dict[str, str]

QUESTION = "waits for a typed answer: nothing of the journal is written"
DRAFT = "a draft is nobody's record; its Save has an entry"
OWN = "somebody's own choice or sign, kept in a row of its own with the time"
LOGGED = "stands in the log of codes and access, which is append-only too"
# Use cases that write and leave no entry, with the reason.
SILENT = {
    "*.ask_*": QUESTION,
    "*.ask": QUESTION,
    "*._ask": QUESTION,
    "journal.access.asking.answered": QUESTION,
    "journal.access.inviting._expect": QUESTION,
    "journal.channels._prove": QUESTION,
    "journal.inputs.drop": QUESTION,
    "journal.lessons.page.topics": QUESTION,
    "journal.lessons.places.listed": QUESTION,
    "journal.messages.holding.*": QUESTION,
    "journal.attendance.register.everyone_present": DRAFT,
    "journal.attendance.register.tap": DRAFT,
    "journal.imports.loading.*": DRAFT,
    "journal.lessons.homework.*": DRAFT,
    "journal.lessons.materials.*": DRAFT,
    "journal.marks.painting.*": DRAFT,
    "journal.marks.typing.*": DRAFT,
    "journal.messages.monthly.*": DRAFT,
    "journal.notices.drafting.*": DRAFT,
    "journal.papers.letter.*": DRAFT,
    "journal.plans.loading.*": DRAFT,
    "journal.periods.drafting.*": DRAFT,
    "journal.absences.family.certify": OWN,
    "journal.access.profile.take_back": OWN,
    "journal.access.wearing.wear": OWN,
    "journal.control.calling.ask_for_call": OWN,
    "journal.diary.*": OWN,
    "journal.messages.reading.note_read": OWN,
    "journal.messages.ways.*": OWN,
    "journal.notices.reading.sign": OWN,
    "journal.meetings.answering.answer": OWN,
    "journal.remarks.*_phrase*": OWN,
    "journal.subscriptions.*": OWN,
    "journal.access.binding.*": LOGGED,
    "journal.access.issue.*": LOGGED,
    "journal.access.opening.*": LOGGED,
    "journal.access.staff.issue_staff_code": LOGGED,
    "journal.audit.verifying.seal": "seals the audit itself",
    "journal.messages.writing.add_pictures": "belongs to the message whose sending has an entry",
    "journal.notices.following.nudge": "an event of its own says who was reminded and when",
    "journal.timetable.plan_ahead": "follows from the timetable, whose every change has an entry",
}

# What stands beside the silent ones and must never fall silent itself.
SPEAKING = frozenset(
    {
        "journal.access.binding.accept",
        "journal.access.binding.confirm",
        "journal.access.opening.receive_paper",
        "journal.control.integrity.mending.ask_keepers",
        "journal.imports.loading.apply",
        "journal.lessons.homework.no_homework",
        "journal.lessons.homework.save_homework",
        "journal.lessons.homework.withdraw_homework",
        "journal.lessons.materials.add_material",
        "journal.lessons.materials.remove_material",
        "journal.lessons.requests.ask_deputy",
        "journal.messages.monthly.send",
        "journal.messages.ways.choose_hours",
        "journal.periods.requests.ask",
        "journal.plans.loading.save",
    }
)


def test_every_use_case_that_writes_leaves_an_entry_in_the_audit() -> None:
    assert [where for where in silent() if not reasons(where)] == []


def test_no_reason_is_kept_for_what_has_an_entry_by_now() -> None:
    needed = {pattern for where in silent() for pattern in reasons(where)}
    assert SILENT.keys() - needed == set()


def test_a_reason_for_many_silences_nobody_who_spoke() -> None:
    assert {where for where in writing() if reasons(where) and leaves_an_entry(where)} >= SPEAKING


def test_the_use_cases_are_found_at_all() -> None:
    found = set(writing())
    assert {"journal.attendance.register.save_register", "journal.marks.correcting.change_mark"} <= found
    assert all(leaves_an_entry(where) for where in found if where.endswith((".save_register", ".mend")))


def silent() -> list[str]:
    return [where for where in writing() if not leaves_an_entry(where)]


def reasons(where: str) -> list[str]:
    return [pattern for pattern in SILENT if fnmatchcase(where, pattern)]


def writing() -> Iterator[str]:
    """The functions that open a unit of work to write, by `module.name`."""
    for where, function in functions().items():
        for node in ast.walk(function):
            if isinstance(node, ast.AsyncWith) and any(
                isinstance(item.context_expr, ast.Call)
                and isinstance(item.context_expr.func, ast.Attribute)
                and item.context_expr.func.attr == "writing"
                for item in node.items
            ):
                yield where
                break


@cache
def functions() -> dict[str, Function]:
    """Every function of the journal's modules, by `module.name`."""
    found: dict[str, Function] = {}
    for path in modules():
        if name(path).startswith("journal/"):
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    found[f"{dotted(path)}.{node.name}"] = node
    return found


@cache
def known(module: str) -> Known:
    """What the names of a module mean: its own functions, and what it imports from the journal."""
    path = next(path for path in modules() if dotted(path) == module)
    found: Known = {}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("journal"):
            for each in node.names:
                found[each.asname or each.name] = f"{node.module}.{each.name}"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.setdefault(node.name, f"{module}.{node.name}")
    return found


def leaves_an_entry(where: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether the function, or one of the journal that it calls, writes an entry."""
    function = functions().get(where)
    if function is None or where in seen:
        return False
    if any(isinstance(node, ast.Attribute) and node.attr == "audit" for node in ast.walk(function)):
        return True
    return any(leaves_an_entry(called, seen | {where}) for called in calls(where, function))


def calls(where: str, function: Function) -> Iterator[str]:
    """The functions of the journal that a function calls by their names or as those of a module."""
    meaning = known(where.rpartition(".")[0])
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in meaning:
                yield meaning[node.func.id]
            elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                module = meaning.get(node.func.value.id)
                if module is not None:
                    yield f"{module}.{node.func.attr}"


def dotted(path: Path) -> str:
    return name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
