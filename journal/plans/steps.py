"""A plan as it is walked: skipped topics left out, topics taken together in one. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from journal.model.plans import PlanRow, RowState


def steps(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """What is still to be walked, in order; a step of several topics has the id and hours of the first."""
    walked: list[PlanRow] = []
    skipping = False
    for row in rows:
        if row.state is RowState.JOINED:
            if walked and not skipping:
                walked[-1] = _together(walked[-1], row)
            continue
        # What was to be taken together with a skipped topic is skipped with it.
        skipping = row.state is RowState.SKIPPED
        if not skipping:
            walked.append(row)
    return walked


def _together(first: PlanRow, other: PlanRow) -> PlanRow:
    homework = "; ".join(part for part in (first.homework, other.homework) if part)
    return replace(first, topic=f"{first.topic.rstrip('. ')}. {other.topic}", homework=homework or None)
