"""A file between its preview and the decision about it."""

from dataclasses import dataclass, field
from enum import StrEnum

# What the register calls a plan that its teacher brings, which is decided about in `journal.plans.loading`.
PLAN_SOURCE = "plan"


class DraftStatus(StrEnum):
    PREVIEWED = "previewed"
    APPLIED = "applied"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was previewed: the very bytes, whether missing rows are closed, and the fingerprint."""

    file: str
    data: bytes = field(repr=False)
    source: str
    closing: bool
    fingerprint: str
    counts: dict[str, tuple[int, int, int]]
    problems: int
    status: DraftStatus = DraftStatus.PREVIEWED
    created_by: int | None = None
    id: int = 0
