"""The project's own source files."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "notifications", "reports", "storage", "journal", "locales", "simulator")


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the product (not of the tests), migrations' versions apart."""
    found = (path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py")))
    return tuple(path for path in found if "versions" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
