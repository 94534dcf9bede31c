"""A school's own file kept as data, so that the administrator changes one value and it is written back."""

import dataclasses
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self

from journal.regulation.assembly import assemble
from journal.regulation.layers import Given, Layer, read_layer
from journal.regulation.load import DEFAULT, ground_of
from journal.regulation.model import SCHOOL, Regulation
from journal.regulation.writing import key, raw, text

_EMPTY = Layer(SCHOOL, DEFAULT, {}, [], {})


@dataclasses.dataclass(frozen=True, slots=True)
class SchoolFile:
    """A preset's name and what the school says over it (R-148); every change gives a new, valid file."""

    layer: Layer = _EMPTY

    @classmethod
    def read(cls, toml: str) -> Self:
        """From TOML; raises RegulationError as `from_toml` does. Comments are not kept."""
        layer, problems = read_layer(SCHOOL, toml)
        assemble([*ground_of(layer, problems), layer], problems)
        return cls(dataclasses.replace(layer, preset=layer.preset or DEFAULT))

    @property
    def preset(self) -> str:
        return self.layer.preset

    @property
    def overridden(self) -> tuple[str, ...]:
        """The paths of the parameters the school speaks of."""
        return tuple(self.layer.given)

    def regulation(self) -> Regulation:
        return assemble([*ground_of(self.layer, []), self.layer], [])

    def on(self, preset: str) -> Self:
        """The same say over another preset; raises RegulationError for an unknown one."""
        return self._valid(preset=preset)

    def with_value(self, path: str, value: Any, clauses: Mapping[str, str] | None = None) -> Self:
        """`path` overridden by a typed or TOML value, perhaps with own clauses (number: words)."""
        plain = value if isinstance(value, dict | list) else raw(value)
        return self._valid(given={**self.layer.given, path: Given(plain, clauses or {})})

    def with_text(self, path: str, typed: str, clauses: Mapping[str, str] | None = None) -> Self:
        """`path` overridden by what an administrator typed: TOML, or a text that needs no quotes."""
        try:
            parsed = tomllib.loads(f"value = {typed}", parse_float=Decimal)
        except (ValueError, RecursionError):
            parsed = {}
        # Whatever holds more than one value is no TOML value, however it was typed.
        value = parsed["value"] if list(parsed) == ["value"] else typed.strip()
        return self.with_value(path, value, clauses)

    def without(self, path: str) -> Self:
        """`path` back to what the preset says."""
        return self._valid(given={name: given for name, given in self.layer.given.items() if name != path})

    def with_institution(self, **facts: Any) -> Self:
        """Facts of the institution's profile changed (R-149); None takes one away."""
        named = {
            **self.layer.institution,
            **{name: raw(fact) for name, fact in facts.items() if fact is not None},
        }
        kept = {name: fact for name, fact in named.items() if facts.get(name, fact) is not None}
        return self._valid(institution=kept)

    def _valid(self, **changes: Any) -> Self:
        changed = type(self)(dataclasses.replace(self.layer, **changes))
        return type(self).read(changed.toml())

    def toml(self) -> str:
        """The file; reading it gives this very object."""
        lines = [f"preset = {text(self.layer.preset)}"]
        if self.layer.institution:
            lines += ["", "[institution]"]
            lines += [f"{key(name)} = {text(fact)}" for name, fact in self.layer.institution.items()]
        for noun in self.layer.nouns:
            lines += ["", "[[noun]]", *(f"{key(name)} = {text(fact)}" for name, fact in noun.items())]
        for section in dict.fromkeys(path.partition(".")[0] for path in self.layer.given):
            lines += ["", f"[{key(section)}]"]
            lines += [
                f"{key(path.partition('.')[2])} = {_given_text(given)}"
                for path, given in self.layer.given.items()
                if path.partition(".")[0] == section
            ]
        return "\n".join(lines) + "\n"


def _given_text(given: Given) -> str:
    if not given.clauses and given.value is not None:
        return text(given.value)
    annotated = {} if given.value is None else {"value": given.value}
    return text({**annotated, "clauses": dict(given.clauses)} if given.clauses else annotated)
