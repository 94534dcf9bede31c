"""Layers into one regulation: default under preset under the school's own say."""

from collections.abc import Mapping, Sequence
from typing import Any, get_origin

from journal.regulation.checks import contradictions
from journal.regulation.codec import Codec, UnreadableError, hints
from journal.regulation.groups import GROUPS
from journal.regulation.layers import Layer, every_path
from journal.regulation.model import Regulation
from journal.regulation.nouns import Noun, dictionary, read_noun
from journal.regulation.parameters import Institution
from journal.regulation.problems import Fault, Problem, RegulationError, shown
from journal.regulation.stack import Stack


def assemble(layers: Sequence[Layer], problems: list[Problem]) -> Regulation:
    """The regulation of `layers`, the lowest first; raises RegulationError with `problems` and its own."""
    problems = list(problems)
    codec = Codec(_nouns(layers, problems))
    institution = _institution(codec, layers, problems)
    conditions = {"college": institution.kind == "college", "public": institution.founder.public}
    stacks = {path: Stack(path, layers, conditions) for path in every_path()}
    sections: dict[str, Any] = {}
    for section, group in GROUPS.items():
        sections[section] = {
            name: _value(codec, hint, f"{section}.{name}", stacks, problems)
            for name, hint in hints(group).items()
        }
    if problems:
        raise RegulationError(_own_faults(problems, stacks))
    found = Regulation(
        preset=next((layer.preset for layer in reversed(layers) if layer.preset), ""),
        institution=institution,
        grounds={path: stack.clauses(stacks) for path, stack in stacks.items()},
        **{section: GROUPS[section](**values) for section, values in sections.items()},
    )
    if faults := contradictions(found):
        raise RegulationError(faults)
    return found


def _own_faults(problems: list[Problem], stacks: Mapping[str, Stack]) -> list[Problem]:
    """Without the parameters that only refer to a faulty one."""
    faulty = {problem.key for problem in problems}
    followers = {
        path for path, stack in stacks.items() if (target := stack.target(stacks)) and target.path in faulty
    }
    return [problem for problem in problems if problem.key not in followers]


def _value(codec: Codec, hint: Any, path: str, stacks: Mapping[str, Stack], problems: list[Problem]) -> Any:
    """The typed value of one parameter; None, which nobody sees, where it becomes a problem."""
    stack = stacks[path]
    raw = stack.raw(merged=True) if get_origin(hint) is Mapping else stack.resolved(stacks)
    try:
        return codec.read(hint, raw)
    except UnreadableError as error:
        problems.append(_problem(path, stack.raw() if isinstance(raw, str) else raw, error))
        return None


def _institution(codec: Codec, layers: Sequence[Layer], problems: list[Problem]) -> Institution:
    merged: dict[str, Any] = {}
    for layer in layers:
        merged.update(layer.institution)
    try:
        found: Institution = codec.read(Institution, merged)
    except UnreadableError as error:
        problems.append(_problem("institution", merged, error))
        return Institution()
    return found


def _problem(path: str, raw: Any, error: UnreadableError) -> Problem:
    key = f"{path}.{error.at}" if error.at else path
    fault = Fault.WRONG_VALUE if error.known else Fault.UNKNOWN_KEY
    return Problem(fault, key, shown(error.raw if error.at else raw), error.allowed, error.nearest)


def _nouns(layers: Sequence[Layer], problems: list[Problem]) -> Mapping[str, Noun]:
    nouns = dict(dictionary())
    for layer in layers:
        for table in layer.nouns:
            try:
                noun = read_noun(table)
            except (KeyError, TypeError, ValueError):
                allowed = (
                    "gender (m | f | n), singular and plural (six cases each), english (singular, plural)"
                )
                problems.append(Problem(Fault.WRONG_VALUE, "noun", shown(table), allowed))
                continue
            nouns[str(noun)] = noun
    return nouns
