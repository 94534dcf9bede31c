"""What a register proposes before anyone tapped: the strongest ground wins, who is exempt stays expected."""

from hypothesis import given
from hypothesis import strategies as st

from journal.attendance.sheet import proposals
from journal.model.attendance import Presence
from journal.model.register import DatedStatus, Earlier, Why
from journal.model.statuses import StatusKind

ONE = 1
MISSED = Earlier(1, frozenset({ONE}), frozenset({ONE}))


@given(st.lists(st.sampled_from(StatusKind), min_size=1))
def test_any_status_that_means_away_proposes_absent_whatever_stands_beside_it(
    kinds: list[StatusKind],
) -> None:
    found = proposals([ONE], [DatedStatus(ONE, kind) for kind in kinds], (), ())[ONE]
    if any(kind.away for kind in kinds):
        assert (found.status, found.why, found.reason) == (Presence.ABSENT, Why.STATUS, "excused")
    else:
        assert (found.status, found.why) == (Presence.PRESENT, Why.EXEMPT)


def test_who_is_exempt_from_sport_and_missed_the_last_lesson_is_proposed_absent() -> None:
    found = proposals([ONE], [DatedStatus(ONE, StatusKind.SPORT)], (), [MISSED])[ONE]
    assert (found.status, found.why) == (Presence.ABSENT, Why.PREVIOUS)


def test_a_status_of_somebody_else_proposes_nothing() -> None:
    assert proposals([ONE], [DatedStatus(2, StatusKind.HOME)], (), ()) == {}
