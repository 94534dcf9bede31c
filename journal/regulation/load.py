"""Where a regulation comes from: a preset, a school's TOML text, a file."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from journal.regulation.assembly import assemble
from journal.regulation.layers import Layer, read_layer
from journal.regulation.model import SCHOOL, Regulation
from journal.regulation.problems import Fault, Problem, RegulationError, nearest

_FOLDER = Path(__file__).with_name("presets")
PRESETS = ("s0", "s1", "s2", "s3", "s4")
DEFAULT = "default"


@cache
def preset(name: str) -> Regulation:
    """One of `PRESETS`, or `default`, which holds where all are silent; KeyError for another name."""
    return assemble(_ground(name), [])


def from_toml(text: str) -> Regulation:
    """A school's regulation: its `preset` (default: `default`) with its own values over it.

    Raises RegulationError with every fault of the text.
    """
    layer, problems = read_layer(SCHOOL, text)
    return assemble([*ground_of(layer, problems), layer], problems)


def load(path: Path) -> Regulation:
    """`from_toml` of a UTF-8 file; OSError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RegulationError(
            [Problem(Fault.NOT_TOML, path.name, allowed=f"UTF-8: {error.reason}")]
        ) from None
    return from_toml(text)


def ground_of(layer: Layer, problems: list[Problem]) -> list[Layer]:
    """The default and the preset a school's layer stands on; an unknown preset becomes a problem."""
    name = layer.preset or DEFAULT
    if name in (*PRESETS, DEFAULT):
        return _ground(name)
    known = [*PRESETS, DEFAULT]
    close = nearest(str(name).lower(), known)
    problems.append(Problem(Fault.UNKNOWN_PRESET, "preset", f'"{name}"', " | ".join(known), close))
    return _ground(DEFAULT)


def _ground(name: str) -> list[Layer]:
    if name not in (*PRESETS, DEFAULT):
        raise KeyError(name)
    return [_own_layer(DEFAULT)] if name == DEFAULT else [_own_layer(DEFAULT), _own_layer(name)]


@cache
def _own_layer(name: str) -> Layer:
    text = (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    layer, problems = read_layer("" if name == DEFAULT else name.upper(), text)
    if problems:
        raise RegulationError(problems)
    return replace(layer, preset=name)
