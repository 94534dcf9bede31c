"""Where a page stands in its lesson plan. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.model.plans import PlanRow, RowState
from journal.plans.steps import steps


def next_row(rows: Sequence[PlanRow], given: Mapping[int, int]) -> PlanRow | None:
    """The topic that comes next: the last one given, if it has hours left, else the first after it.

    `rows` are in order; `given` says how many lessons each row has had. Topics skipped long ago are not
    offered again; they stay in the plan's progress. None: the plan is done, or there is none.
    """
    rows = _walked(rows, given)
    last = max((index for index, row in enumerate(rows) if given.get(row.id)), default=-1)
    if last >= 0 and given[rows[last].id] < rows[last].hours:
        return rows[last]
    return rows[last + 1] if last + 1 < len(rows) else None


def around(rows: Sequence[PlanRow], following: PlanRow | None, many: int = 8) -> tuple[PlanRow, ...]:
    """Topics to choose from: the one before the next, the next and those after it."""
    rows = steps(rows)
    place = rows.index(following) if following in rows else len(rows)
    first = max(0, min(place - 1, len(rows) - many))
    return tuple(rows[first : first + many])


def _walked(rows: Sequence[PlanRow], given: Mapping[int, int]) -> list[PlanRow]:
    """The steps; what was skipped with lessons behind it still says where the page stands."""
    return steps([_behind(row, given.get(row.id, 0)) for row in rows])


def _behind(row: PlanRow, given: int) -> PlanRow:
    if row.state is RowState.SKIPPED and given:
        return replace(row, state=RowState.PLANNED, hours=given)
    return row
