"""Every text of the table of errors stands, written out, in a test that provokes it."""

import ast
import re
from pathlib import Path

import pytest

from simulator.errors import Error


class _Holes(ast.NodeTransformer):
    """Turns an f-string into a plain one with a dash in each hole."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Constant:
        parts = [part.value if isinstance(part, ast.Constant) else "-" for part in node.values]
        return ast.Constant("".join(map(str, parts)))


def words_of_the_tests() -> list[str]:
    """All string literals of the simulator's tests but this one."""
    words: list[str] = []
    for path in Path(__file__).parent.glob("test_*.py"):
        if path != Path(__file__):
            tree = _Holes().visit(ast.parse(path.read_text(encoding="utf-8")))
            words += [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
    return words


WORDS = words_of_the_tests()


@pytest.mark.parametrize("error", Error)
def test_every_error_is_provoked_by_a_test(error: Error) -> None:
    text = error.value[1]
    pattern = re.compile(re.sub(r"\\\{\w+\\\}", ".*", re.escape(text)))
    assert any(pattern.search(word) or (word and text.endswith(word) and len(word) > 20) for word in WORDS), (
        text
    )
