"""The comparison itself: kind by kind, so that references always point at what is settled already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeAlias

from journal.imports.checks import found_in
from journal.imports.difference.changes import changes_of
from journal.imports.difference.fingerprint import fingerprint
from journal.imports.difference.matching import Matches, match
from journal.imports.difference.model import Change, Changed, Difference, SchoolState, Stored, token
from journal.imports.difference.resolving import Resolved, Tokens
from journal.imports.difference.scope import REPLACED, gone, unlisted
from journal.imports.names import fold
from journal.imports.problems import Code, Place, Problem, Severity
from journal.imports.rows import Kind, Natural, PeriodRow, Row, said_fields
from journal.imports.staging import SchoolImport
from journal.imports.terms import by_dates

# The kinds to which a source gives ids of its own; the others are known by what they say.
IDENTIFIED = frozenset(
    {Kind.SUBJECT, Kind.ROOM, Kind.STAFF, Kind.CLASS, Kind.STUDENT, Kind.GUARDIAN, Kind.SUBGROUP}
)
# The tokens of the file's rows that stand, by each of their natural keys, in order.
Standing: TypeAlias = defaultdict[Natural, dict[str, None]]


def difference(state: SchoolState, staged: SchoolImport, *, closing: bool = True) -> Difference:
    """What importing `staged` into `state` would do; importing it again afterwards gives an empty difference.

    With `closing` off nothing is gone. While any row of the file has an error, no people, classes or
    subgroups are gone: who was not understood must not look like who left. A timetable is replaced all the
    same, else the old one would stand beside the new.
    """
    return _Comparison(state, staged, closing).difference()


class _Comparison:
    """One comparison under way; `run` settles the kinds in their order."""

    def __init__(self, state: SchoolState, staged: SchoolImport, closing: bool) -> None:
        staged = by_dates(staged, [each.row for each in state.of(PeriodRow)], state.from_day)
        self._state = state
        self._staged = staged
        self._closing = closing
        self._tokens = Tokens()
        self._added: dict[Kind, list[Row]] = {}
        self._changed: dict[Kind, list[Changed]] = {}
        self._links: dict[tuple[Kind, int], str] = {}
        self._kept: defaultdict[Kind, set[int]] = defaultdict(set)
        self._spoken: dict[Kind, dict[str, Row]] = {}
        self._problems: list[Problem] = list(staged.problems)

    def difference(self) -> Difference:
        for kind in Kind:
            self._settle(kind)
        self._report_mentions()
        self._check()
        self._report_unlisted()
        added = {kind: tuple(rows) for kind, rows in self._added.items() if rows}
        changed = {kind: tuple(rows) for kind, rows in self._changed.items() if rows}
        closed = self._gone()
        return Difference(
            source=self._staged.source,
            added=added,
            changed=changed,
            gone=closed,
            links=self._links,
            problems=tuple(self._problems),
            labels=dict(self._labels()),
            fingerprint=fingerprint(self._staged.source, added, changed, closed, self._links),
        )

    def _settle(self, kind: Kind) -> None:
        """Resolve, match and compare the rows of one kind."""
        staged = (self._tokens.resolve(row) for row in self._staged.rows.get(kind, ()))
        resolved = [found for found in staged if found is not None]
        matches = match(
            self._staged.source, [found.row for found in resolved], self._state.rows.get(kind, ())
        )
        self._kept[kind] = {each.id for each in matches.found.values()} | matches.spared
        standing: Standing = defaultdict(dict)
        # Rows known by their id first: where a catalogue names a thing twice, the known one stands for both.
        for found in sorted(resolved, key=lambda each: each.row.key not in matches.by_key):
            if not found.row.mention:
                self._settle_row(kind, found, matches, standing)
        for found in resolved:
            if found.row.mention:
                self._settle_mention(kind, found.row, matches, standing)

    def _settle_row(self, kind: Kind, found: Resolved, matches: Matches, standing: Standing) -> None:
        row = found.row
        if row.key in matches.ambiguous:
            self._problem(Code.MATCH_AMBIGUOUS, row, value=row.label, count=matches.ambiguous[row.key])
            return
        twin = matches.found.get(row.key)
        own = token(twin.id) if twin else f"+{row.key}"
        first = next(iter(standing[row.naturals[0]]), None) if row.naturals and row.unique else None
        if first is not None:
            if row.merges:
                self._tokens.set(kind, row.key, first)
            else:
                self._problem(Code.KEY_REPEATED, row, value=row.label, first_row=None)
            return
        self._tokens.set(kind, row.key, own)
        self._spoken.setdefault(kind, {}).setdefault(own, row)
        for natural in row.naturals:
            standing[natural][own] = None
        if twin is None:
            self._added.setdefault(kind, []).append(row)
        else:
            self._compare(kind, found, twin, exactly=row.key in matches.by_key)

    def _compare(self, kind: Kind, found: Resolved, twin: Stored[Any], *, exactly: bool) -> None:
        own = twin.source in (None, self._staged.source)
        if not exactly and own and kind in IDENTIFIED:
            self._links.setdefault((kind, twin.id), found.row.key)
        changes = changes_of(found, twin, exactly=exactly or own)
        if changes:
            after = _after(twin.row, found.row, changes)
            self._changed.setdefault(kind, []).append(Changed(twin.id, after, changes))

    def _settle_mention(self, kind: Kind, row: Row, matches: Matches, standing: Standing) -> None:
        """What is only named: a row of the same file first, else one of the school."""
        bearers = self._bearers(kind, row, standing)
        twin = matches.found.get(row.key)
        count = len(bearers) if bearers else matches.ambiguous.get(row.key, 0)
        if len(bearers) == 1:
            self._tokens.set(kind, row.key, bearers[0])
        elif not bearers and twin is not None:
            self._tokens.set(kind, row.key, token(twin.id))
        elif count:
            self._problem(Code.REFERENCE_AMBIGUOUS, row, value=row.label, count=count)

    def _bearers(self, kind: Kind, row: Row, standing: Standing) -> list[str]:
        """The rows of the file that a mention may mean, by its strongest key that any has."""
        spoken = self._spoken.get(kind, {})
        for natural in row.naturals:
            found = [own for own in standing.get(natural, ()) if row.could_be(spoken[own])]
            if found:
                return found
        return []

    def _report_mentions(self) -> None:
        """Each name that nothing bears is reported once, with the nearest name and what fell with it."""
        for kind, rows in self._staged.rows.items():
            for row in rows:
                fallen = self._tokens.fallen[kind, row.key]
                if row.mention and fallen and not self._is_reported(row):
                    self._problem(
                        Code.REFERENCE_UNKNOWN,
                        row,
                        value=row.label,
                        nearest=self._nearest(kind, row.label),
                        rows=fallen,
                    )

    def _report_unlisted(self) -> None:
        for student, guardian in unlisted(self._staged, self._spoken, self._state):
            params = {"student": student.label, "guardian": guardian.label}
            self._problems.append(Problem(Place(""), Code.GUARDIAN_NOT_LISTED, Severity.WARNING, params))

    def _is_reported(self, row: Row) -> bool:
        return any(
            each.place == row.place and each.code is Code.REFERENCE_AMBIGUOUS for each in self._problems
        )

    def _nearest(self, kind: Kind, label: str) -> str | None:
        known = {fold(each.row.label): each.row.label for each in self._state.rows.get(kind, ())}
        known |= {fold(row.label): row.label for row in self._spoken.get(kind, {}).values()}
        near = get_close_matches(fold(label), known, n=1, cutoff=0.7)
        return known[near[0]] if near else None

    def _gone(self) -> dict[Kind, tuple[Stored[Any], ...]]:
        if not self._closing:
            return {}
        found = gone(self._staged, self._spoken, self._state, self._kept)
        if all(each.severity is not Severity.ERROR for each in self._problems):
            return found
        withheld = sum(len(rows) for kind, rows in found.items() if kind not in REPLACED)
        if withheld:
            params = {"count": withheld}
            self._problems.append(Problem(Place(""), Code.CLOSING_WITHHELD, Severity.WARNING, params))
        return {kind: rows for kind, rows in found.items() if kind in REPLACED}

    def _check(self) -> None:
        """Judge the school as it would be, where the file speaks of it."""
        after = {
            kind: {token(each.id): each.row for each in stored} for kind, stored in self._state.rows.items()
        }
        for kind, rows in self._spoken.items():
            after.setdefault(kind, {}).update(
                (own, _merged(after[kind][own], row) if own in after[kind] else row)
                for own, row in rows.items()
            )
        self._problems.extend(found_in(after, self._spoken))

    def _labels(self) -> Iterator[tuple[tuple[Kind, str], str]]:
        for kind, stored in self._state.rows.items():
            for each in stored:
                yield (kind, token(each.id)), each.row.label
        for kind, rows in self._added.items():
            for row in rows:
                yield (kind, f"+{row.key}"), row.label

    def _problem(self, code: Code, row: Row, **params: Any) -> None:
        self._problems.append(Problem(row.place, code, Severity.ERROR, {"kind": row.kind, **params}))


def _after(before: Row, said: Row, changes: Iterable[Change]) -> Row:
    """The stored row with its changes, and what counts only now."""
    changed = {change.field: change.after for change in changes if change.field != "closed"}
    once = {name: getattr(said, name) for name in said.once}
    return replace(before, key=said.key, place=said.place, **changed, **once)


def _merged(before: Row, said: Row) -> Row:
    """The stored row with what the file says of it."""
    changed = {name: value for name in said_fields(said.kind) if (value := getattr(said, name)) is not None}
    return replace(before, place=said.place, **changed)
