"""The mark scale, works and what counts as failing: customary values a school may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from journal.regulation.bounds import Between
from journal.regulation.values import MarkKind, RetakeCounts, WorkForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkType:
    """A kind of work that is assessed."""

    name: str
    english: str
    form: WorkForm
    weight: Annotated[Decimal, Between(0, 100)] = Decimal(1)
    """Weight of its marks in the average (G13)."""
    control: bool = False
    """A control work: in the report on tests and spaced by the limits below."""
    offered: bool = True
    """Whether new works may be of this kind; old ones keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Gaps G1, G10, G11 and G13."""

    scale: tuple[Annotated[int, Between(0, 100)], ...]
    """Number marks in ascending order."""
    kinds: frozenset[MarkKind]
    """Kinds of marks that may be given."""
    pass_sign: str
    fail_sign: str
    not_assessed_sign: str
    exempt_sign: str
    work_types: Mapping[str, WorkType]
    """Kinds of work by their code."""
    failing_average: Annotated[Decimal, Between(0, 100)]
    """A student with an average below it is failing."""
    failing_period_mark: Annotated[int, Between(0, 100)]
    """A student with this period mark or a lower one is failing."""
    quality_from: Annotated[int, Between(0, 100)]
    """Marks from this one up count as quality."""
    reason_gap: Annotated[Decimal, Between(0, 100)]
    """A period mark further than this from the average asks for a reason (R-066)."""
    retake_days: Annotated[int, Between(1, 60)]
    """Days in which a failed work may be retaken."""
    retake_counts: RetakeCounts
    """What a retaken mark counts as."""
    control_works_per_day: Annotated[int, Between(1, 10)]
    """Control works a class may have on one day; planning more warns."""
    control_work_gap_days: Annotated[int, Between(0, 60)]
    """Days between two control works of one subject; planning closer warns."""
