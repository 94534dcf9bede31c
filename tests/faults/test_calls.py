"""Q2 in short: where three calls in ten go wrong, every message arrives, and twice only for a lost answer."""

from pathlib import Path

import pytest

from bench.faults.calls import run
from bench.faults.town import town


@pytest.mark.timeout(240)
@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
@pytest.mark.requirement("R-102")
async def test_everything_arrives_though_three_calls_in_ten_fail(
    empty_database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "bot.log"
    async with town(empty_database_url, seed=5, classes=1, children=8, log=log) as made:
        # Polling that fails waits longer and longer: the matter of the long run.
        made.take_updates_by_webhook()
        toll = await run(made, seconds=0.0, seed=5)
    assert toll.clean, toll
    assert toll.due > 0
    assert toll.attempts > toll.due, "nothing went wrong"
