"""An account that fails too often has to wait."""

from datetime import UTC, datetime, timedelta

from journal.access.limits import LONGEST, WINDOWS, blocked_until

NOW = datetime(2026, 10, 14, 7, 5, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def every(step: timedelta, count: int) -> list[datetime]:
    return [NOW - step * number for number in range(1, count + 1)]


def test_somebody_who_mistypes_a_slip_a_few_times_is_not_stopped() -> None:
    assert blocked_until(every(MINUTE, 9), NOW) is None


def test_ten_failures_in_a_quarter_of_an_hour_stop_the_account_until_the_first_is_old() -> None:
    failures = every(MINUTE, 10)
    assert blocked_until(failures, NOW) == min(failures) + timedelta(minutes=15)
    assert blocked_until(failures, NOW + timedelta(minutes=5)) is None


def test_patience_does_not_help_beyond_thirty_a_day() -> None:
    assert blocked_until(every(timedelta(minutes=20), 30), NOW) == NOW - timedelta(minutes=600) + LONGEST


def test_a_guesser_who_never_sleeps_gets_no_more_than_thirty_tries_a_day() -> None:
    tries: list[datetime] = []
    moment = NOW
    while moment < NOW + timedelta(days=3):
        if blocked_until([at for at in tries if at > moment - LONGEST], moment) is None:
            tries.append(moment)
        moment += timedelta(seconds=30)
    assert max(sum(at - LONGEST < other <= at for other in tries) for at in tries) == dict(WINDOWS)[LONGEST]
