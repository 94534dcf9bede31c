"""The floors of the house: who may import whom."""

import re
import subprocess
import sys

from tests.architecture.sources import ROOT, modules, name, tree


def test_the_import_contracts_are_kept() -> None:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_command_line_and_migrations_do_not_load_the_messengers_client() -> None:
    code = (
        "import sys; import bot.cli, storage.unit_of_work, storage.tables, journal.policy; "
        "raise SystemExit('aiogram' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_every_area_of_the_handlers_is_an_area_of_the_house() -> None:
    areas = {
        *(
            "access",
            "lessons",
            "attendance",
            "marks",
            "messages",
            "notices",
            "documents",
            "clubs",
            "papers",
            "class_events",
            "class_lists",
            "meetings",
            "at_risk",
            "control",
            "audit",
            "delivery",
            "channels",
        ),
        *("home", "diary", "settings", "imports"),
        # Screens by reader rather than by record: families' notes, the class teacher's and the deputy's day.
        *("absences", "classroom", "deputy", "remarks"),
        # What the marks lead to.
        *("debts", "forecast", "periods", "plans"),
        # What is typed unasked.
        "words",
    }
    found = {path.parent.name for path in (ROOT / "handlers").glob("*/router.py")}
    assert found == areas


def test_no_module_but_the_clock_asks_the_machine_for_the_time() -> None:
    asking = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if path.parts[-2:] == ("journal", "clock.py") or "simulator" in path.parts:
            continue
        asking += [name(path)] if "datetime.now(" in text or "date.today(" in text else []
    assert asking == []


def test_each_module_opens_with_one_sentence_that_says_what_it_is() -> None:
    import ast

    silent = [name(path) for path in modules() if not (ast.get_docstring(tree(path)) or "").strip()]
    assert silent == []


def test_a_module_of_more_than_300_lines_says_why() -> None:
    import ast

    long = []
    for path in modules():
        if len(path.read_text(encoding="utf-8").splitlines()) > 300:
            opening = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
            long += [] if re.search(r"\blong\b", opening) else [name(path)]
    assert long == []
