"""Q5 and Q12 in short: whatever order updates come in, and however often, each has its effect once."""

from pathlib import Path

import pytest

from bench.faults.tally import broken
from bench.faults.town import town
from bench.faults.updates import SAID, run


@pytest.mark.timeout(240)
@pytest.mark.parametrize("empty_database_url", ["postgresql"], indirect=True)
async def test_updates_that_come_twice_late_or_malformed_have_each_their_effect_once(
    empty_database_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "bot.log"
    async with town(empty_database_url, seed=3, classes=2, children=4, log=log) as made:
        counts = await run(made, seconds=1.5, seed=3)
    assert not broken(SAID, counts)
    assert counts["saves"] > 0
    assert counts["twice"] + counts["renumbered"] + counts["late"] > 0
