"""The signs of a register's cells in the school's own letters (G2): «н», «б», «у», «о». Pure."""

from journal.model.attendance import Presence, Reason
from journal.model.register import Standing
from journal.regulation import Regulation


def sign(standing: Standing, regulation: Regulation, *, reasons: bool = True) -> str:
    """What stands in the journal's cell; without `reasons` an absence is just that, whatever its cause."""
    rules = regulation.attendance
    if standing.status in (Presence.LATE, Presence.LEFT_EARLY):
        return rules.late_sign
    if not reasons or standing.reason is None:
        return rules.absent_sign
    if standing.reason == Reason.ILL:
        return rules.ill_sign
    return rules.excused_sign if Reason(standing.reason).valid else rules.absent_sign
