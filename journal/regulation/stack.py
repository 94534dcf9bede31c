"""What all layers say of one parameter: its raw value and the clauses it rests on."""

from collections.abc import Mapping, Sequence
from typing import Any

from journal.regulation.layers import Given, Layer
from journal.regulation.model import Clause

_REFERENCE = "= "


class Stack:
    """The say of each layer, the lowest first; `conditions` choose among the default's alternatives."""

    def __init__(self, path: str, layers: Sequence[Layer], conditions: Mapping[str, bool]) -> None:
        self.path = path
        self._conditions = conditions
        self._says = [
            (level, layer.source, layer.given[path])
            for level, layer in enumerate(layers)
            if path in layer.given
        ]

    @property
    def level(self) -> int:
        """The layer that decides the value."""
        return max(level for level, _, given in self._says if self._of(given) is not None)

    def raw(self, *, merged: bool = False) -> Any:
        """The uppermost value; `merged`: every layer's table, key over key."""
        values = [value for _, _, given in self._says if (value := self._of(given)) is not None]
        if not merged or not all(isinstance(value, dict) for value in values):
            return values[-1]
        whole: dict[str, Any] = {}
        for value in values:
            whole = _merge(whole, value)
        return whole

    def target(self, stacks: Mapping[str, "Stack"]) -> "Stack | None":
        """The parameter this one refers to; one step only, so that no reference is ever endless."""
        found = stacks.get(_referred(self.raw()) or "")
        return found if found and found is not self and _referred(found.raw()) is None else None

    def resolved(self, stacks: Mapping[str, "Stack"]) -> Any:
        """The uppermost value with what it refers to put in."""
        raw, target = self.raw(), self.target(stacks)
        referred = target.raw() if target else None
        return raw.rpartition(_REFERENCE)[0] + referred if isinstance(referred, str) else raw

    def clauses(self, stacks: Mapping[str, "Stack"]) -> tuple[Clause, ...]:
        """The clauses given with the value or above it.

        A value said by reference rests on the other parameter's clauses where it has none of its own, and
        where that parameter was decided higher up: words that no longer hold are never shown.
        """
        decided = self.level
        target = self.target(stacks)
        moved = target is not None and target.level > decided
        for level, source, given in reversed(self._says):
            if given.clauses and level >= decided and not (moved and level == decided):
                return tuple(Clause(source, number, words) for number, words in given.clauses.items())
        if target is not None:
            return target.clauses(stacks)
        source = next(source for level, source, _ in self._says if level == decided)
        return (Clause(source, default=not source),)

    def _of(self, given: Given) -> Any:
        for name, holds in self._conditions.items():
            if holds and name in given.alternatives:
                return given.alternatives[name]
        return given.value


def _referred(raw: Any) -> str | None:
    """The path a raw value refers to as `= section.parameter`, at its end."""
    if not isinstance(raw, str):
        return None
    head, found, path = raw.rpartition(_REFERENCE)
    return path if found and (not head or head.endswith(" ")) else None


def _merge(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(lower)
    for key, value in upper.items():
        under = merged.get(key)
        merged[key] = _merge(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged
