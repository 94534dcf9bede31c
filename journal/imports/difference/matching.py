"""Finding staged rows again among those of the school: by external id, else by what they say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journal.imports.difference.model import Stored
from journal.imports.rows import Natural, Row, Source


@dataclass(slots=True)
class Matches:
    """`found` by key of the staged row; `by_key` those whose external id said so; `ambiguous` with how many.

    `spared` are stored rows that an ambiguous row may mean: they are not gone.
    """

    found: dict[str, Stored[Any]] = field(default_factory=dict)
    by_key: set[str] = field(default_factory=set)
    ambiguous: dict[str, int] = field(default_factory=dict)
    spared: set[int] = field(default_factory=set)


def match(source: Source, staged: Sequence[Row], stored: Sequence[Stored[Any]]) -> Matches:
    """Match rows of one kind whose references are resolved already.

    An external id decides alone. Then what the rows say, strongest key first, each level over all rows, so
    that a strong match is never taken by a weak one; open rows before closed ones.
    """
    matches = Matches()
    known = {(each.source, each.row.key): each for each in stored if each.row.key}
    for row in staged:
        twin = known.get((source, row.key))
        if twin is not None:
            matches.found[row.key] = twin
            matches.by_key.add(row.key)
    taken = {each.id for each in matches.found.values()}
    for pool in (
        [each for each in stored if not each.closed],
        [each for each in stored if each.closed],
    ):
        _match_naturals(staged, pool, matches, taken)
    return matches


def index(rows: Iterable[Stored[Any]]) -> Mapping[Natural, list[Stored[Any]]]:
    """Stored rows by every natural key they have."""
    found: defaultdict[Natural, list[Stored[Any]]] = defaultdict(list)
    for each in rows:
        for natural in dict.fromkeys(each.row.naturals):
            found[natural].append(each)
    return found


def _match_naturals(
    staged: Sequence[Row], pool: Sequence[Stored[Any]], matches: Matches, taken: set[int]
) -> None:
    open_rows = [row for row in staged if row.key not in matches.found and row.key not in matches.ambiguous]
    if not open_rows or not pool:
        return
    known = index(pool)
    for level in range(max(len(row.naturals) for row in open_rows)):
        claims: dict[int, list[tuple[Row, Stored[Any]]]] = {}
        # What an ambiguous row may mean is nobody's until a person decides.
        unfree = taken | matches.spared
        for row in open_rows:
            if row.key in matches.found or row.key in matches.ambiguous or level >= len(row.naturals):
                continue
            free = [
                each
                for each in known.get(row.naturals[level], ())
                if (each.id not in unfree or row.merges or row.mention) and row.could_be(each.row)
            ]
            if len(free) > 1 and not row.merges:
                matches.ambiguous[row.key] = len(free)
                matches.spared.update(each.id for each in free)
            elif free:
                claims.setdefault(free[0].id, []).append((row, free[0]))
        for rivals in claims.values():
            _settle(rivals, matches, taken)


def _settle(rivals: list[tuple[Row, Stored[Any]]], matches: Matches, taken: set[int]) -> None:
    """One stored row has one staged row; mentions and merging catalogues may share it."""
    owners = [row for row, _ in rivals if not row.mention]
    for row, each in rivals:
        if len(owners) > 1 and not row.merges and not row.mention:
            matches.ambiguous[row.key] = 1
            matches.spared.add(each.id)
        else:
            matches.found[row.key] = each
            taken.add(each.id)
