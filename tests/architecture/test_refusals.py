"""Every refusal can be said: one sentence a code, or the words of its kind where they are enough."""

import ast
from collections.abc import Iterator

import pytest

from handlers import errors
from handlers.areas import modules
from journal.errors import InvalidError, JournalError, NotFoundError, RefusedError, StaleError
from locales.texts import Texts
from tests.architecture.sources import ROOT, tree

KINDS = {"JournalError", "NotFoundError", "RefusedError", "InvalidError", "StaleError"}
# Met by forged buttons alone: «I could not understand this» says all there is to say.
GENERAL_WORDS_DO = {"locale", "mode", "quiet_hours", "weekday"}


def _codes() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "journal").rglob("*.py")):
        for node in ast.walk(tree(path)):
            call = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KINDS:
                code = call.args[0] if call.args else None
                if isinstance(code, ast.Constant):
                    yield path.name, str(code.value)


def test_every_code_that_the_journal_raises_has_its_words() -> None:
    wordless = {(where, code) for where, code in _codes() if code not in errors._all()}
    assert {(where, code) for where, code in wordless if code not in GENERAL_WORDS_DO} == set()


def test_no_two_areas_speak_for_one_code() -> None:
    spoken = [code for module in modules("errors") for code in module.SENTENCES]
    assert sorted(spoken) == sorted(set(spoken))
    assert not set(spoken) & set(errors.SENTENCES)


def test_a_code_with_words_of_its_own_does_not_get_those_of_its_kind() -> None:
    t = Texts("ru")
    assert errors.sentence(InvalidError("reason_missing"), t) != errors.sentence(InvalidError(), t)


@pytest.mark.parametrize("kind", [JournalError, NotFoundError, RefusedError, InvalidError, StaleError])
def test_an_unknown_code_gets_the_words_of_its_kind(kind: type[JournalError]) -> None:
    t = Texts("ru")
    assert errors.sentence(kind("never_heard_of"), t) == errors.sentence(kind(), t)
