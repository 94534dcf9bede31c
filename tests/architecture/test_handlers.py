"""Handlers stay thin: unpack, one use case, one screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, name, tree

ROUTERS = sorted((ROOT / "handlers").glob("*/router*.py"))
LINES = 25
# What a handler would need in order to decide by role or to catch what is turned into words centrally.
FORBIDDEN = {"Role", "is_staff", "allows", "JournalError"}


def _handlers(path: Path) -> Iterator[ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.AsyncFunctionDef) and node.decorator_list:
            yield node


@pytest.mark.parametrize("path", ROUTERS, ids=name)
def test_no_handler_is_longer_than_25_lines(path: Path) -> None:
    long = [
        handler.name
        for handler in _handlers(path)
        if (handler.end_lineno or 0) - handler.lineno + 1 + len(handler.decorator_list) > LINES
    ]
    assert long == []


@pytest.mark.parametrize("path", ROUTERS, ids=name)
def test_no_handler_decides_by_role_or_catches_refusals(path: Path) -> None:
    names = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert (names | attributes) & FORBIDDEN == set()
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, ast.Try)]


def test_every_area_has_its_router_and_screens_apart() -> None:
    lacking = [name(path) for path in ROUTERS if not list(path.parent.glob("*screens*"))]
    assert lacking == []
