"""Where a page stands in its lesson plan. Pure."""

from collections.abc import Mapping, Sequence

from journal.model.plans import PlanRow


def next_row(rows: Sequence[PlanRow], given: Mapping[int, int]) -> PlanRow | None:
    """The topic that comes next: the last one given, if it has hours left, else the first after it.

    `rows` are in order; `given` says how many lessons each row has had. Topics skipped long ago are not
    offered again; they stay in the plan's progress. None: the plan is done, or there is none.
    """
    last = max((index for index, row in enumerate(rows) if given.get(row.id)), default=-1)
    if last >= 0 and given[rows[last].id] < rows[last].hours:
        return rows[last]
    return rows[last + 1] if last + 1 < len(rows) else None


def around(rows: Sequence[PlanRow], following: PlanRow | None, many: int = 8) -> tuple[PlanRow, ...]:
    """Topics to choose from: the one before the next, the next and those after it."""
    place = rows.index(following) if following is not None else len(rows)
    first = max(0, min(place - 1, len(rows) - many))
    return tuple(rows[first : first + many])
