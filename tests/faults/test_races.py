"""Q6 in short: two teachers and two replicas on one lesson lose no tap and alarm nobody twice."""

import pytest

from bench.faults.races import SAID, run
from bench.faults.tally import broken


@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_two_teachers_and_two_replicas_on_one_lesson_lose_no_tap_and_alarm_nobody_twice(
    empty_database_url: str,
) -> None:
    counts = await run(empty_database_url, interleavings=12, seed=6)
    assert not broken(SAID, counts), counts
    assert counts["alerts"] > 12
