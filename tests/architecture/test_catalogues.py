"""Catalogues are complete: every text that is said has its Russian, with the same placeholders."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from locales import extraction
from locales.catalogue import FOLDER
from tests.architecture.sources import name

PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z_][a-z_0-9]*)(?:\.[a-z_.]+)?[^{}]*\}")
HANDLERS = FOLDER.parent / "handlers"
FILES = sorted(FOLDER.glob("*/*.po"))


def _messages(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        yield from (message for message in read_po(file) if message.id)


def _says(called: ast.expr) -> bool:
    """Whether it is `t(…)`, `t.plural(…)` or `t.context(…)`."""
    if isinstance(called, ast.Attribute) and called.attr in ("plural", "context"):
        called = called.value
    return isinstance(called, ast.Name) and called.id == "t"


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]


def test_the_catalogues_are_in_step_with_the_sources() -> None:
    assert extraction.main(["--check"]) == 0


@pytest.mark.parametrize("path", sorted(HANDLERS.rglob("*.py")), ids=name)
def test_no_text_hides_inside_an_f_string_where_extraction_does_not_look(path: Path) -> None:
    hidden = [
        call.lineno
        for formatted in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(formatted, ast.JoinedStr)
        for call in ast.walk(formatted)
        if isinstance(call, ast.Call) and _says(call.func)
    ]
    assert hidden == []


@pytest.mark.requirement("R-154")
@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_text_is_translated_and_none_is_doubtful(path: Path) -> None:
    lacking = [message.id for message in _messages(path) if not all(_texts(message.string))]
    assert lacking == []
    assert not [message.id for message in _messages(path) if message.fuzzy]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_translation_has_the_placeholders_of_its_text(path: Path) -> None:
    assert [message.id for message in _messages(path) if not _agrees(message)] == []


def test_one_text_has_one_translation_wherever_it_is_said() -> None:
    said: dict[object, tuple[object, str]] = {}
    for path in FILES:
        for message in _messages(path):
            key = (path.parent.name, str(message.id), message.context)
            first, where = said.setdefault(key, (message.string, name(path)))
            assert first == message.string, f"{message.id!r} in {name(path)} differs from {where}"


def test_russian_is_typed_with_its_own_letters_and_signs() -> None:
    careless = []
    for path in FILES:
        for message in _messages(path):
            for text in _texts(message.string):
                plain = PLACEHOLDER.sub("", text)
                # Latin letters that look Russian inside a Russian word, straight quotes, three dots.
                if re.search(r"[а-яё][a-z]|[a-z][а-яё]|\"|\.\.\.", plain, re.IGNORECASE):
                    careless.append(text)
    assert careless == []


def test_a_sentence_has_the_long_dash_and_a_span_the_short_one_without_spaces() -> None:
    careless = [
        text
        for path in FILES
        for message in _messages(path)
        for text in (*_texts(message.id), *_texts(message.string))
        if re.search(r"\S – |\w—\w|\w -{1,2} \w", text)
    ]
    assert careless == []


def _agrees(message: Message) -> bool:
    wanted = {found for text in _texts(message.id) for found in _placeholders(text)}
    # A plural form may do without the number: «один урок».
    return all(
        wanted - {"count"} <= _placeholders(text) <= wanted | {"count"} for text in _texts(message.string)
    )


def _placeholders(text: str) -> set[str]:
    return {found for found in PLACEHOLDER.findall(text) if found != "term"}
