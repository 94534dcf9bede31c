"""Why a school is not moved; whatever the reason, the target stays as empty as it was."""

from enum import StrEnum


class Reason(StrEnum):
    """What stands in the way."""

    SERVED = "served"
    STEP = "step"
    NO_SCHOOL = "no_school"
    NOT_EMPTY = "not_empty"
    ENCODING = "encoding"
    REFUSED = "refused"
    DIFFERS = "differs"
    AUDIT = "audit"


class MoveError(Exception):
    """The move cannot be; `detail` names the step, the table or the chain."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
