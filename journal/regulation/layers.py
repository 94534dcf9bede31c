"""One file's say: the raw value and the clauses it gives for some of the parameters."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, get_origin

from journal.regulation.codec import hints
from journal.regulation.groups import GROUPS
from journal.regulation.problems import Fault, Problem, nearest, shown

ALTERNATIVES = ("college", "public")
_SPECIAL = ("preset", "institution", "noun")


@dataclass(frozen=True, slots=True)
class Given:
    """What a file says of one parameter; `value` is None where it gives clauses alone."""

    value: Any = None
    clauses: Mapping[str, str] = field(default_factory=dict)
    alternatives: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layer:
    """A parsed file, not yet typed; `source` names it in clauses: a preset's mark, `school` or nothing."""

    source: str
    preset: str
    institution: Mapping[str, Any]
    nouns: list[dict[str, Any]]
    given: Mapping[str, Given]


def read_layer(source: str, text: str) -> tuple[Layer, list[Problem]]:
    """Take a TOML text apart; faults are returned, never raised, so that all can be told at once."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    # tomllib nests its calls as the text nests its arrays; an overlong number is a plain ValueError.
    except (ValueError, RecursionError) as error:
        return Layer(source, "", {}, [], {}), [
            Problem(Fault.NOT_TOML, source or "default", allowed=str(error))
        ]
    problems: list[Problem] = []
    given: dict[str, Given] = {}
    for section, content in table.items():
        if section in _SPECIAL:
            continue
        if section not in GROUPS:
            problems.append(_unknown(section, content, [*GROUPS, *_SPECIAL]))
        elif not isinstance(content, dict):
            problems.append(Problem(Fault.WRONG_VALUE, section, shown(content), "a table"))
        else:
            _read_section(section, content, source, given, problems)
    institution = _of_kind(dict, table, "institution", problems)
    nouns = _of_kind(list, table, "noun", problems)
    return Layer(source, table.get("preset", ""), institution, nouns, given), problems


def _of_kind(kind: type[Any], table: Mapping[str, Any], key: str, problems: list[Problem]) -> Any:
    """The part of the file named `key`, empty where it is absent or of the wrong kind."""
    part = table.get(key, kind())
    if isinstance(part, kind):
        return part
    allowed = "a table" if kind is dict else "[[noun]] tables"
    problems.append(Problem(Fault.WRONG_VALUE, key, shown(part), allowed))
    return kind()


def _read_section(
    section: str, content: Mapping[str, Any], source: str, given: dict[str, Given], problems: list[Problem]
) -> None:
    fields = hints(GROUPS[section])
    for name, raw in content.items():
        path = f"{section}.{name}"
        if name not in fields:
            problems.append(_unknown(path, raw, every_path()))
            continue
        annotations = ("value", "clauses") if source else ("value", "clauses", *ALTERNATIVES)
        mapping = get_origin(fields[name]) is Mapping
        if not isinstance(raw, dict) or (mapping and not set(raw) <= set(annotations)):
            given[path] = Given(raw)
            continue
        known = [f"{path}.{key}" for key in annotations]
        problems.extend(_unknown(f"{path}.{key}", raw[key], known) for key in raw if key not in annotations)
        given[path] = _annotated(path, raw, problems)


def _annotated(path: str, raw: Mapping[str, Any], problems: list[Problem]) -> Given:
    clauses = raw.get("clauses", {})
    if not isinstance(clauses, dict) or not all(isinstance(words, str) for words in clauses.values()):
        allowed = 'a table of clause numbers and their words, such as { "4.5" = "до 17:00" }'
        problems.append(Problem(Fault.WRONG_VALUE, f"{path}.clauses", shown(clauses), allowed))
        clauses = {}
    alternatives = {key: raw[key] for key in ALTERNATIVES if key in raw}
    return Given(raw.get("value"), clauses, alternatives)


def every_path() -> list[str]:
    """The paths of all parameters, in the order of the sections."""
    return [f"{section}.{name}" for section, group in GROUPS.items() for name in hints(group)]


def _unknown(path: str, raw: Any, known: list[str]) -> Problem:
    value = "" if isinstance(raw, dict) else shown(raw)
    return Problem(Fault.UNKNOWN_KEY, path, value, nearest=nearest(path, known))
