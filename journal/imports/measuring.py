"""An import measured by the school's regulation: pages it does not know, bells after its deadlines. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from journal.imports.problems import Code, Problem, Severity
from journal.imports.rows import BellRow, SubgroupRow
from journal.imports.staging import SchoolImport
from journal.lessons.bells import after_deadline
from journal.model.people import UnitKind
from journal.model.school import Bell
from journal.regulation import Regulation


def measured(staged: SchoolImport, regulation: Regulation) -> SchoolImport:
    """The import with a warning wherever it and the regulation disagree; nothing is left out."""
    told = (*_rung_late(staged, regulation), *_without_a_page(staged, regulation))
    return replace(staged, problems=(*staged.problems, *told)) if told else staged


def _rung_late(staged: SchoolImport, regulation: Regulation) -> Iterator[Problem]:
    """For each shift the first lesson that ends after the deadline."""
    rows = {(row.shift, row.slot): row for row in staged.of(BellRow)}
    shifts: dict[int, list[Bell]] = defaultdict(list)
    for row in rows.values():
        shifts[row.shift].append(Bell(row.slot, row.starts, row.ends))
    for late in after_deadline(shifts, regulation):
        params = {"slot": late.bell.slot, "ends": late.bell.ends, "due": late.due}
        place = rows[late.shift, late.bell.slot].place
        yield Problem(place, Code.LESSONS_AFTER_DEADLINE, Severity.WARNING, params)


def _without_a_page(staged: SchoolImport, regulation: Regulation) -> Iterator[Problem]:
    """Subgroups where only whole classes have a page of the journal (S0 §4.2-DH3)."""
    parts = [row for row in staged.of(SubgroupRow) if not row.mention]
    if parts and UnitKind.SUBGROUP not in regulation.terms.journal_units:
        params = {"count": len(parts)}
        yield Problem(parts[0].place, Code.SUBGROUPS_NOT_IN_RULES, Severity.WARNING, params)
