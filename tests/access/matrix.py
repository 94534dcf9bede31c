"""Reads the permissions matrix out of `docs/requirements.md`, cell by cell."""

import re
from dataclasses import dataclass
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[2] / "docs" / "requirements.md"
COLUMNS = ("G", "St", "T", "CT", "DH", "D", "A", "E", "Sec", "Disp")
_CLAUSE = re.compile(r"(?:S(?P<seed>\d) )?§(?P<number>\w[\w.\-]*)")
# «own: S1 …», «excused: S4 …»: words before a colon that is followed by a citation.
_QUALIFIER = re.compile(r"(?P<words>[a-z][a-z ]*): (?=(?:S\d|\*\*no))")


@dataclass(frozen=True)
class Cell:
    """What one cell says: by qualifier (empty if there is none), the clauses that grant and that forbid."""

    grants: dict[str, frozenset[str]]
    forbidden: frozenset[str]


def read_matrix() -> dict[str, dict[str, Cell]]:
    """Row → column → cell; blank cells have neither grants nor prohibitions."""
    text = REQUIREMENTS.read_text(encoding="utf-8")
    section = text.split("## 2. Roles and permissions matrix")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    header = [part.strip() for part in rows[0].strip("|").split("|")]
    assert header[1:] == list(COLUMNS)
    matrix = {}
    for line in rows[1:]:
        first, *cells = [part.strip() for part in line.strip().strip("|").split("|")]
        matrix[first] = dict(zip(COLUMNS, map(read_cell, cells), strict=True))
    return matrix


def read_cell(text: str) -> Cell:
    """Split at «;» and read each part; a citation without a seed continues the one before it."""
    grants: dict[str, set[str]] = {}
    forbidden: set[str] = set()
    qualifier, denies = "", False
    for part in text.split(";"):
        if match := _QUALIFIER.search(part):
            qualifier = match["words"].strip()
        denies = "**no**" in part or (denies and not match)
        if denies:
            forbidden |= clauses_of(part)
        elif part.strip():
            grants.setdefault(qualifier, set()).update(clauses_of(part) or {part.strip()})
    return Cell({name: frozenset(found) for name, found in grants.items()}, frozenset(forbidden))


def clauses_of(part: str) -> set[str]:
    seed, found = "", set()
    for match in _CLAUSE.finditer(part):
        seed = match["seed"] or seed
        found.add(f"S{seed} §{match['number'].rstrip('.')}")
    return found
