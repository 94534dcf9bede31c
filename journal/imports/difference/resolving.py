"""Turning the references of staged rows into tokens of what is there or is added."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from journal.imports.rows import Kind, Row, references


@dataclass(frozen=True, slots=True)
class Resolved:
    """A staged row with tokens for references; `partial` fields lost one and are unsaid for known rows."""

    row: Row
    partial: frozenset[str] = frozenset()


class Tokens:
    """The token of every staged row that stands, and how many rows fell with each that does not."""

    def __init__(self) -> None:
        self._known: dict[tuple[Kind, str], str] = {}
        self.fallen: Counter[tuple[Kind, str]] = Counter()

    def set(self, kind: Kind, key: str, token: str) -> None:
        self._known[kind, key] = token

    def resolve(self, row: Row) -> Resolved | None:
        """The row with its references resolved; None where one it cannot stand without is not there."""
        resolved: dict[str, Any] = {}
        partial = set()
        for name, kind in references(row.kind).items():
            said = getattr(row, name)
            if not said:
                continue
            keys = said if isinstance(said, tuple) else (said,)
            found = [self._known.get((kind, key)) for key in keys]
            for key, token in zip(keys, found, strict=True):
                if token is None:
                    self.fallen[kind, key] += 1
            if None in found:
                if name not in row.loose:
                    return None
                partial.add(name)
            resolved[name] = self._said(name, said, [token for token in found if token is not None])
        return Resolved(replace(row, **resolved) if resolved else row, frozenset(partial))

    def _said(self, name: str, said: Any, tokens: list[str]) -> Any:
        if not isinstance(said, tuple):
            return tokens[0] if tokens else None
        # Members are a set, teachers a first and a second.
        return tuple(sorted(set(tokens))) if name == "students" else tuple(tokens)
