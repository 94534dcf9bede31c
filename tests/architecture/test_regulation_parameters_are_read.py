"""A parameter nobody reads is a promise nobody keeps: each is read outside `journal/regulation`."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from journal.regulation.groups import GROUPS
from journal.regulation.layers import every_path
from journal.regulation.not_yet_read import NOT_YET_READ

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "notifications", "reports", "storage", "journal", "locales")
OWN = ROOT / "journal" / "regulation"


def reads(tree: ast.AST) -> set[str]:
    """The `section.attribute` pairs a module loads.

    Reached as `….section.attribute`, by a local name for the section (`rules = regulation.entry`), or in a
    text as `{term.unit}`.
    """
    aliases = {
        target.id: _name(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            section = _name(node.value)
            found.add(f"{aliases.get(section, section)}.{node.attr}")
            found.add(f"{section}.{node.attr}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= worded(node.value)
    return found


def worded(text: str) -> set[str]:
    """The terms a text is filled with."""
    return {f"terms.{name}" for name in re.findall(r"\{term\.(\w+)", text)}


def _name(node: ast.expr) -> str:
    """The last name of a dotted expression."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def derived() -> dict[str, set[str]]:
    """What a group's own properties and methods read of it: `entry.attendance_deadline` reads two."""
    found: dict[str, set[str]] = {}
    for section, group in GROUPS.items():
        module = ast.parse((OWN / "parameters" / f"{section}.py").read_text(encoding="utf-8"))
        for function in _functions(module, group.__name__):
            found[f"{section}.{function.name}"] = {
                f"{section}.{node.attr}"
                for node in ast.walk(function)
                if isinstance(node, ast.Attribute) and _name(node.value) == "self"
            }
    return found


def _functions(module: ast.Module, group: str) -> Iterator[ast.FunctionDef]:
    for node in module.body:
        if isinstance(node, ast.ClassDef) and node.name == group:
            yield from (item for item in node.body if isinstance(item, ast.FunctionDef))


def read_by(modules: Iterable[str]) -> set[str]:
    """The parameters read by the given source texts, through properties of the groups too."""
    direct = set().union(*(reads(ast.parse(text)) for text in modules))
    through = set().union(*(paths for name, paths in derived().items() if name in direct))
    return (direct | through) & set(every_path())


def house() -> Iterator[str]:
    for floor in FLOORS:
        for module in sorted((ROOT / floor).rglob("*.py")):
            if not module.is_relative_to(OWN):
                yield module.read_text(encoding="utf-8")


def test_every_parameter_is_read_but_those_still_waiting() -> None:
    translations = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "locales").rglob("*.po"))
    unread = set(every_path()) - read_by(house()) - worded(translations)
    assert unread - NOT_YET_READ == set(), "nobody reads these parameters"
    assert NOT_YET_READ - unread == set(), (
        "read by now, or gone: strike them out of journal/regulation/not_yet_read.py"
    )


def test_a_reading_is_found_however_the_section_is_reached() -> None:
    found = read_by(
        [
            "regulation.entry.deadline; entry.late_entry; self.work.regulation.periods.kinds",
            "rules = work.regulation.archive\nrules.copies",
            "t('Choose the {term.unit.singular.genitive}')",
        ]
    )
    expected = {"entry.deadline", "entry.late_entry", "periods.kinds", "archive.copies", "terms.unit"}
    assert found == expected


def test_a_property_of_a_section_reads_what_it_is_made_of() -> None:
    found = read_by(["regulation.entry.attendance_deadline.moment(day, zone)"])
    assert found == {"entry.attendance_frequency", "entry.deadline"}


def test_setting_or_naming_a_parameter_is_not_reading_it() -> None:
    assert read_by(["entry.deadline = 5", "regulation.clause('entry.deadline')", "entries.deadline"]) == set()
